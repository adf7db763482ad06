package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestACustomersPageSaysOfWhichOpenProblemsSomethingCameBefore(t *testing.T) {
	s := newSite(t)
	s.deliver(by(700, testAccount, stateChange(11, "", "bounced_back", ago(190*time.Hour)))...)
	s.deliver(by(testProfile, 999, stateChange(12, "", "bounced_back", ago(80*time.Hour)))...)
	s.deliver(bouncedLife(testTransfer)...)
	path := fmt.Sprintf("/customers/%d", testProfile)
	doc := s.signIn(auth.Agent).page(path)
	if got := transfersIn(doc, "seen-before"); got != fmt.Sprint(testTransfer) {
		t.Errorf("seen before: got %q", got)
	}
	if got := testid(doc, "seen-before"); !strings.Contains(got, "1 other payment to its recipient account failed or came back before") || strings.Contains(got, "700") {
		t.Errorf("got %q", got)
	}
	var found []string
	for _, f := range s.fetch(s.token(auth.Agent), "/api/v1"+path)["flags"].([]any) {
		if flag := f.(map[string]any); flag["code"] == "recipient_failed_before" {
			found = append(found, flag["text"].(string))
		}
	}
	want := "Other payments to the same recipient account failed or came back before: see transfer 49983981."
	if len(found) != 1 || found[0] != want {
		t.Errorf("flags: got %q", found)
	}
}

func TestWhatIsNotLookedThroughToItsEndIsAtLeastSoMany(t *testing.T) {
	s := newSite(t)
	for id := int64(100); id < 126; id++ { // a failure and a return each: more than are looked through
		s.deliver(stateChange(id, "", "outgoing_payment_sent", ago(200*time.Hour)), payoutFailure(id, "ACCOUNT_CLOSED", "", ago(190*time.Hour)),
			stateChange(id, "outgoing_payment_sent", "bounced_back", ago(180*time.Hour)), stateChange(id, "bounced_back", "funds_refunded", ago(170*time.Hour)))
	}
	s.deliver(bouncedLife(testTransfer)...)
	if got := testid(s.signIn(auth.Agent).page(fmt.Sprintf("/customers/%d", testProfile)), "seen-before"); !strings.Contains(got, "at least 26 other payments to its recipient account") {
		t.Errorf("seen before: %q", got)
	}
}
