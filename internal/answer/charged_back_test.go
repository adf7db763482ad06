package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestChargedBack: charged_back from any state.
func TestChargedBack(t *testing.T) {
	for _, c := range []example{
		{"before it was paid out", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("17 Nov 08:00", process, charged)}, `
charged_back: Charged back, final, us
headline: Charged back on 17 Nov: not collected from the payer, or the payer took it back.
where: The money could not be collected from the payer, or the payer took it back; Wise does not say which.
since: Charged back 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise gives no reason. Do not guess one.
acts: We: risk takes it from here. Wise does not call this final.
next: Hand it to risk. Say neither why it happened nor who owes what.
new: us, not_until_known, hold: Not before risk has cleared it.
tell: Wise reports that the money for your payment set up on 16 Nov 2026 (UTC) could not be collected, or was taken back. Please get in touch with us, and do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > (Converted) > (Paid out)
rests on: [3]
`},
		{"after it was paid out", answer.ByCustomer, paidOut(to("18 Nov 08:00", sent, charged)), `
charged_back_after_sent: Charged back, final, us
headline: Charged back on 18 Nov after it was paid out; the recipient may have the money.
where: The money could not be collected from the payer, or the payer took it back; Wise does not say which. It had been paid out before, so the recipient may have it.
since: Charged back 3 d ago (18 Nov 2026, 08:00 UTC).
why: Wise gives no reason. Do not guess one.
acts: We: risk takes it from here, since there may be a debt. Wise does not call this final.
next: Hand it to risk. Say neither why it happened nor who owes what.
new: us, not_until_known, hold: Not before risk has cleared it.
tell: Wise reports that the money for your payment of 1,250.00 EUR could not be collected, or was taken back. Please get in touch with us, and do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov, charged back*
rests on: [4 6]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
