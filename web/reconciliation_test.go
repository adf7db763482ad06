package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
)

// asked is a site that can ask a simulated Wise.
type asked struct {
	*site
	wise *simserver.Server
	cfg  Config
}

// newAsked starts one; every is the pause between rounds.
func newAsked(t *testing.T, every time.Duration) *asked {
	t.Helper()
	a := &asked{}
	a.site = newSite(t, func(cfg *Config) {
		a.wise = simserver.New(simserver.Options{Clock: cfg.Clock, PersonalToken: "personal"})
		t.Cleanup(a.wise.Close)
		server := httptest.NewServer(a.wise)
		t.Cleanup(server.Close)
		var err error
		if cfg.Wise, err = api.New(api.Config{BaseURL: server.URL, PersonalToken: "personal", Clock: cfg.Clock, Log: slog.New(slog.DiscardHandler)}); err != nil {
			t.Fatal(err)
		}
		cfg.Enrich = enrich.New(cfg.DB, cfg.Wise, cfg.Clock, cfg.Log)
		cfg.Reconcile = reconcile.New(reconcile.Config{DB: cfg.DB, Journal: cfg.Journal, Projector: cfg.Projector, Wise: cfg.Wise, Enrich: cfg.Enrich,
			Clock: cfg.Clock, Log: cfg.Log, Every: every})
		a.cfg = *cfg
	})
	a.wise.AddProfile(simserver.Profile{ID: 501, User: 601})
	return a
}

// steps lets reconciliation work for as long as the site's clock says.
func (a *asked) steps(while time.Duration) {
	a.t.Helper()
	for end := a.now.Add(while); a.now.Before(end); {
		wait, err := a.cfg.Reconcile.Step(a.t.Context())
		if err != nil {
			a.t.Fatal(err)
		}
		a.setNow(a.now.Add(max(wait, 100*time.Millisecond)))
	}
}

// withheld lets Wise have a transfer in one state, while our last event told another.
func (a *asked) withheld(id int64, told, has transfer.State) {
	a.t.Helper()
	a.wise.AddTransfer(simserver.Transfer{ID: id, Profile: 501, Recipient: id + 1000, Status: string(has), Created: a.now.Add(-time.Hour)})
	if told != "" {
		a.tell(id, "", told)
	}
}

func (a *asked) tell(id int64, from, to transfer.State) {
	a.t.Helper()
	news := wisesim.News{Kind: transfer.StateChange, Transfer: id, Profile: 501, Account: id + 1000, From: from, To: to, At: a.now.Add(-time.Hour)}
	a.deliver(string(news.Body("7aa8c662-a2dc-4741-8c09-84101c92109f", "4.0.0", a.now)))
}

func TestTheReconciliationPageSaysWhyItIsOffOrCannotAsk(t *testing.T) {
	s := newSite(t)
	lead := s.signInAs(s.person(auth.Lead))
	if text := testid(lead.page("/admin/reconciliation"), "reconciliation-state"); !strings.Contains(text, "no token") || !strings.Contains(text, "--wise-token") {
		t.Errorf("without a token: %q", text)
	}
	if answer := lead.submit("/admin/reconciliation/run", url.Values{}); answer.StatusCode != http.StatusConflict {
		t.Errorf("starting without a token: %d", answer.StatusCode)
	}
	a := newAsked(t, 0)
	page := a.signInAs(a.person(auth.Lead)).page("/admin/reconciliation")
	if text := testid(page, "reconciliation-state"); !strings.Contains(text, "Off") || page.Find(`form[action="/admin/reconciliation/run"]`).Length() != 1 {
		t.Errorf("off: %q", text)
	}
	if text := folded(page.Find(`.empty[data-testid="nothing-yet"]`).Text()); !strings.Contains(text, "Nothing was asked yet") || !strings.Contains(text, "No round has ever run") {
		t.Errorf("never run: %q", text)
	}
}

