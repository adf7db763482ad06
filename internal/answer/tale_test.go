package answer_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// The states, short enough for a table.
const (
	waiting   = transfer.IncomingPaymentWaiting
	announced = transfer.IncomingPaymentInitiated
	process   = transfer.Processing
	converted = transfer.FundsConverted
	sent      = transfer.OutgoingPaymentSent
	bounced   = transfer.BouncedBack
	cancelled = transfer.Cancelled
	refunded  = transfer.FundsRefunded
	charged   = transfer.ChargedBack
	unknown   = transfer.Unknown
)

// now is when all tales are told.
var now = clock("21 Nov 08:00")

// clock reads a time of 2026 in UTC.
func clock(s string) time.Time {
	t, err := time.Parse("2 Jan 15:04 2006", s+" 2026")
	if err != nil {
		panic(err)
	}
	return t
}

// tale is a list of events; the n-th comes with delivery n.
type tale []transfer.Event

// event gives an event its time and what every one has.
func event(at string, e transfer.Event) transfer.Event {
	e.Transfer, e.Profile, e.Account = 49983981, 16055450, 14124090
	e.At = evidence.Moment{Time: clock(at), By: evidence.Occurred}
	return e
}

// to is a state change that names its previous state.
func to(at string, from, state transfer.State) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.StateChange, From: from, To: state})
}

// fail is a payout failure.
func fail(at, code string) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.PayoutFailure, Code: code, Description: description})
}

// description is what Wise says about every failure here; no customer may read it.
const description = "Wise describes it: zq9 beneficiary"

// refund is a refund event.
func refund(at, amount, currency string) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.RefundIssued, Refund: sum(amount, currency)})
}

// open is a snapshot of active cases.
func open(at string, codes ...string) transfer.Event {
	e := event(at, transfer.Event{Kind: transfer.ActiveCases, Cases: codes})
	e.At.By = evidence.Sent
	return e
}

// incoming is a payment to the customer by SWIFT.
func incoming(at, amount, currency string) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.IncomingCredit, Incoming: &transfer.Incoming{Settled: sum(amount, currency)}})
}

// byMessage is the same when only the raw message tells of the amount.
func byMessage(at, amount, currency string) transfer.Event {
	e := incoming(at, amount, currency)
	e.Incoming.ByMessage = true
	return e
}

// debit is a balance debit that names the transfer, credit a credit.
func debit(at, amount, currency string) transfer.Event  { return moved(at, false, amount, currency) }
func credit(at, amount, currency string) transfer.Event { return moved(at, true, amount, currency) }

func moved(at string, in bool, amount, currency string) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.BalanceUpdate, Movement: &transfer.Movement{
		Credit: in, Amount: sum(amount, currency), BalanceID: 7, Reference: "49983981",
	}})
}

// sum is an amount.
func sum(amount, currency string) money.Amount {
	a, err := money.Parse(json.Number(amount), currency)
	if err != nil {
		panic(err)
	}
	return a
}

// facts folds the tale.
func (tl tale) facts() transfer.Facts {
	events := make([]transfer.Event, len(tl))
	for i, e := range tl {
		e.Hash = fmt.Sprintf("%064x", i+1)
		e.Source = evidence.Source{Delivery: int64(i + 1), ReceivedAt: e.At.Time, SentAt: e.At.Time, SchemaVersion: "2.0.0"}
		events[i] = e
	}
	facts, _ := transfer.Fold(49983981, events)
	return facts
}

// told composes the answer to a tale.
func (tl tale) told(funding answer.Funding) answer.Answer {
	return answer.Compose(answer.Input{
		Facts: tl.facts(), Catalogue: builtin, Funding: funding, Now: now, Zone: time.UTC, Company: time.UTC,
	})
}

// print lays an answer out as the goldens have it.
func print(a answer.Answer) string {
	var b strings.Builder
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, text)
		}
	}
	line(string(a.Code), fmt.Sprintf("%s, %s, %s", a.Tag, a.Tone, a.WhoActs))
	line("headline", a.Headline.Text)
	line("where", a.Where.Text)
	line("since", a.Since.Text)
	line("why", a.Why.Text)
	line("acts", a.WhoActsText.Text)
	line("next", a.Next.Text)
	if p := a.NewPayment; p != nil {
		line("new", fmt.Sprintf("%s, %s%s: %s", p.Who, p.Retry, map[bool]string{true: ", hold"}[p.Hold], p.Ask))
	}
	line("tell", a.CustomerText.Text)
	line("stops", printStops(a.Stops))
	for _, f := range a.Flags {
		line("flag "+f.Code, f.Text)
	}
	line("rests on", fmt.Sprint(a.Headline.Evidence))
	return b.String()
}

// printStops draws the stops: [reached] (not reached) *current*.
func printStops(stops []answer.Stop) string {
	var out []string
	for _, s := range stops {
		text := s.Name
		if s.Reached && !s.At.IsZero() {
			text += " " + when.Day(s.At, time.UTC)
		}
		if s.Note != "" {
			text += ", " + s.Note
		}
		switch {
		case s.Current:
			text = "*" + text + "*"
		case !s.Reached:
			text = "(" + text + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, " > ")
}

// same fails when a golden is not what was told.
func same(t *testing.T, got, want string) {
	t.Helper()
	if want = strings.TrimLeft(want, "\n"); got != want {
		t.Errorf("told\n%s\nwant\n%s", got, want)
	}
}

// user is the facts of a user with these stays.
func user(visits ...customer.UserVisit) customer.UserFacts {
	for i := range visits {
		visits[i].Evidence = evidence.IDs{int64(i + 1)}
	}
	return customer.UserFacts{User: 7788, History: visits}
}

// example is a tale with everything that has to be told of it.
type example struct {
	name    string
	funding answer.Funding
	tale    tale
	want    string
}

// holds tells the tale and compares.
func (e example) holds(t *testing.T) {
	t.Helper()
	same(t, print(e.tale.told(e.funding)), e.want)
}
