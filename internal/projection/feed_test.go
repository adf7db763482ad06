package projection

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/feed"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// feeds gives "type subscription arrivals first last" of each, times in seconds
// after start.
func feeds(t *testing.T, db *store.DB) []string {
	t.Helper()
	var all []string
	read(t, db, func(r *store.Reader) error {
		records, err := r.Feeds()
		for _, f := range records {
			all = append(all, fmt.Sprintf("%s %s %d %v %v", f.Type, f.Subscription, f.Arrivals, f.First.Sub(start), f.Last.Sub(start)))
		}
		return err
	})
	return all
}

func became(t *testing.T, db *store.DB, since time.Time) (counts map[string]int64) {
	t.Helper()
	read(t, db, func(r *store.Reader) (err error) {
		counts, err = r.Became(since)
		return err
	})
	return counts
}

const zeroIDs = `{"data":{"resource":{"type":"transfer","id":0,"profile_id":0,"account_id":0},"current_state":"processing","previous_state":null,"occurred_at":"2026-11-20T11:00:00Z"},"subscription_id":"00000000-0000-0000-0000-000000000000","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"2026-11-20T11:00:00Z"}`

// ofProfile is the body of a change of a profile's own state.
func ofProfile(state string, at time.Time) string {
	return envelope("profiles#state-change", "2.0.0", "sub-p", fmt.Sprintf(
		`{"resource":{"type":"profile","id":9},"current_state":%q,"requested_by_customer":false,"occurred_at":%q}`, state, at.Format(time.RFC3339)), at)
}

