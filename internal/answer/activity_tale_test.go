package answer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// kinds are all kinds, with the table of their states; "" for a kind without.
var kinds = map[activity.Kind]reason.Table{
	activity.Balance: reason.BalanceStates, activity.Batch: reason.Batches, activity.Card: reason.CardStatuses,
	activity.CardChallenge: "", activity.CardOrder: reason.CardOrders, activity.CardProduction: reason.CardProductions,
	activity.CardTransaction: reason.CardTransactions, activity.CardWallet: "", activity.CDDCheck: reason.CDDStates,
	activity.DetailsOrder: reason.DetailsOrders, activity.DetailsPayment: reason.DetailsPayments, activity.Dispute: reason.DisputeStates,
	activity.HoldLimit: reason.HoldLimits, activity.IncomingTransfer: "", activity.KYCReview: reason.KYCReviews,
	activity.Overdraft: "", activity.ProfileState: reason.ProfileStates, activity.RecipientAccount: reason.RecipientStates,
	activity.Settlement: "", activity.SupportCase: reason.CaseStatuses, activity.SwiftCredit: "", activity.SwiftMessage: "",
	activity.Verification: reason.Verifications,
}

// thing are the facts of one thing that was in these states, a day apart from 18 Nov.
func thing(kind activity.Kind, detail activity.Detail, states ...string) activity.Facts {
	f := activity.Facts{Key: activity.Key{Kind: kind, ID: "136"}, Profile: 222, Detail: detail, FirstAt: clock("18 Nov 10:00"), LastAt: clock("18 Nov 10:00"), Evidence: evidence.IDs{7}}
	for i, s := range states {
		f.LastAt = clock("18 Nov 10:00").AddDate(0, 0, i)
		f.Visits = append(f.Visits, activity.Visit{State: s, At: f.LastAt, Evidence: evidence.IDs{int64(i + 7)}})
		f.Evidence = evidence.Union(f.Evidence, f.Visits[i].Evidence)
	}
	return f
}

// saidOf composes what is said of it.
func saidOf(f activity.Facts) answer.ActivityAnswer {
	return answer.ForActivity(answer.ActivityInput{Facts: f, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
}

// entriesOf are the same states as events.
func entriesOf(f activity.Facts) []activity.Entry {
	var entries []activity.Entry
	for i, v := range f.Visits {
		e := activity.Event{Key: f.Key, State: v.State, At: evidence.Moment{Time: v.At, By: evidence.Occurred}, Detail: f.Detail}
		entries = append(entries, activity.Entry{Event: e, Sources: []evidence.Source{{Delivery: int64(i + 7)}}})
	}
	return entries
}

// texts are all that is said of a thing, but for its id.
func texts(a answer.ActivityAnswer) []string {
	out := []string{a.Title, a.Headline.Text, a.Tag, a.Ask, a.Text, string(a.WhoActs), string(a.Tone)}
	for _, r := range a.Rows {
		out = append(out, r.Label, r.Value)
	}
	for _, h := range a.History {
		out = append(out, h.Text)
	}
	return out
}

// printActivity lays it out as the goldens have it.
func printActivity(a answer.ActivityAnswer) string {
	var b strings.Builder
	open := ""
	if a.Open {
		open = ", open"
	}
	fmt.Fprintf(&b, "%s\n%s\n%s; %s, %s, %s%s\n", a.Title, a.Headline.Text, a.Tag, a.Tone, a.WhoActs, openness(a.Openness), open)
	if a.Ask != "" {
		fmt.Fprintf(&b, "ask: %s\n", a.Ask)
	}
	for _, r := range a.Rows {
		fmt.Fprintf(&b, "%s: %s\n", r.Label, r.Value)
	}
	for _, line := range slices.Collect(strings.Lines(a.Text)) {
		fmt.Fprintf(&b, "| %s", line)
	}
	return b.String()
}

func openness(o reason.Openness) string {
	if o == reason.Internal {
		return "internal"
	}
	return string(o)
}

// saying is one thing and what is said of it, as printActivity lays it out.
type saying struct {
	name string
	of   activity.Facts
	want string
}

// says holds what is said of each thing against what it has to be.
func says(t *testing.T, sayings []saying) {
	t.Helper()
	for _, c := range sayings {
		t.Run(c.name, func(t *testing.T) { same(t, printActivity(saidOf(c.of)), c.want) })
	}
}
