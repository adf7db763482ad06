package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/web/front"
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

// TestATransferSaysTheSameEverywhere: a list that knew less than the page would
// send an agent the wrong way.
func TestATransferSaysTheSameEverywhere(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(101), stateChange(105, "", "incoming_payment_waiting", ago(3*time.Hour)),
		stateChange(105, "incoming_payment_waiting", "processing", ago(2*time.Hour)), activeCases(105, ago(2*time.Hour), "other_case"),
		cddCheck("EVIDENCE_REQUIRED", "DOCUMENT_OUT_OF_DATE", ago(time.Hour)))...)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	for id, code := range map[string]string{"105": "held_verification", "101": "returned"} {
		said := s.fetch(token, "/api/v1/transfers/"+id)["answer"].(map[string]any)
		if said["code"] != code {
			t.Fatalf("transfer %s is %v, want %s", id, said["code"], code)
		}
		headline := said["headline"].(string)
		pages := []string{"/transfers/" + id, "/customers/16055450", "/search?q=see+transfer+" + id, "/?show=cases"}
		if id == "101" {
			pages[3] = "/bounced"
		}
		for _, path := range pages {
			if text := folded(agent.page(path).Find("main").Text()); !strings.Contains(text, headline) {
				t.Errorf("%s does not say %q of transfer %s: %s", path, headline, id, text)
			}
		}
		customer := s.fetch(token, "/api/v1/customers/16055450")
		lists := append(customer["transfers"].([]any), customer["open_problems"].([]any)...)
		lists = append(lists, s.fetch(token, "/api/v1/bounced")["transfers"].([]any)...)
		for _, row := range lists {
			row := row.(map[string]any)
			if answer := row["answer"].(map[string]any); front.IDText(int64(row["id"].(float64))) == id && (answer["code"] != code || answer["headline"] != headline) {
				t.Errorf("a list of the JSON says %v of transfer %s", answer, id)
			}
		}
		if found := s.fetch(token, "/api/v1/search?q=see+transfer+"+id)["results"].([]any); len(found) == 0 || found[0].(map[string]any)["answer"] != headline {
			t.Errorf("the search for transfer %s says %v", id, found)
		}
	}
}
