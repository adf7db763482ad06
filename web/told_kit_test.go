package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

// toldSite is a site whose workers ask a simulated Wise about testTransfer, which
// Wise's events have told of as far as a test delivers them.
type toldSite struct {
	*site
	sim   *simserver.Server
	agent *browser
}

// toldPlan is how one is made.
type toldPlan struct {
	personal bool                            // there is a personal token
	token    bool                            // there is a token of testUser
	gate     func(http.Handler) http.Handler // stands before Wise; nil: nothing does
	linked   bool                            // the directory links testUser with the customer
}

func newToldSite(t *testing.T, plan toldPlan) *toldSite {
	t.Helper()
	w := &toldSite{}
	options := simserver.Options{Clock: func() time.Time { return w.now }, ClientID: "client", ClientSecret: "secret", PersonalToken: "personal", UserTokens: map[int64]string{testUser: "refresh-1"}}
	w.sim = simserver.New(options)
	var wise http.Handler = w.sim
	if plan.gate != nil {
		wise = plan.gate(wise)
	}
	served := httptest.NewServer(wise)
	t.Cleanup(func() { w.sim.Close(); served.Close() })
	ask := api.Config{BaseURL: served.URL}
	if plan.token {
		ask.UserTokens = filepath.Join(t.TempDir(), "tokens.csv")
		must(t, os.WriteFile(ask.UserTokens, []byte("user_id,refresh_token\n7788991,refresh-1\n"), 0o600))
		ask.ClientID, ask.ClientSecret = "client", "secret"
	}
	if plan.personal {
		ask.PersonalToken = "personal"
	}
	w.site = newSite(t, func(cfg *Config) {
		ask.Clock, ask.Log = cfg.Clock, cfg.Log
		client, err := api.New(ask)
		must(t, err)
		t.Cleanup(client.Close)
		cfg.Wise, cfg.Enrich = client, enrich.New(cfg.DB, client, cfg.Clock, cfg.Log)
	})
	w.sim.AddProfile(simserver.Profile{ID: testProfile, User: testUser, Name: "Erika Mustermann", Country: "DE"})
	w.sim.AddRecipient(simserver.Recipient{ID: testAccount, Profile: testProfile, Name: "Rita Recipient", Currency: "GBP", Country: "GB", Number: "GB00SIMU00000000001234"})
	if plan.linked {
		w.directory("K-1,Erika Mustermann,,16055450,7788991")
	}
	w.agent = w.signIn(auth.Agent)
	return w
}

// wiseHas puts testTransfer into a state at Wise, sent so long ago.
func (w *toldSite) wiseHas(state string, ago time.Duration, issues bool) {
	w.sim.AddTransfer(simserver.Transfer{
		ID: testTransfer, Profile: testProfile, Recipient: testAccount, Status: state, Reference: "Invoice 7", Rate: "0.855", SourceCurrency: "EUR", SourceValue: "1250.00",
		TargetCurrency: "GBP", TargetValue: "1068.75", SentAt: testNow.Add(-ago), Created: testNow.Add(-ago - 2*time.Hour), HasActiveIssues: issues,
	})
}

// paidOut is testTransfer as Wise and its events have it: paid out so long ago.
func (w *toldSite) paidOut(since time.Duration) {
	w.t.Helper()
	w.wiseHas("outgoing_payment_sent", since, false)
	w.deliver(stateChange(testTransfer, "", "incoming_payment_waiting", ago(since+2*time.Hour)),
		stateChange(testTransfer, "incoming_payment_waiting", "processing", ago(since+90*time.Minute)),
		stateChange(testTransfer, "processing", "funds_converted", ago(since+time.Hour)),
		stateChange(testTransfer, "funds_converted", "outgoing_payment_sent", ago(since)))
}

// work lets the workers work until the test ends.
func (w *toldSite) work() {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.server.Cfg.Enrich.Run(ctx) }()
	w.t.Cleanup(func() {
		cancel()
		must(w.t, <-ended)
	})
}

// settled waits until nothing about testTransfer and its customer is being asked.
func (w *toldSite) settled() {
	w.t.Helper()
	for kind, id := range map[store.AnswerKind]int64{store.OfTransferDetails: testTransfer, store.OfEstimate: testTransfer, store.OfPayout: testTransfer, store.OfRecipient: testAccount, store.OfWiseProfile: testProfile} {
		for w.server.Cfg.Enrich.Asking(enrich.Question{Kind: kind, ID: id}) {
			runtime.Gosched()
		}
	}
}

// later moves the clock, and signs in again.
func (w *toldSite) later(d time.Duration) {
	w.t.Helper()
	w.setNow(testNow.Add(d))
	w.agent = w.signInAs("agent@example.com")
}

// asked opens the page, waits until Wise was asked, and opens it again.
func (w *toldSite) asked() *goquery.Document {
	w.t.Helper()
	w.agent.page(testPage)
	w.settled()
	return w.agent.page(testPage)
}
