package enrich

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// in is a transfer that came into a state a while ago.
func in(state transfer.State, ago time.Duration) transfer.Facts {
	at := noon.Add(-ago)
	return transfer.Facts{Transfer: 7, LastAt: at, Visits: []transfer.Visit{{State: state, At: at}}}
}

func TestAnAnswerIsAskedForAgainWhenItCanHaveChanged(t *testing.T) {
	const hour, day = time.Hour, 24 * time.Hour
	details, estimate, payout := store.OfTransferDetails, store.OfEstimate, store.OfPayout
	for _, c := range []struct {
		name string
		kind store.AnswerKind
		f    transfer.Facts
		ago  time.Duration // of the answer
		want bool          // it is fresh
	}{
		{"details of a moving transfer", details, in(transfer.Processing, hour), 4 * time.Minute, true},
		{"details of a moving transfer, later", details, in(transfer.Processing, hour), 6 * time.Minute, false},
		{"details of one that was sent", details, in(transfer.OutgoingPaymentSent, day), 50 * time.Minute, true},
		{"details of one that is over", details, in(transfer.FundsRefunded, 20*day), 19 * day, true},
		{"details from before it was over", details, in(transfer.FundsRefunded, hour), 2 * hour, false},
		{"an estimate while it moves", estimate, in(transfer.Processing, hour), 9 * time.Minute, true},
		{"an estimate while it moves, later", estimate, in(transfer.Processing, hour), 11 * time.Minute, false},
		{"an estimate from before it was sent", estimate, in(transfer.OutgoingPaymentSent, time.Minute), 2 * time.Minute, false},
		{"payout information that may change", payout, in(transfer.OutgoingPaymentSent, 2*day), 7 * hour, false},
		{"payout information that has settled", payout, in(transfer.OutgoingPaymentSent, 90*day), 80 * day, true},
		{"payout information from before it settled", payout, in(transfer.OutgoingPaymentSent, 90*day), 89 * day, false},
		{"payout information of an earlier payout", payout, in(transfer.OutgoingPaymentSent, day), 9 * day, false},
		{"a recipient", store.OfRecipient, transfer.Facts{}, 23 * hour, true},
		{"a recipient, later", store.OfRecipient, transfer.Facts{}, 25 * hour, false},
	} {
		if got := Fresh(c.kind, noon.Add(-c.ago), c.f, noon); got != c.want {
			t.Errorf("%s: fresh is %v, want %v", c.name, got, c.want)
		}
	}
}

// TestAClockThatRunsAheadIsNoReasonToAskForever: an event from the future would make
// every answer old.
func TestAClockThatRunsAheadIsNoReasonToAskForever(t *testing.T) {
	f := in(transfer.Processing, -time.Hour)
	if !Fresh(store.OfEstimate, noon.Add(-time.Minute), f, noon) {
		t.Error("an event of the future makes an answer of a minute old")
	}
}

func TestTroubleSaysWhenToAskAgain(t *testing.T) {
	e := &Enricher{clock: func() time.Time { return noon }, started: noon.Add(-time.Hour)}
	q := Question{Kind: store.OfEstimate, ID: 7}
	for _, c := range []struct {
		name string
		kept Kept
		want bool
	}{
		{"it was never asked", Kept{}, true},
		{"the wait is not over", Kept{Trouble: &store.Trouble{Kind: "down"}, TriedAt: noon.Add(-time.Minute), RetryAt: noon.Add(time.Minute)}, false},
		{"the wait is over", Kept{Trouble: &store.Trouble{Kind: "down"}, TriedAt: noon.Add(-time.Minute), RetryAt: noon}, true},
		{"Wise's trouble from before the start", Kept{Trouble: &store.Trouble{Kind: "not_found"}, TriedAt: noon.Add(-2 * time.Hour), RetryAt: noon.Add(time.Hour)}, false},
		{"our own from before the start", Kept{Trouble: &store.Trouble{Kind: "grant_revoked"}, TriedAt: noon.Add(-2 * time.Hour), RetryAt: noon.Add(time.Hour)}, true},
		{"our own since", Kept{Trouble: &store.Trouble{Kind: "grant_revoked"}, TriedAt: noon.Add(-time.Minute), RetryAt: noon.Add(time.Hour)}, false},
		{"what the token could not see, linked since", Kept{Trouble: &store.Trouble{Kind: "not_found"}, TriedAt: noon.Add(-time.Minute), RetryAt: noon.Add(time.Hour)}, true},
		{"Wise's trouble, linked since", Kept{Trouble: &store.Trouble{Kind: "down"}, TriedAt: noon.Add(-time.Minute), RetryAt: noon.Add(time.Hour)}, false},
		{"trouble beside an answer that is fresh", Kept{At: noon.Add(-time.Minute), Trouble: &store.Trouble{Kind: "down"}, TriedAt: noon, RetryAt: noon}, false},
	} {
		q := q
		if strings.Contains(c.name, "linked") {
			q.Linked = noon
		}
		if got := e.Due(q, c.kept, in(transfer.Processing, time.Hour)); got != c.want {
			t.Errorf("%s: due is %v, want %v", c.name, got, c.want)
		}
	}
}

func TestEachWaitIsLongerThanTheLastUpToAMost(t *testing.T) {
	for _, c := range []struct {
		trouble *api.Error
		want    []time.Duration
	}{
		{&api.Error{Kind: api.Down}, []time.Duration{30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 16 * time.Minute, 32 * time.Minute, time.Hour, time.Hour}},
		{&api.Error{Kind: api.NotFound}, []time.Duration{time.Hour, 2 * time.Hour, 4 * time.Hour, 8 * time.Hour, 16 * time.Hour, 24 * time.Hour, 24 * time.Hour}},
		{&api.Error{Kind: api.TooMany, RetryAfter: 10 * time.Minute}, []time.Duration{10 * time.Minute, 20 * time.Minute}},
	} {
		var before Kept
		for i, want := range c.want {
			got := wait(c.trouble, before)
			if got != want {
				t.Errorf("%s, time %d: waits %s, want %s", c.trouble.Kind, i+1, got, want)
			}
			before = Kept{Trouble: &store.Trouble{Kind: string(c.trouble.Kind)}, TriedAt: noon, RetryAt: noon.Add(got)}
		}
		if got := wait(&api.Error{Kind: api.Slow}, before); got != soonest {
			t.Errorf("another trouble waits %s, want %s", got, soonest)
		}
	}
}

func TestTheQueueTakesAQuestionOnceAndNoMoreThanItHolds(t *testing.T) {
	q := newQueue()
	for id := range int64(room + 100) {
		q.put(Question{Kind: store.OfEstimate, ID: id})
		q.put(Question{Kind: store.OfEstimate, ID: id, User: 9})
	}
	if n := len(q.waiting); n != room {
		t.Errorf("%d questions wait, want %d", n, room)
	}
	first, _ := q.take(t.Context())
	q.put(first)
	if n := len(q.waiting); n != room-1 || !q.holds(first) {
		t.Errorf("a question that is being asked was taken again: %d wait", n)
	}
	q.done(first)
	if q.put(first); !q.holds(first) {
		t.Error("a question that is done cannot be put again")
	}
}
