package transfer_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// result is everything that a fold gives, as text: JSON also tells digits and
// fractions apart that comparing values would call equal.
func result(t interface{ Fatal(args ...any) }, events []transfer.Event) string {
	facts, entries := transfer.Fold(id, events)
	text, err := json.Marshal(struct {
		Facts   transfer.Facts
		Entries []transfer.Entry
	}{facts, entries})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// withoutDeliveries is the facts as text, without the ids that name arrivals.
func withoutDeliveries(t interface{ Fatal(args ...any) }, events []transfer.Event) string {
	facts, _ := transfer.Fold(id, events)
	for i := range facts.Visits {
		facts.Visits[i].Evidence = nil
	}
	for i := range facts.Failures {
		facts.Failures[i].Evidence = nil
	}
	for i := range facts.Refunds {
		facts.Refunds[i].Evidence = nil
	}
	for i := range facts.Cases {
		facts.Cases[i].Evidence = nil
	}
	for i := range facts.CasesOver {
		facts.CasesOver[i].Evidence = nil
	}
	for i := range facts.Movements {
		facts.Movements[i].Evidence = nil
	}
	if facts.Inbound != nil {
		facts.Inbound.Evidence, facts.Inbound.ReturnEvidence = nil, nil
	}
	text, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// permute calls visit with every order of the events.
func permute(events []transfer.Event, n int, visit func([]transfer.Event)) {
	if n <= 1 {
		visit(events)
		return
	}
	for i := range n {
		events[i], events[n-1] = events[n-1], events[i]
		permute(events, n-1, visit)
		events[i], events[n-1] = events[n-1], events[i]
	}
}

func TestAll720OrdersOfSixEventsEndAlike(t *testing.T) {
	for name, events := range map[string][]transfer.Event{
		"the problem flow": {
			change("18 10:00:00", "", sent), failure("18 11:00:00", "A"), change("18 11:00:00", sent, bounced),
			change("18 11:00:00", bounced, process), change("18 11:00:00", process, cancelled), refund("18 11:00:01", "5"),
		},
		"one second, versions and unusable times": {
			change("18 10:00:00", process, sent), version(change("18 10:00:00.120", process, sent), "4.0.0"),
			bySent(change("18 10:00:03", process, sent)), bySent(change("18 10:00:01", sent, bounced)),
			change("18 10:00:00", sent, process), byNothing(change("18 10:00:00", sent, bounced)),
		},
		"movements with and without steps": {
			debit("18 10:00:00", "5", 1, 4), debit("18 10:00:00", "5", 1, 5), debit("18 10:00:00", "5.0", 1, 0),
			debit("18 10:00:00", "5", 2, 0), debit("18 10:00:00", "5.00", 0, 4), debit("18 10:00:00", "5.000", 0, 0),
		},
		"states seen beside events": {
			change("18 10:00:00", "", process), saw("18 10:01:00", sent), saw("18 10:30:00", bounced),
			change("18 10:04:00", process, sent), change("18 11:00:00", bounced, process), saw("18 10:40:00", sent),
		},
		"snapshots": {
			cases("18 10:00:00", "a"), cases("18 10:00:00.5"), cases("18 10:00:01", "a", "b"),
			cases("18 10:00:02", "B", "A"), cases("18 10:00:02", "c"), cases("18 10:00:03", "b"),
		},
	} {
		t.Run(name, func(t *testing.T) {
			events = deliver(events...)
			want, orders := result(t, events), 0
			permute(events, len(events), func(order []transfer.Event) {
				orders++
				if got := result(t, order); got != want {
					t.Fatalf("another order ends otherwise:\n%s", cmp.Diff(want, got))
				}
			})
			if orders != 720 {
				t.Errorf("tried %d orders", orders)
			}
		})
	}
}

// lives draws a transfer's events: few seconds and few states, so that times,
// states and contents collide as they never should.
func lives() *rapid.Generator[transfer.Event] {
	states := rapid.SampledFrom([]transfer.State{"", waiting, process, converted, sent, bounced, cancelled, refunded, charged, "on_hold"})
	when := rapid.SampledFrom([]string{
		"18 10:00:00", "18 10:00:00.5", "18 10:00:00.123", "18 10:00:01", "18 10:00:30", "18 10:01:00", "18 10:05:00", "19 10:00:00.25",
	})
	after := rapid.SampledFrom([]string{"", "9", "12"})
	value := rapid.SampledFrom([]string{"5", "5.00", "7.1"})
	return rapid.Custom(func(t *rapid.T) transfer.Event {
		at := when.Draw(t, "at")
		var e transfer.Event
		switch rapid.IntRange(0, 12).Draw(t, "kind") {
		case 0:
			e = failure(at, rapid.SampledFrom([]string{"A", "B"}).Draw(t, "code"))
		case 1:
			e = refund(at, value.Draw(t, "value"))
		case 2:
			e = cases(at, rapid.SliceOfN(rapid.SampledFrom([]string{"a", "A", "b"}), 0, 3).Draw(t, "cases")...)
		case 3:
			e = debit(at, value.Draw(t, "value"), rapid.Int64Range(0, 2).Draw(t, "balance"), rapid.Int64Range(0, 2).Draw(t, "step"))
		case 4:
			e = credited(at, value.Draw(t, "value"), after.Draw(t, "after"))
		case 5:
			e = left(credit(at, value.Draw(t, "value"), rapid.Int64Range(0, 2).Draw(t, "balance"), 0), after.Draw(t, "after"))
		case 6:
			e = incoming(at, rapid.SampledFrom([]string{"", "5", "5.00"}).Draw(t, "settled"), rapid.Bool().Draw(t, "by message"))
		case 7, 8:
			e = saw(at, states.Filter(func(s transfer.State) bool { return s != "" }).Draw(t, "seen"))
		default:
			e = change(at, states.Draw(t, "from"), states.Filter(func(s transfer.State) bool { return s != "" }).Draw(t, "to"))
		}
		switch rapid.IntRange(0, 9).Draw(t, "time") {
		case 0:
			e = byNothing(e)
		case 1, 2:
			e = bySent(e)
		}
		profile := int64(1) // movements are folded by profile
		if !e.Kind.IsMovement() {
			profile = rapid.Int64Range(0, 2).Draw(t, "profile")
		}
		e = owner(e, profile, rapid.Int64Range(0, 2).Draw(t, "account"))
		return version(e, rapid.SampledFrom([]string{"2.0.0", "4.0.0"}).Draw(t, "version"))
	})
}

func TestAnyOrderAndAnyRepetitionEndAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := deliver(rapid.SliceOfN(lives(), 1, 20).Draw(t, "events")...)
		want := result(t, events)
		again := rapid.SliceOfN(rapid.SampledFrom(events), 0, 10).Draw(t, "again")
		order := rapid.Permutation(slices.Concat(events, again)).Draw(t, "order")
		if got := result(t, order); got != want {
			t.Fatalf("-in order +shuffled:\n%s", cmp.Diff(want, got))
		}
	})
}

