package enrich_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
)

func TestWhatIsNewIsToldOnceAndTheSameAgainIsNot(t *testing.T) {
	w := newWorld(t, nil)
	var told []string
	w.OnNews(func(q enrich.Question) { told = append(told, fmt.Sprint(q.Kind, " ", q.ID)) })
	ask := func(failing simserver.Mode, want ...string) {
		t.Helper()
		w.clock.pass(2 * time.Hour)
		w.sim.Fail(simserver.Failure{})
		if failing != "" {
			w.sim.Fail(simserver.Failure{Mode: failing, Paths: []string{"/v1/transfers"}})
		}
		if err := w.Now(t.Context(), details()); err != nil && api.TroubleOf(err) == nil {
			t.Fatal(err)
		}
		if !slices.Equal(told, want) {
			t.Errorf("told %q, want %q", told, want)
		}
		told = nil
	}
	const news = "transfer 801"
	ask("", news)
	ask("")
	ask(simserver.Missing, news)
	ask(simserver.Missing)
	ask(simserver.Forbidden, news)
	ask("", news)
	w.sim.AddTransfer(simserver.Transfer{ID: payment, Profile: adas, Recipient: rita, SourceCurrency: "GBP", SourceValue: "99.00", TargetCurrency: "EUR", TargetValue: "115.20"})
	ask("", news)
}
