package web

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/web/wording"
)

// TestTheHelpExplainsEveryStateAndStage that the pages draw.
func TestTheHelpExplainsEveryStateAndStage(t *testing.T) {
	doc := newSite(t).signIn(auth.Agent).page("/help")
	text := folded(doc.Find("#states").Text())
	for state, word := range wording.States {
		if !strings.Contains(text, word.Happened) || !strings.Contains(text, string(state)) {
			t.Errorf("the state %s, %q, is not explained", state, word.Happened)
		}
	}
	for _, stage := range wording.Stages() {
		if !strings.Contains(text, wording.StageWords[stage]) {
			t.Errorf("the stage %q is not explained", wording.StageWords[stage])
		}
	}
	for state := range wording.UserTones {
		if !strings.Contains(text, string(state)) {
			t.Errorf("the account state %s is not explained", state)
		}
	}
}

// TestTheHelpSaysWhoMay as the table of rights has it.
func TestTheHelpSaysWhoMay(t *testing.T) {
	doc := newSite(t).signIn(auth.Agent).page("/help")
	for what, who := range map[string]string{
		"Tell a customer, and note it": "everybody", "Cancel a transfer at Wise": "leads and admins", "See the system’s health, and give people access": "admins",
	} {
		row := doc.Find("#rights tr").FilterFunction(func(_ int, s *goquery.Selection) bool { return folded(s.Find("th").Text()) == what })
		if got := folded(row.Find("td").Text()); got != who {
			t.Errorf("%q may be done by %q, want %q", what, got, who)
		}
	}
}
