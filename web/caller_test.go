package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
)

// box is the box with the text for the customer.
func box(b *browser, path string) *goquery.Selection { return b.page(path).Find(".tell").First() }

func TestWhoIsCallingDecidesWhatMayBeReadOut(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testTransfer, "processing", string(transfer.OutgoingPaymentSent), ago(48*time.Hour)),
		payoutFailure(testTransfer, "ACCOUNT_CLOSED", "closed", ago(24*time.Hour)), stateChange(testTransfer, string(transfer.OutgoingPaymentSent), "bounced_back", ago(24*time.Hour)))
	agent := s.signIn(auth.Agent)
	const path = "/transfers/49983981"
	text := box(agent, path).Find("[data-testid=customer-text]").Text()
	if !strings.Contains(text, "closed") {
		t.Fatalf("the text is %q", text)
	}
	for query, test := range map[string]struct {
		offered bool
		says    string
	}{
		"":                                      {true, "Read nothing out before you know."},
		"?caller=sender&identity=confirmed":     {true, "Confirmed: this may be read out."},
		"?caller=sender&identity=not_confirmed": {false, "Confirm first who it is"},
		"?caller=sender":                        {false, "Confirm first who it is"},
		"?caller=recipient":                     {false, "Please ask the sender."},
		"?caller=recipient&identity=confirmed":  {false, "Please ask the sender."},
		"?caller=third_party":                   {false, "Please ask the sender."},
	} {
		tell := box(agent, path+query)
		shown := tell.Find("[data-testid=customer-text]").Text()
		if (shown == text) != test.offered || (tell.Find("[data-copy-from]").Length() == 1) != test.offered {
			t.Errorf("%s: the text reads %q", query, shown)
		}
		wants(t, query, folded(tell.Text()), test.says, "Who is calling?")
		if advice := tell.Find("[data-testid=caller-advice]").Text(); strings.ContainsAny(advice, "0123456789") || strings.Contains(advice, "closed") || strings.Contains(advice, "return") {
			t.Errorf("%s: the caller would hear %q", query, advice)
		}
		if current := tell.Find("[aria-current]").Length(); (current == 1) != (query != "") {
			t.Errorf("%s: %d choices are marked", query, current)
		}
	}
	for _, query := range []string{"?caller=mother", "?caller=sender&identity=perhaps"} {
		if answer := agent.get(path + query); answer.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: got %d, want 400", query, answer.StatusCode)
		}
	}
}

// TestTheChoiceOfTheCallerIsALink: it works without scripts, keeps what else stands in
// the address, and the same link takes it back.
func TestTheChoiceOfTheCallerIsALink(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testTransfer, "processing", "outgoing_payment_sent", ago(time.Hour)))
	agent := s.signIn(auth.Agent)
	links := func(path string) (all []string) {
		box(agent, path).Find("[data-testid=caller] a").Each(func(_ int, a *goquery.Selection) { all = append(all, a.AttrOr("href", "")) })
		return all
	}
	all := links("/transfers/49983981?order=learned&rows=all&evil=1")
	if len(all) != 4 || all[2] != "/transfers/49983981?caller=recipient&order=learned&rows=all#tell" {
		t.Fatalf("the choices lead to %q", all)
	}
	chosen := links(strings.TrimSuffix(all[2], "#tell"))
	if chosen[2] != "/transfers/49983981?order=learned&rows=all#tell" {
		t.Errorf("taking it back leads to %q", chosen[2])
	}
}

func TestAnAccountIsSpokenOfWithItsHolderOnly(t *testing.T) {
	s := newSite(t)
	s.deliver(userChanged(7788, "ACTIVE", "WITHDRAW_ONLY", "", ago(time.Hour)))
	agent := s.signIn(auth.Agent)
	wants(t, "nothing chosen", folded(box(agent, "/users/7788").Text()), "Read nothing out before you know.", "Account holder, confirmed")
	other := box(agent, "/users/7788?caller=third_party")
	wants(t, "somebody else", folded(other.Text()), "We may speak about an account only with its holder.")
	if other.Find("[data-testid=customer-text]").Length() != 0 {
		t.Error("the text is offered")
	}
}

// TestATellingNotesWhoWasOnTheLine: and nothing is noted as told to somebody who may
// not hear it.
func TestATellingNotesWhoWasOnTheLine(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testTransfer, "processing", "outgoing_payment_sent", ago(time.Hour)))
	agent := s.signIn(auth.Agent)
	const path = "/transfers/49983981"
	form := url.Values{}
	box(agent, path+"?caller=sender&identity=confirmed").Find("form input").Each(func(_ int, in *goquery.Selection) {
		form.Set(in.AttrOr("name", ""), in.AttrOr("value", ""))
	})
	for _, wrong := range []url.Values{{"caller": {"recipient"}}, {"caller": {"third_party"}, "identity": {"confirmed"}}, {"caller": {"sender"}, "identity": {"not_confirmed"}}} {
		wrong.Set("text", form.Get("text"))
		if answer := agent.submit(path+"/tellings", wrong); answer.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%v: got %d, want 422", wrong, answer.StatusCode)
		}
	}
	if answer := agent.submit(path+"/tellings", form); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("noting %v: got %d, want 303", form, answer.StatusCode)
	}
	wants(t, "the timeline", folded(testid(agent.page(path), "timeline")), "Customer was told", "the sender called, identity confirmed")
}
