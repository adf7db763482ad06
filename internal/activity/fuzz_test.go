package activity_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
)

// FuzzFold holds what must be true of the events of any thing: every delivery stands
// in one entry, and neither their order nor a repetition changes anything.
func FuzzFold(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 1, 2, 3, 4, 5})
	f.Add([]byte("\x00\x00\x01\x00\x00\x40\x02\x10\x00\x80\x01\x21"))
	f.Fuzz(func(t *testing.T, script []byte) {
		key, events := eventsOf(script)
		facts, entries := activity.Fold(key, events)
		sources := 0
		for _, e := range entries {
			sources += len(e.Sources)
		}
		if sources != len(events) {
			t.Fatalf("%d events are in %d places", len(events), sources)
		}
		again := slices.Concat(events, events)
		slices.Reverse(again)
		turned, _ := activity.Fold(key, again)
		want, err := json.Marshal(facts)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := json.Marshal(turned); string(got) != string(want) {
			t.Fatalf("backwards and twice:\n%s\nonce:\n%s", got, want)
		}
	})
}

// longest is how many events of a thing are tried at most.
const longest = 60

// eventsOf makes events of any bytes: the first says the kind, and each three after
// it one event, the first of which says when and how it is placed.
func eventsOf(script []byte) (activity.Key, []activity.Event) {
	kinds := []activity.Kind{activity.Batch, activity.CardTransaction, activity.SupportCase, activity.Overdraft, activity.KYCReview, "unheard_of"}
	key := activity.Key{Kind: activity.Card, ID: "1"}
	if len(script) > 0 {
		key.Kind = kinds[int(script[0])%len(kinds)]
		script = script[1:]
	}
	word := func(b byte) string { return []string{"", "NEW", "A", "B"}[b%4] }
	var events []activity.Event
	for part := range slices.Chunk(script[:min(len(script)/3, longest)*3], 3) {
		at := clock("18 10:00:00").Add(time.Duration(part[0]%32) * 250 * time.Millisecond)
		e := activity.Event{Key: key, At: evidence.Moment{Time: at, By: evidence.Occurred}, From: word(part[1]), State: word(part[1] >> 2), Shared: word(part[1] >> 4)}
		switch part[0] >> 5 {
		case 6:
			e = bySent(e)
		case 7:
			e = byNothing(e)
		}
		e = owner(version(e, []string{"2.0.0", "4.0.0"}[part[2]%2]), int64(part[2]>>1%3), int64(part[2]>>3%3))
		switch key.Kind {
		case activity.SupportCase:
			e.Detail.Case = &activity.CaseDetail{Types: []string{word(part[2] >> 5)}, External: word(part[2] >> 6)}
		case activity.CardTransaction:
			e.Detail.Transaction = &activity.TransactionDetail{Reasons: []string{word(part[2] >> 5)}, Decline: word(part[2] >> 5)}
		}
		events = append(events, e)
	}
	return key, deliver(events...)
}
