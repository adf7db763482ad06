package answer

import (
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// life is the input with what most rows ask of it looked up once.
type life struct {
	Input
	held    transfer.Visit // the state held; zero when no state event is there
	failure transfer.Failure
	card    reason.Card
	failed  bool // a payout failed in the attempt that goes on now
	refunds []transfer.Refund
}

// lifeOf looks up what most rows ask.
func lifeOf(in Input) life {
	l := life{Input: in, refunds: in.Facts.CurrentRefunds()}
	l.held, _ = in.Facts.Held()
	if l.failure, l.failed = in.Facts.CurrentFailure(); l.failed {
		l.card = l.cardOf(l.failure.Code)
	}
	return l
}

// cardOf is what the catalogue says of a code, as things stand: once the refund
// is there with its event, the first payment is over.
func (l life) cardOf(code string) reason.Card {
	card := l.Catalogue.Failure(code)
	if l.is(transfer.FundsRefunded) && len(l.refunds) > 0 {
		return card.Over()
	}
	return card
}

// weFund says whether the company funds the transfers, so that a refund comes
// back to it and not to the customer.
func (l life) weFund() bool { return l.Funding == ByCompany }

// is says whether the state held is one of these.
func (l life) is(states ...transfer.State) bool {
	for _, s := range states {
		if l.held.State == s {
			return true
		}
	}
	return false
}

// day is a date for the page: in the reader's zone, with its year if that is not this one.
func (l life) day(t time.Time) string { return when.Date(t, l.Now, l.Zone) }

// on is a past date for the customer: " on 18 Nov 2026 (UTC)", in the company's
// zone. A date that is not there, or is still to come, is left out.
func (l life) on(t time.Time) spoken {
	if t.IsZero() || t.After(l.Now) {
		return ""
	}
	return " on " + spokenDay(t, l.Company) + spokenZone(t, l.Company)
}

// because is the reason in the middle of a sentence for the desk.
func (l life) because() string { return lowerFirst(l.card.Title) }

// why says why the payout failed, in the words of the card, for the desk.
func (l life) why() (string, evidence.IDs) {
	if !l.failed {
		return "Wise has not told us the reason.", nil
	}
	if l.card.Known {
		return l.card.Meaning, l.failure.Evidence
	}
	return "Wise gives a code that we have no card for: “" + reason.Visible(l.failure.Code) + "”.", l.failure.Evidence
}

// newPayment says what must happen before the customer pays again. Without a
// reason nobody can be asked for anything yet.
func (l life) newPayment(hold bool) *NewPayment {
	if !l.failed {
		return &NewPayment{Who: reason.NotKnown, Ask: "Nothing yet: Wise has not told us the reason.", Retry: reason.RetryNotKnown, Hold: hold}
	}
	return &NewPayment{Who: l.card.NewPayment, Ask: l.card.Ask, Retry: l.card.Retry, Hold: hold}
}

// lastBounce is the last return to Wise: the event that reports it, or else the
// asking that told of it, or the event whose previous_state shows that it had happened
// (then without a date).
func (l life) lastBounce() (at time.Time, rests evidence.IDs) {
	return l.last(transfer.BouncedBack)
}

// lastSent is the last payout, in the same way.
func (l life) lastSent() (at time.Time, rests evidence.IDs) {
	return l.last(transfer.OutgoingPaymentSent)
}

// last is the last time that the state was entered: by its own visit, or by the
// previous_state of a later one whose own event is missing.
func (l life) last(state transfer.State) (at time.Time, rests evidence.IDs) {
	visits := l.Facts.Visits
	for i := len(visits) - 1; i >= 0; i-- {
		switch v := visits[i]; {
		case v.State == state:
			return began(v), v.Evidence
		case v.From == state && (i == 0 || visits[i-1].State != state):
			return time.Time{}, v.Evidence
		}
	}
	return time.Time{}, nil
}

// openCase gives the active case of that code, unless the transfer is over.
func (l life) openCase(code string) (transfer.Case, bool) {
	for _, c := range l.Facts.OpenCases() {
		if strings.EqualFold(c.Code, code) {
			return c, true
		}
	}
	return transfer.Case{}, false
}

// amount is an amount for the page, its currency as sent but made visible.
func amount(a money.Amount) string {
	if money.KnownCurrency(a.Currency) {
		return a.String()
	}
	return money.Amount{Value: a.Value, Currency: brief(a.Currency, 40)}.String()
}
