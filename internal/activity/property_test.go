package activity_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
)

// result is everything that a fold gives, as text: JSON also tells digits and
// fractions apart that comparing values would call equal.
func result(t *rapid.T, key activity.Key, events []activity.Event) string {
	facts, entries := activity.Fold(key, events)
	out, err := json.Marshal(struct {
		Facts   activity.Facts
		Entries []activity.Entry
	}{facts, entries})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// withoutDeliveries is the facts as text, without the ids that name arrivals.
func withoutDeliveries(t *rapid.T, key activity.Key, events []activity.Event) string {
	facts, _ := activity.Fold(key, events)
	facts.Evidence = nil
	for i := range facts.Visits {
		facts.Visits[i].Evidence = nil
	}
	out, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// drawKey draws a thing: with states before, with states only, with none, and of a
// type without a time of its own.
func drawKey(t *rapid.T) activity.Key {
	kinds := []activity.Kind{activity.Batch, activity.CardTransaction, activity.SupportCase, activity.SwiftCredit, activity.Overdraft, activity.KYCReview}
	return activity.Key{Kind: rapid.SampledFrom(kinds).Draw(t, "thing"), ID: "1"}
}

// lives draws events of a thing: few seconds, states and words, so that times and
// contents collide as they never should.
func lives(key activity.Key) *rapid.Generator[activity.Event] {
	when := rapid.SampledFrom([]string{"18 10:00:00", "18 10:00:00.5", "18 10:00:00.123", "18 10:00:01", "18 10:00:30", "19 10:00:00.25"})
	word := func(t *rapid.T, label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	return rapid.Custom(func(t *rapid.T) activity.Event {
		e := in(key, when.Draw(t, "at"), "")
		e.Detail = drawDetail(t, key.Kind)
		switch key.Kind {
		case activity.Batch:
			e.From, e.State = word(t, "from", "", "NEW", "A", "B"), word(t, "state", "A", "B", "C")
		case activity.KYCReview:
			e.From, e.State = word(t, "from", "", "", "A", "B"), word(t, "state", "A", "B")
		case activity.SwiftCredit, activity.Overdraft:
			e.Shared = word(t, "shared", "x", "y")
		default:
			e.State, e.Shared = word(t, "state", "", "A", "B"), word(t, "shared", "", "x")
		}
		switch rapid.IntRange(0, 9).Draw(t, "time") {
		case 0:
			e = byNothing(e)
		case 1, 2:
			e = bySent(e)
		}
		e = owner(e, rapid.Int64Range(0, 2).Draw(t, "profile"), rapid.Int64Range(0, 2).Draw(t, "user"))
		return version(e, word(t, "version", "2.0.0", "4.0.0", "10.0.0"))
	})
}

func drawDetail(t *rapid.T, kind activity.Kind) activity.Detail {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"OTHER", "SANCTIONS", "AML"}), 0, 2).Draw(t, "words")
	name := rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "name")
	switch kind {
	case activity.Batch:
		return activity.Detail{Batch: &activity.BatchDetail{Group: name}}
	case activity.CardTransaction:
		return activity.Detail{Transaction: &activity.TransactionDetail{Reasons: words, Merchant: activity.Merchant{Name: name}}}
	case activity.SupportCase:
		id := rapid.SampledFrom([]string{"", "m1", "m2"}).Draw(t, "message")
		return activity.Detail{Case: &activity.CaseDetail{Types: words, Messages: []activity.CaseMessage{{ID: id, Type: name, At: clock("18 10:00:00")}}}}
	case activity.SwiftCredit:
		return activity.Detail{Swift: &activity.SwiftDetail{Sender: activity.Party{Name: name}, Agents: words}}
	default:
		return activity.Detail{}
	}
}

func drawLife(t *rapid.T) (activity.Key, []activity.Event) {
	key := drawKey(t)
	return key, deliver(rapid.SliceOfN(lives(key), 1, 16).Draw(t, "events")...)
}

func TestAnyOrderAndAnyRepetitionEndAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key, events := drawLife(t)
		want := result(t, key, events)
		again := rapid.SliceOfN(rapid.SampledFrom(events), 0, 10).Draw(t, "again")
		order := rapid.Permutation(slices.Concat(events, again)).Draw(t, "order")
		if got := result(t, key, order); got != want {
			t.Fatalf("-in order +shuffled:\n%s", cmp.Diff(want, got))
		}
	})
}

func TestFactsDoNotRestOnWhatArrivedFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key, events := drawLife(t)
		want := withoutDeliveries(t, key, events)
		order := rapid.Permutation(events).Draw(t, "order")
		if got := withoutDeliveries(t, key, deliver(order...)); got != want {
			t.Fatalf("-in order +shuffled:\n%s", cmp.Diff(want, got))
		}
	})
}

func TestEveryDeliveryIsASourceOfOneEntry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key, events := drawLife(t)
		_, entries := activity.Fold(key, events)
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
		key := drawKey(t)
		placed := lives(key).Filter(func(e activity.Event) bool { return e.At.By == evidence.Occurred })
		events := deliver(rapid.SliceOfN(placed, 0, 16).Draw(t, "events")...)
		fresh := 0
		for i, e := range events {
			if !activity.IsCopy(events[:i], e) {
				fresh++
			}
		}
		if _, entries := activity.Fold(key, events); len(entries) != fresh {
			t.Fatalf("%d entries, %d events that were no copies on arrival", len(entries), fresh)
		}
	})
}

func TestOneLockedWordSaidOnceStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key, events := drawLife(t)
		facts, _ := activity.Fold(key, events)
		for _, e := range events {
			if c := e.Detail.Case; c != nil {
				requireAll(t, facts.Detail.Case.Types, c.Types)
			}
			if d := e.Detail.Transaction; d != nil {
				requireAll(t, facts.Detail.Transaction.Reasons, d.Reasons)
			}
		}
	})
}

func requireAll(t *rapid.T, have, want []string) {
	for _, word := range want {
		if !slices.Contains(have, word) {
			t.Fatalf("%q was said once and is not among %v", word, have)
		}
	}
}

func TestFoldLeavesItsInputAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key, events := drawLife(t)
		before, err := json.Marshal(events)
		if err != nil {
			t.Fatal(err)
		}
		_, entries := activity.Fold(key, events)
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
		key, events := drawLife(t)
		facts, _ := activity.Fold(key, events)
		out, err := json.Marshal(facts)
		if err != nil {
			t.Fatal(err)
		}
		var back activity.Facts
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(back); string(again) != string(out) {
			t.Fatalf("written again it is another text:\n%s", cmp.Diff(string(out), string(again)))
		}
	})
}
