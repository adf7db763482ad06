package reconcile_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/reconcile"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// TestAStateThatGoesBackAndForthDoesNotFillTheJournal: a hundred changes at Wise in
// some days are under 20 findings, and another transfer is found as ever.
func TestAStateThatGoesBackAndForthDoesNotFillTheJournal(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	for range 60 {
		b.move(1, transfer.FundsConverted)
		b.steps(30 * time.Minute)
		b.move(1, transfer.Processing)
		b.steps(30 * time.Minute)
	}
	if n := len(b.findings()); n < 10 || n > 20 {
		t.Errorf("%d findings, want 10 to 20", n)
	}
	b.known(2, ours, transfer.Processing, b.now.Add(-time.Hour))
	b.move(2, transfer.FundsConverted)
	b.steps(30 * time.Minute)
	if all := b.findings(); all[0].Transfer != 2 && all[len(all)-1].Transfer != 2 {
		t.Error("the other transfer was not found")
	}
}

// TestATransferInAnothersListStaysWhoseItIs: and what is no id is kept nowhere.
func TestATransferInAnothersListStaysWhoseItIs(t *testing.T) {
	var b *bench
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v1/transfers" && r.URL.Query().Get("profile") == fmt.Sprint(ours+1) {
			_, _ = fmt.Fprint(w, `[{"id":1,"status":"funds_converted"},{"id":0,"status":"processing"},{"id":-5,"status":"processing"}]`)
			return
		}
		if strings.HasPrefix(r.URL.Path, "/v1/transfers") && r.URL.Path != "/v1/transfers/1" {
			_, _ = fmt.Fprint(w, `[]`)
			return
		}
		b.wise.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b = newBench(t, func(c *api.Config, _ *reconcile.Config) { c.BaseURL = server.URL })
	b.profile(ours, ours+1)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.move(1, transfer.FundsConverted)
	b.steps(40 * time.Minute)
	if all := b.findings(); len(all) != 1 || all[0].Profile != ours || b.facts(1).Profile != ours {
		t.Errorf("found %+v, held for profile %d", all, b.facts(1).Profile)
	}
	kept := look(b, func(r *store.Reader) (map[int64]store.WiseAnswer, error) {
		return r.WiseAnswers(store.OfTransferDetails, []int64{0, -5})
	})
	if len(kept) > 0 {
		t.Errorf("kept %v", kept)
	}
}
