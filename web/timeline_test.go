package web

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// storyRows gives the text of each row of a timeline, newest first.
func storyRows(doc *goquery.Document) []string {
	return doc.Find(`[data-testid="timeline"] > li`).Map(func(_ int, li *goquery.Selection) string { return folded(li.Text()) })
}

// has says whether some row has all of the texts.
func has(rows []string, texts ...string) bool {
	for _, row := range rows {
		all := true
		for _, text := range texts {
			all = all && strings.Contains(row, text)
		}
		if all {
			return true
		}
	}
	return false
}

func TestATimelineGoesAsItHappenedOrAsWeLearnedIt(t *testing.T) {
	s := newSite(t)
	s.setNow(testNow.Add(-10 * time.Hour))
	s.deliver(stateChange(7, "processing", "outgoing_payment_sent", ago(11*time.Hour)))
	s.setNow(testNow.Add(-8 * time.Hour))
	s.deliver(stateChange(7, "", "processing", ago(12*time.Hour)))
	s.setNow(testNow)
	agent := s.signIn(auth.Agent)
	for path, want := range map[string][]string{
		"/transfers/7":                {"Paid out by Wise", "At Wise, in process"},
		"/transfers/7?order=happened": {"Paid out by Wise", "At Wise, in process"},
		"/transfers/7?order=learned":  {"At Wise, in process", "Paid out by Wise"},
	} {
		doc := agent.page(path)
		got := doc.Find(`[data-testid="timeline"] > li strong`).Map(func(_ int, e *goquery.Selection) string { return folded(e.Text()) })
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", path, d)
		}
		rows := storyRows(doc)
		if !has(rows, "At Wise, in process", "arrived 4 h late") || has(rows, "Paid out by Wise", "arrived 4 h") {
			t.Errorf("%s: got %q, want the first event 4 h late", path, rows)
		}
		if n := doc.Find(`nav[aria-label="Order of the events"] [aria-current="true"]`).Length(); n != 1 {
			t.Errorf("%s: %d orders are current, want 1", path, n)
		}
	}
	learned := storyRows(agent.page("/transfers/7?order=learned"))
	if !has(learned, "8 h ago received 21 Nov 2026, 00:00 UTC", "occurred 20 Nov 2026, 20:00 UTC") {
		t.Errorf("as we learned it: got %q, want both times by name", learned)
	}
	if got := agent.get("/transfers/7?order=sideways").StatusCode; got != http.StatusBadRequest {
		t.Errorf("an order that is not known: got %d, want 400", got)
	}
}

func TestAnEventIsLateFromFifteenMinutesOn(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(7, "", "processing", ago(14*time.Minute)), stateChange(8, "", "processing", ago(15*time.Minute)))
	agent := s.signIn(auth.Agent)
	for path, late := range map[string]bool{"/transfers/7": false, "/transfers/8": true} {
		if got := has(storyRows(agent.page(path)), "late"); got != late {
			t.Errorf("%s: late %v, want %v", path, got, late)
		}
	}
}

func TestWhatIsMissingAndWhatWentBackIsSaidOutright(t *testing.T) {
	s := newSite(t)
	s.deliver(
		stateChange(7, "", "processing", ago(12*time.Hour)),
		stateChange(7, "outgoing_payment_sent", "bounced_back", ago(6*time.Hour)),
		stateChange(8, "incoming_payment_waiting", "processing", ago(5*time.Hour)),
		stateChange(9, "", "processing", ago(5*time.Hour)),
		stateChange(9, "processing", "outgoing_payment_sent", ago(4*time.Hour)),
		stateChange(9, "outgoing_payment_sent", "processing", ago(3*time.Hour)),
	)
	agent := s.signIn(auth.Agent)
	for _, tt := range []struct {
		path  string
		texts []string
	}{
		{"/transfers/7", []string{"An event is missing here", "Wise says that it was “Paid out by Wise” before; we held “At Wise, in process”."}},
		{"/transfers/7?order=learned", []string{"Bounced back", "An event is missing before this one", "we held “At Wise, in process”"}},
		{"/transfers/8", []string{"An event is missing here", "it was “Waiting to be funded” before; we hold nothing from then"}},
		{"/transfers/9", []string{"A step back: Wise took it from “Paid out by Wise” to “At Wise, in process”."}},
	} {
		if rows := storyRows(agent.page(tt.path)); !has(rows, tt.texts...) {
			t.Errorf("%s: got %q, want %q", tt.path, rows, tt.texts)
		}
	}
	if rows := storyRows(agent.page("/transfers/9")); has(rows, "missing") {
		t.Errorf("got %q, want nothing to be missing", rows)
	}
}

