package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/simserver"
)

// ask presses the button and follows to the page.
func (b *browser) ask(id string) string {
	b.t.Helper()
	answer := b.submit("/transfers/"+id+"/ask", url.Values{})
	if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || to != "/transfers/"+id {
		b.t.Fatalf("asking: %d to %q", answer.StatusCode, to)
	}
	return testid(b.page("/transfers/"+id), "action-ask")
}

func TestAskWiseNowSaysWhetherWiseSaysTheSame(t *testing.T) {
	a := newAsked(t, 0)
	a.withheld(1, transfer.Processing, transfer.Processing)
	agent := a.signInAs(a.person(auth.Agent))
	if text := testid(agent.page("/transfers/1"), "action-ask"); text != "Ask Wise now" {
		t.Errorf("before: %q", text)
	}
	if text := agent.ask("1"); !strings.Contains(text, "Wise says the same: processing, asked 21 Nov 2026, 08:00 UTC (0 s ago).") {
		t.Errorf("the same: %q", text)
	}
	if err := a.wise.SetStatus(1, string(transfer.BouncedBack), true); err != nil {
		t.Fatal(err)
	}
	a.setNow(a.now.Add(10 * time.Minute))
	if text := agent.ask("1"); !strings.Contains(text, "Wise has it as bounced_back, asked 21 Nov 2026, 08:10 UTC (0 s ago). No event has told of that yet") {
		t.Errorf("another: %q", text)
	}
	if title := agent.page("/transfers/1").Find("title").Text(); !strings.Contains(title, "Returned to Wise") {
		t.Errorf("the page's answer is still %q", title)
	}
	a.wise.Fail(simserver.Failure{Mode: simserver.Garbage})
	a.setNow(a.now.Add(10 * time.Minute))
	if text := agent.ask("1"); !strings.Contains(text, "The last try, 21 Nov 2026, 08:20 UTC (0 s ago), gave no answer.") {
		t.Errorf("trouble: %q", text)
	}
}

func TestANumberThatNoEventHasNamedIsOfferedToWise(t *testing.T) {
	a := newAsked(t, 0)
	a.withheld(49983981, "", transfer.OutgoingPaymentSent)
	agent := a.signInAs(a.person(auth.Agent))
	missing := a.document(agent.get("/transfers/49983981"), http.StatusNotFound)
	if text := testid(missing, "action-ask"); text != "Ask Wise for transfer 49983981" {
		t.Errorf("on its page: %q", text)
	}
	search := agent.page("/search?q=49983981")
	if to, _ := search.Find(`[data-testid="action-ask"] form`).Attr("action"); to != "/transfers/49983981/ask" {
		t.Errorf("an empty search offers %q", to)
	}
	if agent.page("/search?q=nobody").Find(`[data-testid="action-ask"]`).Length() != 0 {
		t.Error("a name is offered to Wise")
	}
	agent.ask("49983981")
	agent.submit("/transfers/7/ask", url.Values{})
	if text := testid(a.document(agent.get("/transfers/7"), http.StatusNotFound), "asked"); !strings.Contains(text, "Wise does not know it") {
		t.Errorf("one that Wise does not know: %q", text)
	}
}

func TestWithoutATokenTheButtonSaysWhy(t *testing.T) {
	s := newSite(t)
	agent := s.signInAs(s.person(auth.Agent))
	if s.document(agent.get("/transfers/7"), http.StatusNotFound).Find(`[data-testid="action-ask"]`).Length() != 0 {
		t.Error("the page of an unknown transfer offers to ask")
	}
	a := &asked{site: s}
	a.tell(1, "", transfer.Processing)
	page := agent.page("/transfers/1")
	if page.Find(`[data-testid="action-ask"] button[disabled]`).Length() != 1 || !strings.Contains(testid(page, "action-ask"), "neither a token") {
		t.Errorf("it reads %q", testid(page, "action-ask"))
	}
}
