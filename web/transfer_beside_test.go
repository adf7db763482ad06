package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestATransferWaitsForItsCustomersVerification(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)[:2]...)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	code := func() string {
		return s.fetch(token, "/api/v1/transfers/49983981")["answer"].(map[string]any)["code"].(string)
	}
	before := code()
	s.deliver(cddCheck("EVIDENCE_REQUIRED", "DOCUMENT_OUT_OF_DATE", ago(time.Hour)))
	if got := code(); got != "held_verification" || got == before {
		t.Errorf("the row is %s, and before it was %s", got, before)
	}
	if text := testid(agent.page("/transfers/49983981"), "answer"); !strings.Contains(text, "Cannot go on until the customer's verification is done.") {
		t.Errorf("the page says %q", text)
	}
	s.deliver(cddCheck("VERIFIED", "", ago(time.Minute)))
	if got := code(); got != before {
		t.Errorf("the verification is done, and the row is %s", got)
	}
}

func TestARestrictedProfileIsSaidBesideItsTransfers(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), profileState("VIEW_ONLY", ago(time.Hour)))...)
	flags := s.fetch(s.token(auth.Agent), "/api/v1/transfers/49983981")["flags"].([]any)
	for _, f := range flags {
		if flag := f.(map[string]any); flag["code"] == "account_restricted" && strings.Contains(flag["text"].(string), "view only") {
			return
		}
	}
	t.Errorf("the flags are %v, want the profile's restriction among them", flags)
}

func TestDocumentsAskedForStandInTheHeadOfAVerifiedCustomerToo(t *testing.T) {
	s := newSite(t)
	s.deliver(verification("verified", ago(48*time.Hour)), cddCheck("EVIDENCE_REQUIRED", "DOCUMENT_OUT_OF_DATE", ago(time.Hour)))
	text := testid(s.signIn(auth.Agent).page("/customers/16055450"), "verification")
	if !strings.Contains(text, "Documents asked for") || !strings.Contains(text, "source of income") {
		t.Errorf("documents are asked for, and the page says %q", text)
	}
}
