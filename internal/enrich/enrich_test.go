package enrich_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"slices"
	"testing"
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func TestWhatIsWantedIsAskedOnceAndKept(t *testing.T) {
	w := newWorld(t, nil)
	w.Want(details(), details())
	w.run()
	w.settled(details())
	w.Want(details())
	w.settled(details())
	if n := w.asked("/transfers/801"); n != 1 {
		t.Errorf("Wise was asked %d times, want once: the answer is fresh", n)
	}
	kept := w.kept(store.OfTransferDetails, payment)
	var told api.Transfer
	if err := json.Unmarshal(kept.Value, &told); err != nil {
		t.Fatal(err)
	}
	if got := told.Source.String() + " " + told.Reference; got != "100.00 GBP Invoice 7" || !kept.FetchedAt.Equal(w.clock.now()) || kept.Trouble != nil {
		t.Errorf("kept is %q of %s, trouble %v", got, kept.FetchedAt, kept.Trouble)
	}
	w.clock.pass(time.Hour)
	w.Want(details())
	w.settled(details())
	if n := w.asked("/transfers/801"); n != 2 {
		t.Errorf("Wise was asked %d times in all, want twice: the first answer is old", n)
	}
}

func TestNoTroubleTakesTheLastAnswerAway(t *testing.T) {
	for mode, want := range map[simserver.Mode]api.Kind{
		simserver.Down: api.Down, simserver.ServerError: api.Down, simserver.Forbidden: api.Forbidden, simserver.SCA: api.NeedsApproval,
		simserver.Missing: api.NotFound, simserver.TooMany: api.TooMany, simserver.Garbage: api.Unreadable, simserver.WrongTypes: api.Unreadable,
		simserver.Truncated: api.Unreadable, simserver.Redirect: api.Redirected, simserver.Unauthorized: api.Refused,
	} {
		t.Run(string(mode), func(t *testing.T) {
			w := newWorld(t, nil)
			if err := w.Now(t.Context(), details()); err != nil {
				t.Fatal(err)
			}
			before := w.kept(store.OfTransferDetails, payment)
			w.clock.pass(2 * time.Hour)
			w.sim.Fail(simserver.Failure{Mode: mode, Paths: []string{"/v1/transfers"}})
			if trouble := api.TroubleOf(w.Now(t.Context(), details())); trouble == nil || trouble.Kind != want {
				t.Fatalf("the trouble is %v, want %s", trouble, want)
			}
			kept := w.kept(store.OfTransferDetails, payment)
			if string(kept.Value) != string(before.Value) || !kept.FetchedAt.Equal(before.FetchedAt) {
				t.Errorf("kept is %s of %s, want what was kept before", kept.Value, kept.FetchedAt)
			}
			if kept.Trouble == nil || kept.Trouble.Kind != string(want) || kept.Trouble.Text == "" || !kept.RetryAt.After(w.clock.now()) {
				t.Errorf("beside it stands %+v, to be tried again at %s", kept.Trouble, kept.RetryAt)
			}
			w.sim.Fail(simserver.Failure{})
			if err := w.Now(t.Context(), details()); err != nil {
				t.Fatal(err)
			}
			if kept := w.kept(store.OfTransferDetails, payment); kept.Trouble != nil || !kept.FetchedAt.Equal(w.clock.now()) {
				t.Errorf("after a success %+v stands, of %s", kept.Trouble, kept.FetchedAt)
			}
		})
	}
}

func TestTheBackgroundWaitsAfterTroubleAndAPersonDoesNot(t *testing.T) {
	w := newWorld(t, nil)
	w.sim.Fail(simserver.Failure{Mode: simserver.Missing, Paths: []string{"/v1/transfers"}})
	w.run()
	w.Want(details())
	w.settled(details())
	w.Want(details())
	w.settled(details())
	if n := w.asked("/transfers/801"); n != 1 {
		t.Errorf("the background asked %d times, want once", n)
	}
	if trouble := api.TroubleOf(w.Now(t.Context(), details())); trouble == nil || w.asked("/transfers/801") != 2 {
		t.Errorf("a person got %v after %d requests in all", trouble, w.asked("/transfers/801"))
	}
}

