package reconcile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

// troubles says which profiles could not be asked for.
func (b *bench) troubles() string {
	var all []string
	for _, t := range look(b, func(r *store.Reader) ([]store.ReconcileTrouble, error) { return r.ReconcileTroubles(9) }) {
		text := t.Kind
		for _, id := range t.Some {
			text += " " + itoa(id)
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

func TestTroubleOfAProfileHoldsUpNoOther(t *testing.T) {
	for name, mode := range map[string]simserver.Mode{
		"garbage": simserver.Garbage, "wrong types": simserver.WrongTypes, "forbidden": simserver.Forbidden,
		"a redirect": simserver.Redirect, "strong authentication": simserver.SCA,
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.profile(501, 502, 503)
			for _, profile := range []int64{501, 502, 503} {
				b.known(profile*10, profile, transfer.Processing, start.Add(-time.Hour))
				b.move(profile*10, transfer.FundsConverted)
			}
			b.wise.Fail(simserver.Failure{Mode: mode, Paths: []string{"/v1/transfers"}, After: 1, Times: 1})
			b.steps(time.Minute)
			if got := b.troubles(); !strings.HasSuffix(got, " 502") {
				t.Errorf("in trouble: %q, want 502 alone", got)
			}
			if round := b.lastRound(); round.End != store.RoundDone || round.Asked != 2 || round.Skipped != 1 {
				t.Errorf("the round is %+v", round)
			}
			b.steps(18 * time.Minute)
			if b.want("5020 state_differs processing>funds_converted, 5030 state_differs processing>funds_converted, 5010 state_differs processing>funds_converted"); b.troubles() != "" {
				t.Errorf("still in trouble: %s", b.troubles())
			}
		})
	}
}

func TestAProfileThatIsNotOursIsSkippedAndSaidWhy(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.hear(2, 999, "", transfer.Processing, start.Add(-time.Hour)) // no such profile for the token
	b.steps(time.Minute)
	if got := b.troubles(); got != "forbidden 999" {
		t.Errorf("in trouble: %q", got)
	}
}

func TestATokenThatIsNotTakenIsTriedOnce(t *testing.T) {
	b := newBench(t)
	for id := range int64(30) {
		b.hear(id+1, 501+id, "", transfer.Processing, start.Add(-time.Hour))
	}
	b.wise.Fail(simserver.Failure{Mode: simserver.Unauthorized})
	b.steps(time.Minute)
	if n := b.asked("/v1/transfers"); n != 1 {
		t.Errorf("%d requests with a token that is not taken, want 1", n)
	}
	if round := b.lastRound(); round.End != store.RoundDone || round.Skipped != 30 {
		t.Errorf("the round is %+v", round)
	}
}

func TestWiseIsLeftAloneWhenItAsksForThat(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.wise.Fail(simserver.Failure{Mode: simserver.TooMany, RetryAfter: 90 * time.Second, Times: 1})
	b.steps(80 * time.Second)
	if n := len(b.wise.Requests()); n != 1 {
		t.Errorf("%d requests before the time was up, want 1", n)
	}
	if s := b.reconcile.Status(); s.Paused == "" || !s.PausedUntil.After(b.now) {
		t.Errorf("the status does not say so: %+v", s)
	}
	b.steps(time.Minute)
	if round := b.lastRound(); round.End != store.RoundDone || round.Asked != 1 {
		t.Errorf("the round is %+v", round)
	}
}

func TestWiseGoesDownInTheMiddleAndComesBack(t *testing.T) {
	b := newBench(t)
	for id := range int64(8) {
		b.profile(501 + id)
		b.known(id+1, 501+id, transfer.Processing, start.Add(-time.Hour))
		b.move(id+1, transfer.FundsConverted)
	}
	b.wise.Fail(simserver.Failure{Mode: simserver.ServerError, After: 4})
	b.steps(20 * time.Second)
	if s := b.reconcile.Status(); !s.Running || s.Round.Asked != 3 || s.Paused == "" {
		t.Errorf("in the middle: %+v", s)
	}
	b.wise.Fail(simserver.Failure{})
	b.steps(20 * time.Minute)
	if n := len(b.findings()); n != 8 {
		t.Errorf("%d found, want 8: %s", n, b.found())
	}
}

func TestARoundEndsWhenWiseStaysDownAndTheNextOneTriesAgain(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.wise.Fail(simserver.Failure{Mode: simserver.ServerError, Paths: []string{"/v1/transfers"}})
	for id := range int64(20) {
		b.hear(id+10, 600+id, "", transfer.Processing, start.Add(-time.Hour))
	}
	b.steps(30 * time.Minute)
	first := look(b, func(r *store.Reader) (store.ReconcileRound, error) {
		rounds, err := r.ReconcileRounds("", 10)
		return rounds.Rows[len(rounds.Rows)-1], err
	})
	if first.End != store.RoundUnreachable || first.Said == "" {
		t.Errorf("the round is %+v", first)
	}
	if n := b.asked("/v1/transfers"); n > 30 {
		t.Errorf("%d requests in half an hour to a Wise that is down", n)
	}
	b.wise.Fail(simserver.Failure{})
	b.close()
	b.open() // a breaker of its own, which minds no clock but the real one
	b.steps(20 * time.Minute)
	if next := b.lastRound(); next.ID == first.ID || next.End != store.RoundDone {
		t.Errorf("the next round is %+v", next)
	}
}

func TestAPersonStartsAndStopsRounds(t *testing.T) {
	b := newBench(t)
	for id := range int64(60) {
		b.profile(501 + id)
	}
	if err := b.reconcile.Stop(t.Context(), lead, ""); fault.KindOf(err) != fault.Conflict {
		t.Errorf("stopping nothing: %v", err)
	}
	if err := b.reconcile.Start(t.Context(), agent, ""); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("an agent starts: %v", err)
	}
	if err := b.reconcile.Start(t.Context(), lead, ""); err != nil {
		t.Fatal(err)
	}
	if err := b.reconcile.Start(t.Context(), lead, ""); fault.KindOf(err) != fault.Conflict {
		t.Errorf("starting twice: %v", err)
	}
	b.steps(3 * time.Second)
	if err := b.reconcile.Stop(t.Context(), lead, ""); err != nil {
		t.Fatal(err)
	}
	requests := len(b.wise.Requests())
	b.steps(5 * time.Minute)
	round := b.lastRound()
	if len(b.wise.Requests()) != requests || round.End != store.RoundStopped || round.By != "Lea" || round.Asked == 0 || round.Asked >= 60 {
		t.Errorf("%d more requests; the round is %+v", len(b.wise.Requests())-requests, round)
	}
	acts := map[string]int{}
	for _, e := range testkit.AuditEntries(t, b.db) {
		acts[e.ActorName+" "+e.Detail+" "+e.Result]++
	}
	if acts["Lea start done"] != 1 || acts["Lea stop done"] != 1 || acts["Ada start denied"] != 1 {
		t.Errorf("the audit log has %v", acts)
	}
}

