package projection

import (
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// traces are what the facts of a transfer leave in the read models beside its own
// row. They stay in memory with the transfer, so that the next batch that changes it
// need not work out again what they were.
type traces struct {
	legs    []transfer.Leg
	watches []store.WatchRow
	codes   []store.CodeRow
	payee   store.PayeeRow
	pays    bool // there is a payee
}

func tracesOf(f transfer.Facts) *traces {
	t := &traces{legs: f.Legs(), watches: watchesOf(f), codes: codeRows(f)}
	t.payee, t.pays = payeeRow(f)
	return t
}

// trace takes note of what the change of a transfer leaves elsewhere.
func (b *batch) trace(h *held) {
	was := h.traces
	if was == nil {
		was = tracesOf(h.before.Facts)
	}
	h.traces = tracesOf(h.row.Facts)
	b.clocks.timeTransfer(was, h.traces)
	b.codes.turn(was, h.traces)
}
