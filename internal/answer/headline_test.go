package answer_test

import (
	"slices"

	"transferdesk/internal/transfer"
)

// paidOut is a transfer that was paid out on 16 Nov and what came after.
func paidOut(after ...transfer.Event) tale {
	return append(slices.Clone(tale{
		to("16 Nov 09:12", "", waiting),
		to("16 Nov 11:40", waiting, process),
		to("16 Nov 11:41", process, converted),
		to("16 Nov 11:58", converted, sent),
		debit("16 Nov 11:40", "1250", "EUR"),
	}), after...)
}
