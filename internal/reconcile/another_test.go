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
)

// TestAnAnswerAboutAnotherTransferTeachesNothing: a doubt is asked for by the
// transfer's id, and what comes back about another one is as good as no answer.
func TestAnAnswerAboutAnotherTransferTeachesNothing(t *testing.T) {
	var b *bench
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/v1/transfers/") {
			_, _ = fmt.Fprint(w, `{"id":2,"status":"cancelled"}`)
			return
		}
		b.wise.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b = newBench(t, func(c *api.Config, _ *reconcile.Config) { c.BaseURL = server.URL })
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.known(2, ours, transfer.Processing, start.Add(-time.Hour))
	b.known(3, ours, transfer.Processing, start.AddDate(-1, 0, 0)) // too old for the lists
	b.move(1, transfer.FundsConverted)
	b.steps(40 * time.Minute)
	b.want("")
	if n := b.asked("/v1/transfers"); n == 0 {
		t.Error("no list was asked for")
	}
}