func TestADeadTokenOfOneUserCostsItsProfilesOnly(t *testing.T) {
	tokens := filepath.Join(t.TempDir(), "tokens.csv")
	if err := os.WriteFile(tokens, []byte("user_id,refresh_token\n601,refresh\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b := newBench(t, func(a *api.Config, _ *reconcileConfig) {
		a.ClientID, a.ClientSecret, a.UserTokens = "app", "secret", tokens
	})
	b.profile(ours)
	b.wise.AddProfile(simserver.Profile{ID: 502, User: 602}) // asked for with the company's token
	b.known(1, ours, transfer.Processing, start.Add(-time.Hour))
	b.known(2, 502, transfer.Processing, start.Add(-time.Hour))
	b.wise.SetUserState(owner, "DEACTIVATED")
	b.steps(time.Minute)
	if got := b.troubles(); got != "grant_revoked 501" {
		t.Errorf("in trouble: %q", got)
	}
	if told := b.tokenOf(owner); told.Trouble == nil || told.Trouble.Kind != "grant_revoked" {
		t.Errorf("the user's token is told as %+v", told)
	}
	b.wise.SetUserState(owner, "ACTIVE")
	b.steps(15 * time.Minute)
	if got := b.troubles(); got != "" {
		t.Errorf("still in trouble: %q", got)
	}
	if told := b.tokenOf(owner); told.Trouble != nil {
		t.Errorf("the user's token is still told as %+v", told)
	}
}

func (b *bench) tokenOf(user int64) store.Told[struct{}] {
	return look(b, func(r *store.Reader) (store.Told[struct{}], error) {
		return store.ToldOf[struct{}](r, store.OfUserToken, user)
	})
}
