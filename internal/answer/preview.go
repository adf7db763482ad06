package answer

import (
	"fmt"
	"time"
	"unicode/utf8"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Preview is what a card makes of one situation in which it is used, told of an
// invented transfer: the sentences are composed as those of a real one.
type Preview struct {
	When     string // "Returned to Wise": the tag that the page would bear
	Headline string
	Customer string // empty: the customer is told nothing
}

// previewed is the invented transfer.
const previewed = 1

// Previews tells what a card makes of the situations in which it is used: for a
// failure a return, a failure without one and a refund; for a case the states in
// which it holds a transfer up. The catalogue has the card in it.
func Previews(cards reason.Catalogue, kind reason.Kind, code string, funding Funding, now time.Time, company *time.Location) []Preview {
	var out []Preview
	for _, l := range previewLives(cards, kind, code, funding, now, company) {
		w := l.row().say(l)
		out = append(out, Preview{When: w.tag, Headline: fit(w.headline), Customer: l.customerText(w).Text})
	}
	return out
}

// CheckCard gives what is wrong with the sentences that a card makes as a whole,
// after its fields were checked one by one. The catalogue has the card in it.
func CheckCard(cards reason.Catalogue, kind reason.Kind, code string, now time.Time) []reason.Wrong {
	for _, l := range previewLives(cards, kind, code, ByCustomer, now, time.UTC) {
		w := l.row().say(l)
		whole := string(joinSpoken(w.customer))
		if found := reason.Forbidden(whole); len(found) > 0 {
			return []reason.Wrong{{Field: customerField(kind), Text: fmt.Sprintf("Put together, the customer would read “%s”, which may not be: %s", reason.Visible(found[0]), whole)}}
		}
		if n := utf8.RuneCountInString(w.headline[0]); n > headlineRunes {
			return []reason.Wrong{{Field: "title", Text: fmt.Sprintf("With this title the headline has %d characters; at most %d fit.", n, headlineRunes)}}
		}
	}
	return nil
}

// customerField is the field that the customer's sentences begin in.
func customerField(kind reason.Kind) string {
	if kind == reason.OfCase {
		return "customer_text"
	}
	return "customer_why"
}

// previewLives are the invented lives, folded as real ones are.
func previewLives(cards reason.Catalogue, kind reason.Kind, code string, funding Funding, now time.Time, company *time.Location) []life {
	var lives []life
	for _, events := range previewEvents(kind, code, now.UTC().Truncate(time.Second)) {
		facts, _ := transfer.Fold(previewed, events)
		lives = append(lives, lifeOf(Input{Facts: facts, Catalogue: cards, Funding: funding, Now: now, Zone: company, Company: company}))
	}
	return lives
}

// previewEvents are the events of each life.
func previewEvents(kind reason.Kind, code string, now time.Time) [][]transfer.Event {
	t := teller{now: now}
	begun := []transfer.Event{
		t.state(9, "", transfer.IncomingPaymentWaiting), t.paid(9),
	}
	if kind == reason.OfCase {
		held := t.event(7, transfer.Event{Kind: transfer.ActiveCases, Cases: []string{code}})
		return [][]transfer.Event{
			append(begun[:2:2], held),
			append(begun[:2:2], t.state(8, transfer.IncomingPaymentWaiting, transfer.Processing), held),
		}
	}
	begun = append(begun, t.state(8, transfer.IncomingPaymentWaiting, transfer.Processing),
		t.state(7, transfer.Processing, transfer.FundsConverted), t.state(6, transfer.FundsConverted, transfer.OutgoingPaymentSent))
	failed := append(begun[:5:5], t.event(5, transfer.Event{Kind: transfer.PayoutFailure, Code: code}))
	returned := append(failed[:6:6], t.state(5, transfer.OutgoingPaymentSent, transfer.BouncedBack))
	refunded := append(returned[:7:7], t.state(3, transfer.BouncedBack, transfer.Processing), t.state(2, transfer.Processing, transfer.Cancelled),
		t.state(1, transfer.Cancelled, transfer.FundsRefunded), t.event(1, transfer.Event{Kind: transfer.RefundIssued, Refund: t.amount()}))
	return [][]transfer.Event{returned, failed, refunded}
}

// teller dates invented events by how many days ago they were.
type teller struct{ now time.Time }

// event gives an event its time and what every one has.
func (t teller) event(daysAgo int, e transfer.Event) transfer.Event {
	at := t.now.AddDate(0, 0, -daysAgo)
	e.Transfer, e.Profile, e.At = previewed, previewed, evidence.Moment{Time: at, By: evidence.Occurred}
	e.Hash = fmt.Sprintf("%s-%s-%s", e.Kind, e.To, at)
	e.Source = evidence.Source{Delivery: int64(100 - daysAgo), ReceivedAt: at, SentAt: at}
	return e
}

func (t teller) state(daysAgo int, from, to transfer.State) transfer.Event {
	return t.event(daysAgo, transfer.Event{Kind: transfer.StateChange, From: from, To: to})
}

// paid is the debit that tells the amount.
func (t teller) paid(daysAgo int) transfer.Event {
	return t.event(daysAgo, transfer.Event{Kind: transfer.BalanceUpdate, Movement: &transfer.Movement{Amount: t.amount(), BalanceID: previewed, Reference: "1"}})
}

// amount is that of every invented transfer.
func (teller) amount() money.Amount {
	a, _ := money.Parse("1250", "EUR")
	return a
}
