package answer_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

func TestAWaveIsAnIncidentWhenItIsManyAndFarMoreThanUsual(t *testing.T) {
	const now = 500_000
	for _, tt := range []struct {
		name   string
		latest map[int64]int64
		usual  int64 // in 28 days
		days   int64
		since  int64 // hour; 0: no incident
		n      int64
	}{
		{"four are too few, however rare the code is", map[int64]int64{now: 4}, 0, 28, 0, 0},
		{"five of a code that never comes", map[int64]int64{now: 2, now - 2: 3}, 0, 28, now - 2, 5},
		{"three times the usual", map[int64]int64{now: 6}, 56, 28, now, 6},
		{"a little less than three times", map[int64]int64{now: 6}, 57, 28, 0, 0},
		{"what came more than a day ago does not count", map[int64]int64{now: 4, now - 24: 9}, 0, 28, 0, 0},
		{"the first hour of the day counts", map[int64]int64{now: 4, now - 23: 1}, 0, 28, now - 23, 5},
		{"a stray in the morning is the usual one, not the wave's beginning", map[int64]int64{now: 22, now - 9: 1}, 28, 28, now, 22},
		{"no more is left out than is usual", map[int64]int64{now: 22, now - 3: 1, now - 9: 1}, 28, 28, now - 3, 23},
		{"nothing is left out that would end it", map[int64]int64{now: 4, now - 9: 1}, 28, 28, now - 9, 5},
		{"few days are held, so nothing is usual yet", map[int64]int64{now: 5}, 60, 6, now, 5},
		{"a week is enough to say what is usual", map[int64]int64{now: 5}, 60, 7, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, is := answer.Wave{Code: "X", Now: now, Latest: tt.latest, Usual: tt.usual, Days: tt.days}.Incident()
			if is != (tt.since != 0) {
				t.Fatalf("incident: got %v", is)
			}
			if is && (got.Since.Unix() != max(tt.since, lowest(tt.latest, tt.since))*3600 || got.N != tt.n) {
				t.Errorf("got %d since hour %d, want %d since %d", got.N, got.Since.Unix()/3600, tt.n, tt.since)
			}
		})
	}
}

// lowest is where a wave begins that nothing was left out of.
func lowest(latest map[int64]int64, from int64) int64 {
	hours := slices.DeleteFunc(slices.Collect(maps.Keys(latest)), func(h int64) bool { return h < from })
	return slices.Min(hours)
}

func TestAnIncidentCountsExactlyWhatCameSinceItBegan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := int64(500_000)
		latest := rapid.MapOf(rapid.Int64Range(now-30, now), rapid.Int64Range(1, 9)).Draw(t, "latest")
		w := answer.Wave{Now: now, Latest: latest, Usual: rapid.Int64Range(0, 200).Draw(t, "usual"), Days: rapid.Int64Range(0, 28).Draw(t, "days")}
		one, is := w.Incident()
		if !is {
			return
		}
		var n int64
		for hour, count := range latest {
			if hour >= one.Since.Unix()/3600 {
				n += count
			}
		}
		if n != one.N || n < answer.IncidentLeast || one.Since.Unix()/3600 < now-answer.IncidentHours+1 {
			t.Fatalf("says %d since hour %d; there are %d", one.N, one.Since.Unix()/3600, n)
		}
	})
}

func TestWhatIsUsualIsSaidInWords(t *testing.T) {
	now := time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
	in := answer.Input{Catalogue: reason.Builtin(), Now: now, Zone: time.UTC, Company: time.UTC}
	for _, tt := range []struct {
		one  answer.Incident
		want string
	}{
		{answer.Incident{Code: "TECHNICAL_ISSUE", Since: now.Add(-2 * time.Hour), N: 23, Usual: 28, Days: 28},
			"23 transfers failed with “a technical issue” (TECHNICAL_ISSUE) since 14:00 UTC (usually 1 a day)"},
		{answer.Incident{Code: "TECHNICAL_ISSUE", Since: now.Add(-20 * time.Hour), N: 23, Usual: 0, Days: 28},
			"since 20 Nov, 20:00 UTC (none in the 28 days before)"},
		{answer.Incident{Code: "TECHNICAL_ISSUE", Since: now, N: 9, Usual: 3, Days: 20}, "(usually fewer than 1 a day)"},
		{answer.Incident{Code: "TECHNICAL_ISSUE", Since: now, N: 9, Days: 3}, "(what is usual cannot be said yet: fewer than 7 days are held)"},
		{answer.Incident{Code: "deposit_amount_less_invoice", IsCase: true, Since: now, N: 9, Usual: 40, Days: 28}, "9 transfers got the case “"},
	} {
		if got := tt.one.Text(in); !strings.Contains(got, tt.want) {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// internalWords may stand in no text for a customer.
var internalWords = []string{"before", "recipient account", "other customer", "another customer", "usual", "incident", "transfers", "again today"}

func TestNoWordOfTheLensReachesACustomer(t *testing.T) {
	cards := reason.Builtin()
	var incidents []answer.Incident
	for _, card := range cards.Failures() {
		incidents = append(incidents, answer.Incident{Code: card.Code, N: 9})
	}
	for _, code := range []string{"deposit_amount_less_invoice", "incorrect_name_deposit", "never_heard_of"} {
		incidents = append(incidents, answer.Incident{Code: code, IsCase: true, N: 9})
	}
	for _, one := range append(incidents, answer.Incident{Code: "NEVER_HEARD_OF", N: 9}) {
		text := one.CustomerText(cards)
		if found := reason.Forbidden(text); len(found) > 0 {
			t.Errorf("%s: %q holds %v", one.Code, text, found)
		}
		for _, word := range internalWords {
			if strings.Contains(strings.ToLower(text), word) {
				t.Errorf("%s: %q tells of others: %s", one.Code, text, word)
			}
		}
		if strings.HasPrefix(strings.ToUpper(one.Code), "NEVER") && text != "" {
			t.Errorf("%s has no card, and yet customers are told %q", one.Code, text)
		}
	}
}

func TestATransferIsPartOfAnIncidentByWhenItHadTheCode(t *testing.T) {
	at := time.Date(2026, 11, 21, 14, 0, 0, 0, time.UTC)
	one := answer.Incident{Code: "TECHNICAL_ISSUE", Since: at}
	with := func(code string, at time.Time) transfer.Facts {
		return transfer.Facts{Failures: []transfer.Failure{{Code: code, At: at, Evidence: []int64{5}}}}
	}
	for _, tt := range []struct {
		name  string
		facts transfer.Facts
		want  bool
	}{
		{"at its beginning", with("TECHNICAL_ISSUE", at), true},
		{"just before", with("TECHNICAL_ISSUE", at.Add(-time.Microsecond)), false},
		{"another code", with("WRONG_NAME", at), false},
	} {
		if _, got := one.Holds(tt.facts); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	cases := answer.Incident{Code: "x", IsCase: true, Since: at}
	if _, holds := cases.Holds(transfer.Facts{CasesOver: []transfer.Case{{Code: "X", Since: at, Evidence: []int64{5}}}}); !holds {
		t.Error("a case that was cleared since is still one of the incident's, whatever its spelling")
	}
}