func TestSnapshotsOfCasesSayWhatOpenedIsOpenAndWasCleared(t *testing.T) {
	s := newSite(t)
	s.deliver(
		stateChange(7, "", "incoming_payment_waiting", ago(50*time.Hour)),
		activeCases(7, ago(48*time.Hour), "deposit_amount_less_invoice"),
		activeCases(7, ago(40*time.Hour), "deposit_amount_less_invoice", "a_new_case"),
		activeCases(7, ago(37*time.Hour), "a_new_case"),
		activeCases(7, ago(30*time.Hour)),
	)
	rows := storyRows(s.signIn(auth.Agent).page("/transfers/7"))
	for _, texts := range [][]string{
		{"Case opened", "Opened:", "seen 19 Nov 2026, 08:00 UTC"},
		{"Case opened", "a_new_case", "Still open:", "for 8 h."},
		{"Case cleared", "deposit_amount_less_invoice", "Cleared:", "after 11 h.", "Still open:", "for 3 h."},
		{"Case cleared", "a_new_case", "after 10 h."},
	} {
		if !has(rows, texts...) {
			t.Errorf("got %q, want %q in one row", rows, texts)
		}
	}
}

func TestALongTimelineFoldsItsMiddle(t *testing.T) {
	s := newSite(t)
	var bodies []string
	for i := range 620 {
		bodies = append(bodies, activeCases(7, ago(time.Duration(700-i)*time.Minute), fmt.Sprintf("case_%d", i)))
		if i < 300 {
			bodies = append(bodies, activeCases(8, ago(time.Duration(700-i)*time.Minute), fmt.Sprintf("case_%d", i)))
		}
	}
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	for path, want := range map[string][2]int{
		"/transfers/8":          {51, 250}, // rows seen at once with the fold, rows inside it
		"/transfers/7":          {51, 0},
		"/transfers/7?rows=all": {51, 570},
	} {
		doc := agent.page(path)
		got := [2]int{len(storyRows(doc)), doc.Find(`[data-testid="timeline"] .folded details li`).Length()}
		if got != want {
			t.Errorf("%s: got %v rows, want %v", path, got, want)
		}
	}
	link := agent.page("/transfers/7?order=learned").Find(`.folded a`).AttrOr("href", "")
	if want := "/transfers/7?order=learned&rows=all#happened"; link != want {
		t.Errorf("show all: got %q, want %q", link, want)
	}
}

func TestTheTimelineOfTheAPIKeepsItsOrderAndSaysTheSame(t *testing.T) {
	s := newSite(t)
	s.deliver(
		stateChange(7, "outgoing_payment_sent", "bounced_back", ago(6*time.Hour)),
		stateChange(7, "", "processing", ago(12*time.Hour)),
	)
	got := s.fetch(s.token(auth.Agent), "/api/v1/transfers/7")["timeline"].([]any)
	first, second := got[0].(map[string]any), got[1].(map[string]any)
	if first["to"] != "processing" || second["to"] != "bounced_back" {
		t.Errorf("got %v, then %v, want the order in which it happened", first["to"], second["to"])
	}
	if note := fmt.Sprint(second["note"]); !strings.Contains(note, "we held “At Wise, in process”") {
		t.Errorf("note: got %q, want what is missing", note)
	}
}

func TestATitleGoesOnInTheMiddleOfASentenceInAnyAlphabet(t *testing.T) {
	for title, want := range map[string]string{
		"The account is closed": "the account is closed", "IBAN is wrong": "IBAN is wrong", "": "", "A": "A",
		"Élan": "élan", "Жду": "жду", "عربي": "عربي",
	} {
		if got := front.LowerFirst(title); got != want {
			t.Errorf("lowerFirst(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestAStateInASentenceIsWrittenOut(t *testing.T) {
	if got, want := wording.Said("\u202enew\x1b", false), `“\u202enew\u001b”`; got != want {
		t.Errorf("stateSaid = %s, want %s", got, want)
	}
}