func TestWhatComesInLeavesItsTraceInTheFeeds(t *testing.T) {
	at := start.Add(-time.Hour)
	first := stateChange(subject, "2.0.0", "a", "", "processing", at.Add(time.Minute))
	earlier := stateChange(subject, "2.0.0", "a", "", "incoming_payment_waiting", at)
	moon := envelope("moons#landed", "1.0.0", "s", `{"status":"PLACED"}`, start)
	for _, c := range []struct {
		name    string
		letters []letter
		feeds   []string
		became  map[string]int64
	}{
		{"a test by its ids counts as a test only", letters(zeroIDs), nil, map[string]int64{"test": 1}},
		{"as often as it comes", letters(zeroIDs, zeroIDs), nil, map[string]int64{"test": 2}},
		{"an arrival that says it is a test is no sign of life", []letter{{body: first, test: true}},
			nil, map[string]int64{"applied": 1}},
		{"the same event from two subscriptions is two feeds",
			letters(first, stateChange(subject, "2.0.0", "b", "", "processing", at.Add(time.Minute))),
			[]string{"transfers#state-change a 1 0s 0s", "transfers#state-change b 1 1s 1s"}, map[string]int64{"applied": 1, "duplicate": 1}},
		{"each further arrival of a body is a duplicate, and a sign of life", letters(first, first, first),
			[]string{"transfers#state-change a 3 0s 2s"}, map[string]int64{"applied": 1, "duplicate": 2}},
		{"an event that stands before what was held is out of order", letters(first, earlier),
			[]string{"transfers#state-change a 2 0s 1s"}, map[string]int64{"applied": 1, "out_of_order": 1}},
		{"so it is for a user",
			letters(userChange(7, "2.0.0", "ACTIVE", "WITHDRAW_ONLY", at.Add(time.Minute)), userChange(7, "2.0.0", "DEACTIVATED", "ACTIVE", at)),
			[]string{"users#state-change sub-u 2 0s 1s"}, map[string]int64{"applied": 1, "out_of_order": 1}},
		{"so it is for anything else",
			letters(ofProfile("ACTIVE", at.Add(time.Minute)), ofProfile("VIEW_ONLY", at)),
			[]string{"profiles#state-change sub-p 2 0s 1s"}, map[string]int64{"applied": 1, "out_of_order": 1}},
		{"what has come in order is not", letters(earlier, first),
			[]string{"transfers#state-change a 2 0s 1s"}, map[string]int64{"applied": 2}},
		{"what cannot be read has come as well", letters(unreadable),
			[]string{"  1 0s 0s"}, map[string]int64{"quarantined": 1}},
		{"what was held as a test counts from the arrival that made it real",
			[]letter{{body: moon, test: true}, {body: moon, test: true}, {body: moon}, {body: moon}, {body: moon, test: true}},
			[]string{"moons#landed s 2 2s 3s"}, map[string]int64{"test": 2, "kept": 1, "duplicate": 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.DB(t)
			deliver(t, db, c.letters...)
			project(t, db)
			if diff := cmp.Diff(c.feeds, feeds(t, db)); diff != "" {
				t.Errorf("feeds (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.became, became(t, db, start)); diff != "" {
				t.Errorf("became (-want +got):\n%s", diff)
			}
			before := dump(t, db)
			if diff := cmp.Diff(before, fresh(t, db)); diff != "" {
				t.Errorf("a rebuild gives other rows (-before +after):\n%s", diff)
			}
		})
	}
}

// arriveAt lets one new event arrive at each of the times.
func arriveAt(t *testing.T, db *store.DB, times ...time.Time) {
	t.Helper()
	for _, at := range times {
		body := stateChange(subject, "2.0.0", "a", "", "processing", at)
		receive(t, db, body, at)
	}
}

func TestCountsReachBackADayFromTheLastArrivalWhateverTheClockDid(t *testing.T) {
	day, years := 24*time.Hour, 10*365*24*time.Hour
	minute := func(at time.Time) string { return fmt.Sprintf("%d applied 1", at.Unix()/60) }
	for _, c := range []struct {
		name  string
		times []time.Duration
		want  []time.Duration
	}{
		{"a day back", []time.Duration{0, time.Minute, day}, []time.Duration{time.Minute, day}},
		{"a clock that was years ahead is forgotten", []time.Duration{0, years, day}, []time.Duration{day}},
		{"and what came before it may come again", []time.Duration{0, years, time.Minute}, []time.Duration{time.Minute}},
		{"a clock an hour ahead is kept", []time.Duration{time.Hour, 0}, []time.Duration{0, time.Hour}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var times []time.Time
			for _, d := range c.times {
				times = append(times, start.Add(d))
			}
			var want string
			for i, d := range c.want {
				if i > 0 {
					want += "\n"
				}
				want += minute(start.Add(d))
			}
			one, each := testkit.DB(t), testkit.DB(t)
			arriveAt(t, one, times...)
			project(t, one)
			for _, at := range times {
				arriveAt(t, each, at)
				project(t, each)
			}
			for name, db := range map[string]*store.DB{"in one batch": one, "one by one": each} {
				got := rowsOf(t, side(t, db), "SELECT minute, replace(became, 'out_of_order', 'applied'), arrivals FROM rm_minutes")
				if got != want {
					t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
				}
			}
			if diff := cmp.Diff(dump(t, one), dump(t, each)); diff != "" {
				t.Errorf("rows differ with the borders of batches:\n%s", diff)
			}
		})
	}
}

func TestAFeedGoesOnFromBatchToBatch(t *testing.T) {
	one, each := testkit.DB(t), testkit.DB(t)
	var times []time.Time
	for i := range 40 {
		times = append(times, start.Add(time.Duration(i*90)*time.Second))
	}
	arriveAt(t, one, times...)
	project(t, one)
	for _, at := range times {
		arriveAt(t, each, at)
		project(t, each)
	}
	var first, second []feed.Record
	read(t, one, func(r *store.Reader) (err error) { first, err = r.Feeds(); return err })
	read(t, each, func(r *store.Reader) (err error) { second, err = r.Feeds(); return err })
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("feeds differ with the borders of batches:\n%s", diff)
	}
	if got := first[0].Judge(times[39].Add(5 * time.Hour)); got.State != feed.Quiet || got.Usual != 90*time.Second {
		t.Errorf("got %s with a usual gap of %v, want quiet with 1m30s", got.State, got.Usual)
	}
}
