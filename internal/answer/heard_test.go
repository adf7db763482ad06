package answer_test

import (
	"strings"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

// TestHeard: what Wise has told without a state that we know.
func TestHeard(t *testing.T) {
	for _, c := range []example{
		{"only a payout failure", answer.ByCustomer, tale{fail("18 Nov 14:02", "ACCOUNT_CLOSED")}, `
only_heard_of: No state yet, neutral, unknown
headline: Wise has told us only: a payout failed on 18 Nov (the recipient's account is closed).
where: Not known: Wise has reported no state of this transfer yet.
since: Last news 2 d 17 h ago (18 Nov 2026, 14:02 UTC).
why: The recipient's details were right, but the account is closed.
acts: Not known until Wise reports a state.
next: Wait for the state, or look the transfer up at Wise. Top-ups to a balance never send a state.
new: sender, after_fix, hold: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: We have a first message from Wise about your payment and do not know yet where it stands. Please do not send it again yet.
stops: Customer > Wise > (Converted) > (Paid out)
rests on: [1]
`},
		{"a debit and a refund, no state", answer.ByCustomer, tale{debit("16 Nov 11:40", "1250", "EUR"), refund("19 Nov 10:00", "1240", "EUR")}, `
only_heard_of: No state yet, neutral, unknown
headline: Wise has told us only: a refund of 1,240.00 EUR on 19 Nov, and more.
where: Not known: Wise has reported no state of this transfer yet.
since: Last news 1 d 22 h ago (19 Nov 2026, 10:00 UTC).
why: Wise has not told us a reason.
acts: Not known until Wise reports a state.
next: Wait for the state, or look the transfer up at Wise. Top-ups to a balance never send a state.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: We have a first message from Wise about your payment of 1,250.00 EUR and do not know yet where it stands. Please do not send it again yet.
stops: Customer > Wise > (Converted) > (Paid out)
flag refund_state_missing: Wise reported a refund of 1,240.00 EUR on 19 Nov, and the state has not become “Refunded” in 1 d 22 h. For us: ask Wise.
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [1 2]
`},
		{"only an empty list of cases", answer.ByCustomer, tale{open("16 Nov 10:00")}, `
only_heard_of: No state yet, neutral, unknown
headline: Wise has told us only: that it exists.
where: Not known: Wise has reported no state of this transfer yet.
since: Last news 4 d 22 h ago (16 Nov 2026, 10:00 UTC).
why: Wise has not told us a reason.
acts: Not known until Wise reports a state.
next: Wait for the state, or look the transfer up at Wise. Top-ups to a balance never send a state.
tell: We have a first message from Wise about your payment and do not know yet where it stands.
stops: Customer > (Wise) > (Converted) > (Paid out)
rests on: []
`},
		{"a state that is in no list", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, "parked_for_now")}, `
state_not_known: State not recognised, neutral, us
headline: Wise says: parked_for_now; we don't know the word yet.
where: Not known. Before that the state was “Waiting to be funded”.
since: In this state for 4 d 20 h (since 16 Nov 2026, 11:40 UTC).
why: The state is in none of the lists that Wise has published.
acts: We: ask Wise what this state means.
next: Ask Wise what “parked_for_now” means for the money; until then say nothing about where it is.
new: us, not_until_known, hold: Ask Wise first what the state means.
tell: We are asking Wise where your payment set up on 16 Nov 2026 (UTC) stands. Please do not send it again yet.
stops: Customer 16 Nov > (Wise) > (Converted) > (Paid out)
rests on: [2]
`},
		{"a hostile state", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, "<b>\u202eevil\x00"+transfer.State(strings.Repeat("x", 500)))}, `
state_not_known: State not recognised, neutral, us
headline: Wise says: <b>\u202eevil\u0000xxxxxxxxxxxxxxxxxxxx…; we don't know the word yet.
where: Not known. Before that the state was “Waiting to be funded”.
since: In this state for 4 d 20 h (since 16 Nov 2026, 11:40 UTC).
why: The state is in none of the lists that Wise has published.
acts: We: ask Wise what this state means.
next: Ask Wise what “<b>\u202eevil\u0000xxxxxxxxxxxxxxxxxxxx…” means for the money; until then say nothing about where it is.
new: us, not_until_known, hold: Ask Wise first what the state means.
tell: We are asking Wise where your payment set up on 16 Nov 2026 (UTC) stands. Please do not send it again yet.
stops: Customer 16 Nov > (Wise) > (Converted) > (Paid out)
rests on: [2]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
