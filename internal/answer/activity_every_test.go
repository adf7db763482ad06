package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// TestEveryCodeOfEveryTableHasItsWords: each state, decline, dispute reason and
// review outcome gives a title and a headline that fit, and neither holds a code or
// a word that may not be read out.
func TestEveryCodeOfEveryTableHasItsWords(t *testing.T) {
	for kind, table := range kinds {
		for _, w := range builtin.Words(table) {
			fits(t, thing(kind, activity.Detail{}, spelledOut(w.Code)))
		}
		fits(t, thing(kind, activity.Detail{}))
	}
	for _, w := range builtin.Words(reason.Declines) {
		fits(t, thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Decline: spelledOut(w.Code), Reasons: []string{spelledOut(w.Code)}}}, "DECLINED"))
	}
	for _, w := range builtin.Words(reason.CardTypes) {
		for _, state := range builtin.Words(reason.CardTransactions) {
			fits(t, thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: w.Code, Amount: sum("12", "EUR")}}, state.Code))
		}
	}
	for _, w := range builtin.Words(reason.DisputeReasons) {
		fits(t, thing(activity.Dispute, activity.Detail{Dispute: &activity.DisputeDetail{Reason: w.Code}}, "SUBMITTED"))
	}
	for _, w := range builtin.Words(reason.Outcomes) {
		fits(t, thing(activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Outcome: w.Code}}, "EVIDENCE_REQUIRED"))
	}
	for _, w := range builtin.Words(reason.CaseTypes) {
		fits(t, thing(activity.SupportCase, activity.Detail{Case: &activity.CaseDetail{Types: []string{spelledOut(w.Code)}}}, "OPEN"))
	}
	for _, w := range builtin.Words(reason.SwiftMessages) {
		fits(t, thing(activity.SwiftMessage, activity.Detail{Message: &activity.MessageDetail{Type: spelledOut(w.Code)}}))
	}
}

// spelledOut is a code that a pattern fits.
func spelledOut(code string) string { return strings.ReplaceAll(code, "*", "SOMETHING") }

// fits holds what is said of a thing against what must be true of all.
func fits(t *testing.T, f activity.Facts) {
	t.Helper()
	a := saidOf(f)
	name := string(f.Kind) + " " + f.State()
	title, headline := utf8.RuneCountInString(a.Title), utf8.RuneCountInString(a.Headline.Text)
	if title == 0 || title > 120 || headline == 0 || headline > 120 || strings.HasSuffix(a.Headline.Text, "…") {
		t.Errorf("%s: the title has %d runes, the headline %d: %s", name, title, headline, a.Headline.Text)
	}
	for _, text := range []string{a.Title, a.Headline.Text, a.Tag} {
		if found := reason.Forbidden(withoutCompliance(text)); found != nil {
			t.Errorf("%s: %v in %q", name, found, text)
		}
	}
	if a.Headline.Evidence == nil || a.Evidence == nil || a.Kind != f.Kind || a.ID != f.ID {
		t.Errorf("%s: rests on %v, is %s %s", name, a.Headline.Evidence, a.Kind, a.ID)
	}
	if !slices.Contains(parties, a.WhoActs) || a.Open && a.WhoActs == reason.Nobody {
		t.Errorf("%s: %q acts, open %v", name, a.WhoActs, a.Open)
	}
}

// withoutCompliance takes out all that an agent may know of what is locked, and the
// name of the line to which whoever did not pay is put through.
func withoutCompliance(text string) string {
	return strings.NewReplacer("andled by compliance", "", "Ask compliance", "", "fraud line", "").Replace(text)
}

// TestAnUnknownStateIsSaidToBeOne: in every kind, and it stays at the desk.
func TestAnUnknownStateIsSaidToBeOne(t *testing.T) {
	for kind, table := range kinds {
		if table == "" {
			continue
		}
		for _, state := range []string{"BRAND_NEW", "\x00\u202e", strings.Repeat("LONG_", 200)} {
			a := saidOf(thing(kind, activity.Detail{}, state))
			n := utf8.RuneCountInString(a.Headline.Text)
			if !strings.HasPrefix(a.Headline.Text, "Wise says: ") || n > 120 || a.Openness != reason.Internal || a.WhoActs != reason.Us || !a.Open {
				t.Errorf("%s %.20q: %+v", kind, state, a)
			}
		}
	}
}

// TestTheHistoryTellsWhatHappened: repeats, gaps, and times that cannot be used.
func TestTheHistoryTellsWhatHappened(t *testing.T) {
	f := thing(activity.Card, activity.Detail{}, "ACTIVE", "FROZEN", "FROZEN", "BLOCKED")
	entries := entriesOf(f)
	entries[2].Repeats, entries[3].Gap = true, true
	entries[3].At.By = evidence.Sent
	entries = append(entries, activity.Entry{Event: activity.Event{Key: f.Key, State: "ACTIVE"}, SetsNothing: true})
	a := answer.ForActivity(answer.ActivityInput{Facts: f, Entries: entries, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
	var got []string
	for _, h := range a.History {
		got = append(got, h.Text)
	}
	same(t, strings.Join(got, "\n"), "Active\nFrozen\nFrozen (said again)\nBlocked for good\nActive (no usable time: nothing rests on it)")
	if last := a.History[3]; !last.Gap || !last.BySent || len(last.Evidence) != 1 {
		t.Errorf("the gap is %+v", last)
	}
	if shorter := saidOf(f); len(shorter.History) != 4 || shorter.History[1].Text != "Frozen" {
		t.Errorf("without events: %+v", shorter.History)
	}
}