func TestALeadSeesWhatWasFoundAndWhatHasBecomeOfIt(t *testing.T) {
	a := newAsked(t, 10*time.Minute)
	a.withheld(1, transfer.Processing, transfer.FundsConverted)
	a.withheld(2, "", transfer.OutgoingPaymentSent)
	a.deliver(string(wisesim.News{Kind: transfer.StateChange, Transfer: 3, Profile: 999, To: transfer.Processing, At: a.now}.Body("s", "4.0.0", a.now)))
	a.steps(9 * time.Minute)
	lead, agent := a.signInAs(a.person(auth.Lead)), a.signInAs(a.person(auth.Agent))
	page := lead.page("/admin/reconciliation")
	rows := folded(page.Find(`[data-testid="findings"] tbody`).Text())
	for _, want := range []string{"Another stateWise had it as funds_converted; we held processing since", "Never heard ofWise had it as outgoing_payment_sent", "Its event never came", "round 1"} {
		if !strings.Contains(rows, want) {
			t.Errorf("the findings lack %q: %s", want, rows)
		}
	}
	if text := testid(page, "reconcile-trouble"); !strings.Contains(text, "The token may not see it 1 profile") || !strings.Contains(text, "999") {
		t.Errorf("who could not be asked for: %q", text)
	}
	if text := testid(page, "rounds"); !strings.Contains(text, "Done") {
		t.Errorf("the rounds: %q", text)
	}
	if text := testid(lead.page("/"), "gaps"); !strings.Contains(text, "Reconciliation found 2 transfers whose events never came") {
		t.Errorf("on a lead's queue: %q", text)
	}
	if text := testid(agent.page("/"), "gaps"); text != "" {
		t.Errorf("on an agent's queue: %q", text)
	}
	if title := folded(lead.page("/transfers/2").Find("title").Text()); !strings.HasPrefix(title, "Paid out by Wise") {
		t.Errorf("a transfer that was never heard of has the page %q", title)
	}
	a.tell(1, transfer.Processing, transfer.FundsConverted)
	if text := folded(lead.page("/admin/reconciliation" + "?kind=state_differs").Find(`[data-testid="findings"] tbody`).Text()); !strings.Contains(text, "ExplainedIts event came after all.") {
		t.Errorf("before the next look: %q", text)
	}
	a.steps(2 * time.Minute)
	for query, want := range map[string]string{"status=open": "2", "status=explained": "1", "kind=never_heard": "2", "status=open&status=explained": "2 1"} {
		var ids []string
		for _, row := range lead.page("/admin/reconciliation" + "?" + query).Find(`[data-testid="findings"] tbody th > a.id`).EachIter() {
			ids = append(ids, row.Text())
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	if text := folded(lead.page("/admin/reconciliation" + "?status=explained&kind=never_heard").Find(".empty").First().Text()); !strings.Contains(text, "No finding passes this filter") {
		t.Errorf("nothing matches: %q", text)
	}
	if answer := lead.get("/admin/reconciliation" + "?status=nonsense"); answer.StatusCode != http.StatusBadRequest {
		t.Errorf("an unknown filter: %d", answer.StatusCode)
	}
}

func TestARoundIsStartedAndStoppedFromThePage(t *testing.T) {
	a := newAsked(t, 0)
	for id := range int64(30) {
		a.wise.AddProfile(simserver.Profile{ID: 700 + id, User: 601})
	}
	lead := a.signInAs(a.person(auth.Lead))
	if answer := lead.submit("/admin/reconciliation/run", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("starting: %d", answer.StatusCode)
	}
	a.steps(time.Second)
	page := lead.page("/admin/reconciliation")
	if text := testid(page, "progress"); !strings.Contains(text, "of 31 profiles") || page.Find(`#state[data-look-again]`).Length() != 1 {
		t.Errorf("the progress is %q", text)
	}
	if answer := lead.submit("/admin/reconciliation/run", url.Values{}); answer.StatusCode != http.StatusConflict {
		t.Errorf("starting twice: %d", answer.StatusCode)
	}
	if answer := lead.submit("/admin/reconciliation"+"/stop", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("stopping: %d", answer.StatusCode)
	}
	a.steps(time.Second)
	if text := testid(lead.page("/admin/reconciliation"), "rounds"); !strings.Contains(text, "Stopped") || !strings.Contains(text, "by Lead One") {
		t.Errorf("the rounds: %q", text)
	}
}