func TestFactsDoNotRestOnWhatArrivedFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := deliver(rapid.SliceOfN(lives(), 1, 20).Draw(t, "events")...)
		want := withoutDeliveries(t, events)
		order := rapid.Permutation(events).Draw(t, "order")
		if got := withoutDeliveries(t, deliver(order...)); got != want {
			t.Fatalf("-in order +shuffled:\n%s", cmp.Diff(want, got))
		}
	})
}

func TestEveryDeliveryIsASourceOfOneEntry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := deliver(rapid.SliceOfN(lives(), 0, 20).Draw(t, "events")...)
		_, entries := transfer.Fold(id, events)
		seen := map[int64]int{}
		for _, e := range entries {
			for _, s := range e.Sources {
				seen[s.Delivery]++
			}
		}
		for _, e := range events {
			if seen[e.Source.Delivery] != 1 {
				t.Fatalf("delivery %d is in %d entries", e.Source.Delivery, seen[e.Source.Delivery])
			}
		}
	})
}

func TestEventsThatAreNoCopiesAreTheEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		placed := lives().Filter(func(e transfer.Event) bool { return e.At.By == evidence.Occurred })
		events := deliver(rapid.SliceOfN(placed, 0, 20).Draw(t, "events")...)
		fresh := 0
		for i, e := range events {
			if !transfer.IsCopy(events[:i], e) {
				fresh++
			}
		}
		if _, entries := transfer.Fold(id, events); len(entries) != fresh {
			t.Fatalf("%d entries, %d events that were no copies on arrival", len(entries), fresh)
		}
	})
}

func TestFoldLeavesItsInputAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := deliver(rapid.SliceOfN(lives(), 1, 20).Draw(t, "events")...)
		before, err := json.Marshal(events)
		if err != nil {
			t.Fatal(err)
		}
		_, entries := transfer.Fold(id, events)
		for i := range entries {
			entries[i].Flags = append(entries[i].Flags, "changed")
		}
		if after, _ := json.Marshal(events); string(after) != string(before) {
			t.Fatalf("the events have changed")
		}
	})
}

func TestFactsSurviveStorage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts, _ := transfer.Fold(id, deliver(rapid.SliceOfN(lives(), 0, 20).Draw(t, "events")...))
		text, err := json.Marshal(facts)
		if err != nil {
			t.Fatal(err)
		}
		var back transfer.Facts
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(facts, back); diff != "" {
			t.Fatalf("-folded +read back:\n%s", diff)
		}
		if again, _ := json.Marshal(back); string(again) != string(text) {
			t.Fatalf("written again it is another text:\n%s", cmp.Diff(string(text), string(again)))
		}
	})
}

// aLife is a transfer's life as Wise tells it: each state follows on the last,
// with versions, unusable times and repeats.
func aLife(r *rand.Rand) []transfer.Event {
	at, held := clock("18 10:00:00"), transfer.State("")
	next := []transfer.State{waiting, initiated, process, converted, sent, bounced, cancelled, refunded}
	var events []transfer.Event
	for len(events) < 20 {
		to := next[r.IntN(len(next))]
		e := change("18 10:00:00", held, to)
		at = at.Add(time.Duration(r.IntN(3000)) * time.Millisecond)
		e.At.Time, held = at, to
		if r.IntN(6) == 0 {
			e = bySent(e)
		}
		events = append(events, version(e, "4.0.0"))
		if r.IntN(3) == 0 {
			e.At.Time = at.Truncate(time.Second)
			events = append(events, version(e, "2.0.0"))
		}
	}
	return deliver(events[:20]...)
}

func TestTenThousandShufflesOfRandomLives(t *testing.T) {
	const livesTried, shuffles = 100, 100
	for seed := range uint64(livesTried) {
		r := rand.New(rand.NewPCG(seed, 1))
		events := aLife(r)
		want := withoutDeliveries(t, events)
		for range shuffles {
			order := slices.Concat(events, events[:r.IntN(len(events)/2)])
			r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			if got := withoutDeliveries(t, order); got != want {
				t.Fatalf("life %d:\n%s", seed, cmp.Diff(want, got))
			}
		}
	}
}

func BenchmarkFoldOfALife(b *testing.B) {
	events := deliver(
		change("18 10:00:00", "", waiting), change("18 10:01:00", waiting, process), change("18 10:02:00", process, converted),
		change("18 10:03:00", converted, sent), failure("18 11:00:00", "A"), change("18 11:00:01", sent, bounced))
	b.ReportAllocs()
	for b.Loop() {
		transfer.Fold(id, events)
	}
}