func TestARunThatEndsLetsGoOfWhatHangs(t *testing.T) {
	arrived, release := make(chan struct{}, 8), make(chan struct{})
	w := newWorld(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			arrived <- struct{}{}
			<-release
		})
	})
	t.Cleanup(func() { close(release) })
	stop := w.run()
	q := enrich.Question{Kind: store.OfTransferDetails, ID: payment} // with the token for all: no other is asked for first
	w.Want(q)
	<-arrived
	stop()
	if kept := w.kept(store.OfTransferDetails, payment); kept.Trouble != nil || !kept.TriedAt.IsZero() {
		t.Errorf("that we stopped is kept as trouble of Wise's: %+v", kept)
	}
}

func TestAPersonWaitsNoLongerThanTheyWish(t *testing.T) {
	release := make(chan struct{})
	w := newWorld(t, func(http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { <-release })
	})
	t.Cleanup(func() { close(release) }) // before the server, which waits for its handlers
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if trouble := api.TroubleOf(w.Now(ctx, details())); trouble == nil || trouble.Kind != api.Slow {
		t.Fatalf("the trouble is %v, want that Wise was slow", trouble)
	}
	if kept := w.kept(store.OfTransferDetails, payment); kept.Trouble == nil || kept.Trouble.Kind != string(api.Slow) {
		t.Errorf("kept is %+v", kept)
	}
}

func TestAPanicInOneQuestionEndsNoOther(t *testing.T) {
	w := newWorld(t, nil)
	w.Enricher = enrich.New(w.db, nil, w.clock.now, slog.New(slog.DiscardHandler)) // without a client every question panics
	w.run()
	for id := range int64(20) {
		w.Want(enrich.Question{Kind: store.OfTransferDetails, ID: id + 1, User: ada})
	}
	for id := range int64(20) {
		w.settled(enrich.Question{Kind: store.OfTransferDetails, ID: id + 1})
	}
}

func TestTheUserOfAProfileIsLearned(t *testing.T) {
	w := newWorld(t, nil)
	if err := w.Now(t.Context(), enrich.Question{Kind: store.OfWiseProfile, ID: adas}); err != nil {
		t.Fatal(err)
	}
	var users []int64
	if err := w.db.Read(t.Context(), func(r *store.Reader) error {
		who, err := r.Identity(adas)
		users = who.Links.Users()
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(users, []int64{ada}) {
		t.Fatalf("the users of the profile are %v, want Ada", users)
	}
	if user, by := w.Speaker(users); user != ada || by != api.ByUserToken {
		t.Errorf("for the profile speaks user %d by %q, want Ada by her own token", user, by)
	}
	if user, by := w.Speaker([]int64{7, ada}); user != ada || by != api.ByUserToken {
		t.Errorf("of two speaks user %d by %q, want the one with a token", user, by)
	}
	if user, by := w.Speaker(nil); user != 0 || by != api.ByPersonalToken {
		t.Errorf("for nobody speaks user %d by %q, want the personal token", user, by)
	}
}

// TestARefusedTokenStandsUntilItWorks: with the time of the first refusal.
func TestARefusedTokenStandsUntilItWorks(t *testing.T) {
	w := newWorld(t, nil)
	w.sim.SetUserState(ada, "DEACTIVATED")
	refusedAt := w.clock.now()
	for range 2 {
		if trouble := api.TroubleOf(w.Now(t.Context(), details())); trouble == nil || trouble.Kind != api.GrantRevoked {
			t.Fatalf("the trouble is %v, want a dead grant", trouble)
		}
		if token := w.kept(store.OfUserToken, ada); token.Trouble == nil || !token.TriedAt.Equal(refusedAt) {
			t.Errorf("of the token is kept %+v since %s, want a refusal since %s", token.Trouble, token.TriedAt, refusedAt)
		}
		w.clock.pass(time.Hour)
	}
	w.sim.SetUserState(ada, "ACTIVE")
	if err := w.Now(t.Context(), details()); err != nil {
		t.Fatal(err)
	}
	if token := w.kept(store.OfUserToken, ada); token.Trouble != nil {
		t.Errorf("the token works, and %+v still stands", token.Trouble)
	}
}
