package answer

import (
	"strings"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: only_heard_of, state_not_known.

func isOnlyHeardOf(l life) bool   { return len(l.Facts.Visits) == 0 }
func isStateNotKnown(l life) bool { return !l.held.State.Known() }

// sayOnlyHeardOf: no state event yet, only something about the transfer.
func sayOnlyHeardOf(l life) words {
	heard, rests := l.heard()
	w := words{
		tag:   "No state yet",
		tone:  Neutral,
		rests: rests,
		headline: []string{
			"Wise has told us only: " + strings.Join(heard, "; ") + ".",
			"Wise has told us only: " + heard[len(heard)-1] + ", and more.",
			"Wise has told us only part of it: no state yet.",
		},
		where:    "Not known: Wise has reported no state of this transfer yet.",
		why:      "Wise has not told us a reason.",
		since:    since{lead: "Last news", event: true, at: l.Facts.LastAt, rests: rests},
		who:      reason.NotKnown,
		whoText:  "Not known until Wise reports a state.",
		next:     "Wait for the state, or look the transfer up at Wise. Top-ups to a balance never send a state.",
		customer: []spoken{"We have a first message from Wise about " + l.theSubject() + " and do not know yet where it stands."},
	}
	if l.failed {
		w.why, w.whyRests = l.why()
	}
	if l.failed || len(l.Facts.Refunds) > 0 {
		w.payment = l.newPayment(true)
		w.customer = append(w.customer, "Please do not send it again yet.")
	}
	return w
}

// heard lists what Wise has told without a state, and what that rests on; there
// is always at least one thing.
func (l life) heard() ([]string, evidence.IDs) {
	var heard []string
	var rests evidence.IDs
	for _, f := range l.Facts.Failures {
		card := l.Catalogue.Failure(f.Code)
		heard = append(heard, "a payout failed on "+l.day(f.At)+" ("+lowerFirst(card.Title)+")")
		rests = evidence.Union(rests, f.Evidence)
	}
	for _, m := range l.Facts.Movements {
		heard = append(heard, "a balance was "+direction(m)+" "+amount(m.Amount)+" on "+l.day(m.At))
		rests = evidence.Union(rests, m.Evidence)
	}
	for _, r := range l.Facts.Refunds {
		heard = append(heard, "a refund of "+amount(r.Amount)+" on "+l.day(r.At))
		rests = evidence.Union(rests, r.Evidence)
	}
	for _, c := range l.Facts.Cases {
		heard = append(heard, "a case ("+lowerFirst(l.Catalogue.Case(c.Code).Title)+")")
		rests = evidence.Union(rests, c.Evidence)
	}
	if len(heard) == 0 {
		heard = append(heard, "that it exists")
	}
	return heard, rests
}

// direction is what a movement did to the balance.
func direction(m transfer.Moved) string {
	if m.Credit {
		return "credited"
	}
	return "debited"
}

// sayStateNotKnown: a state that we have no word for; nothing is guessed from it.
func sayStateNotKnown(l life) words {
	raw := reason.Visible(string(l.held.State))
	return words{
		tag:      "State not recognised",
		tone:     Neutral,
		rests:    l.held.Evidence,
		headline: []string{"Wise says: " + raw + "; we don't know the word yet."},
		where:    l.placeBefore(),
		why:      "The state is in none of the lists that Wise has published.",
		since:    sinceVisit("In this state", false, l.held),
		who:      reason.Us,
		whoText:  "We: ask Wise what this state means.",
		next:     "Ask Wise what “" + raw + "” means for the money; until then say nothing about where it is.",
		payment:  &NewPayment{Who: reason.Us, Ask: "Ask Wise first what the state means.", Retry: reason.RetryNotKnown, Hold: true},
		customer: []spoken{"We are asking Wise where " + l.theSubject() + " stands.", "Please do not send it again yet."},
	}
}

// placeBefore says where the money was before a state that tells nothing.
func (l life) placeBefore() string {
	if l.held.From == "" {
		return "Not known."
	}
	return "Not known. Before that the state was “" + StateLabel(l.held.From) + "”."
}
