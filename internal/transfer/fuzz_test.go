package transfer_test

import (
	"slices"
	"testing"

	"transferdesk/internal/transfer"

	"github.com/google/go-cmp/cmp"
)

// FuzzFold holds what must be true of any life: every delivery stands in one entry,
// and neither the order of the events nor a repetition changes anything.
func FuzzFold(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 0x01, 0x12, 3, 0, 0x23, 0x34, 0, 9, 1, 2, 3})
	f.Add([]byte("\x00\x01\x00\x00\x05\x12\x40\x01\xc5\x12\x40\x02\xe1\x45\x00\x00\x07\x80\x03\x09"))
	f.Fuzz(func(t *testing.T, script []byte) {
		events := eventsOf(script)
		facts, entries := transfer.Fold(id, events)
		sources := 0
		for _, e := range entries {
			sources += len(e.Sources)
		}
		if sources != len(events) {
			t.Fatalf("%d events are in %d places", len(events), sources)
		}
		again := slices.Concat(events, events)
		slices.Reverse(again)
		if got, want := result(t, again), result(t, events); got != want {
			t.Fatalf("backwards and twice (-once +twice):\n%s", cmp.Diff(want, got))
		}
		for _, v := range facts.Visits {
			if v.Attempt < 0 || len(v.Evidence) == 0 {
				t.Fatalf("a visit that rests on nothing: %+v", v)
			}
		}
		facts.Stage()
		facts.OpenCases()
	})
}

// longest is how many events of a life are tried at most.
const longest = 60

// eventsOf makes events of any bytes: each four are one, of which the first says
// when and how it is placed, the second what it is.
func eventsOf(script []byte) []transfer.Event {
	states := []transfer.State{"", waiting, initiated, process, converted, sent, bounced, cancelled, refunded, charged, unknown, "on_hold"}
	times := []string{"18 10:00:00", "18 10:00:00.5", "18 10:00:01", "18 10:00:30", "18 10:01:00", "18 10:01:00.123", "18 10:05:00", "19 10:00:00"}
	values := []string{"5", "5.00", "7.1", "0"}
	script = script[:min(len(script)/4, longest)*4]
	var events []transfer.Event
	for part := range slices.Chunk(script, 4) {
		at, a, b := times[part[0]%8], part[2], part[3]
		var e transfer.Event
		switch part[1] % 10 {
		case 0:
			e = failure(at, []string{"A", "B"}[a%2])
		case 1:
			e = refund(at, values[a%4])
		case 2:
			e = cases(at, []string{"a", "A", "b", "c"}[:a%5]...)
		case 3:
			e = debit(at, values[a%4], int64(a>>2%3), int64(a>>4%3))
		case 4:
			e = credit(at, values[a%4], int64(a>>2%3), int64(a>>4%3))
		case 5:
			e = credited(at, values[a%4], []string{"", "9", "12.5"}[a>>2%3])
		case 6:
			e = incoming(at, values[a%4], a>>2%2 == 0)
		default:
			e = change(at, states[int(a)%len(states)], states[1+int(b)%(len(states)-1)])
		}
		switch part[0] >> 5 {
		case 6:
			e = bySent(e)
		case 7:
			e = byNothing(e)
		}
		e = owner(e, int64(b%3), int64(b>>2%3))
		events = append(events, version(e, []string{"2.0.0", "4.0.0"}[b>>7]))
	}
	return deliver(events...)
}
