package transfer_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/transfer"
)

// saw is a state that Wise's API named when we asked.
func saw(at string, state transfer.State) transfer.Event {
	e := event(transfer.StateSeen, at)
	e.To = state
	return e
}

// visited prints visits: the state, "?" where only asking told of it, "~" where an
// event is missing, and the attempt.
func visited(facts transfer.Facts) (out []string) {
	for _, v := range facts.Visits {
		text := string(v.State)
		if v.Seen {
			text += "?"
		}
		if v.Gap {
			text += "~"
		}
		out = append(out, text+" "+string(rune('0'+v.Attempt)))
	}
	return out
}

func TestAStateSeenStandsUntilWisesEventExplainsIt(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []transfer.Event
		want   []string
	}{
		{"the state that we held already", []transfer.Event{change("18 10:00:00", "", process), saw("18 12:00:00", process)}, []string{"processing 0"}},
		{"the state that comes within our clocks' difference", []transfer.Event{change("18 10:00:00", "", process), change("18 10:02:00", process, sent), saw("18 10:00:00", sent)},
			[]string{"processing 0", "outgoing_payment_sent 1"}},
		{"one that comes after that", []transfer.Event{change("18 10:00:00", "", process), change("18 10:02:01", process, sent), saw("18 10:00:00", sent)},
			[]string{"processing 0", "outgoing_payment_sent?~ 1", "outgoing_payment_sent 1"}},
		{"the state that had just been left", []transfer.Event{change("18 10:00:00", "", process), change("18 11:00:00", process, sent), saw("18 11:02:00", process)},
			[]string{"processing 0", "outgoing_payment_sent 1"}},
		{"one that was left before that", []transfer.Event{change("18 10:00:00", "", process), change("18 11:00:00", process, sent), saw("18 11:02:01", process)},
			[]string{"processing 0", "outgoing_payment_sent 1", "processing?~ 1"}},
		{"nothing but asking", []transfer.Event{saw("18 12:00:00", process)}, []string{"processing?~ 0"}},
		{"asked three times", []transfer.Event{saw("18 12:00:00", process), saw("18 13:00:00", process), saw("18 13:00:00.5", process)}, []string{"processing?~ 0"}},
		{"it came back, so it had been paid out", []transfer.Event{change("18 10:00:00", "", process), saw("18 12:00:00", bounced)},
			[]string{"processing 0", "bounced_back?~ 1"}},
		{"it came back from the payout that we held", []transfer.Event{change("18 10:00:00", process, sent), saw("18 12:00:00", bounced)},
			[]string{"outgoing_payment_sent~ 1", "bounced_back?~ 1"}},
		{"it came back again", []transfer.Event{change("18 10:00:00", sent, bounced), change("18 11:00:00", bounced, process), saw("18 12:00:00", bounced)},
			[]string{"bounced_back~ 1", "processing 1", "bounced_back?~ 2"}},
		{"paid out again", []transfer.Event{change("18 10:00:00", sent, bounced), saw("18 12:00:00", sent)}, []string{"bounced_back~ 1", "outgoing_payment_sent?~ 2"}},
		{"the next event follows on what was seen", []transfer.Event{change("18 10:00:00", "", process), saw("18 12:00:00", sent), change("18 13:00:00", sent, bounced)},
			[]string{"processing 0", "outgoing_payment_sent?~ 1", "bounced_back 1"}},
		{"the next event follows on the one before", []transfer.Event{change("18 10:00:00", "", process), saw("18 12:00:00", converted), change("18 13:00:00", process, sent)},
			[]string{"processing 0", "funds_converted?~ 0", "outgoing_payment_sent 1"}},
		{"the next event follows on neither", []transfer.Event{change("18 10:00:00", "", process), saw("18 12:00:00", sent), change("18 13:00:00", cancelled, refunded)},
			[]string{"processing 0", "outgoing_payment_sent?~ 1", "funds_refunded~ 1"}},
		{"an event that repeats what was seen is Wise's own word", []transfer.Event{change("18 10:00:00", "", process), saw("18 12:00:00", sent), change("18 13:00:00", sent, sent)},
			[]string{"processing 0", "outgoing_payment_sent?~ 1", "outgoing_payment_sent 1"}},
		{"back in the state of before, and no event told of either", []transfer.Event{change("18 10:00:00", process, sent), saw("18 12:00:00", bounced), saw("18 13:00:00", sent)},
			[]string{"outgoing_payment_sent~ 1", "bounced_back?~ 1", "outgoing_payment_sent?~ 2"}},
	} {
		if d := cmp.Diff(c.want, visited(fold(t, c.events...))); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
}

func TestTheEventThatComesLaterTakesThePlaceOfWhatWasSeen(t *testing.T) {
	before := []transfer.Event{change("18 10:00:00", "", waiting), change("18 11:00:00", waiting, process), saw("18 14:00:00", sent)}
	facts := fold(t, before...)
	held, _ := facts.Held()
	if !held.Seen || !held.Gap || held.From != "" || !held.At.Equal(clock("18 14:00:00")) || !slices.Contains(facts.Flags, transfer.FlagStateByAsking) || !facts.HasGap() {
		t.Fatalf("before: %+v, %v", held, facts.Flags)
	}
	facts = fold(t, append(before, change("18 12:00:00", process, sent))...)
	held, _ = facts.Held()
	if held.Seen || !held.At.Equal(clock("18 12:00:00")) || len(facts.Visits) != 3 || slices.Contains(facts.Flags, transfer.FlagStateByAsking) || facts.HasGap() {
		t.Errorf("after: %+v, %v", facts.Visits, facts.Flags)
	}
}

func TestAStateSeenIsNoCreationAndNoRollback(t *testing.T) {
	if facts := fold(t, saw("18 12:00:00", waiting)); facts.Created {
		t.Error("it is called the creation")
	}
	for _, s := range []transfer.State{waiting, process, cancelled, refunded} {
		facts := fold(t, change("18 10:00:00", "", process), change("18 11:00:00", process, refunded), saw("18 12:00:00", s))
		if slices.Contains(facts.Flags, transfer.FlagRollback) {
			t.Errorf("%s is called a rollback", s)
		}
	}
}

func TestCancelledSeenByAskingIsNotCalledUnfunded(t *testing.T) {
	facts := fold(t, change("18 10:00:00", "", waiting), saw("18 12:00:00", cancelled))
	if facts.NeverFunded() {
		t.Error("what happened in between is not known")
	}
}

func TestAFailureBelongsToThePayoutThatWasSeen(t *testing.T) {
	for name, events := range map[string][]transfer.Event{
		"paid out": {change("18 10:00:00", "", process), failure("18 11:00:00", "A"), saw("18 12:00:00", sent)},
		"returned": {change("18 10:00:00", "", process), failure("18 11:00:00", "A"), saw("18 12:00:00", bounced)},
		"a second time": {change("18 08:00:00", process, sent), change("18 09:00:00", sent, bounced), change("18 10:00:00", bounced, process),
			failure("18 11:30:00", "A"), saw("18 12:00:00", sent)},
	} {
		if f, ok := fold(t, events...).CurrentFailure(); !ok || f.Code != "A" {
			t.Errorf("%s: the failure is not today's reason", name)
		}
	}
}

func TestWhatWasSeenAfterARefundMayHaveBegunBeforeIt(t *testing.T) {
	for _, c := range []struct {
		name            string
		events          []transfer.Event
		newer, reopened bool
	}{
		{"cancelled, with the refund on its way", []transfer.Event{change("18 10:00:00", sent, bounced), refund("18 11:00:00", "5"), saw("18 12:00:00", cancelled)}, true, false},
		{"another state after funds_refunded", []transfer.Event{change("18 10:00:00", cancelled, refunded), refund("18 10:00:03", "5"), saw("18 12:00:00", process)}, false, true},
		{"the next state seen after the refund", []transfer.Event{saw("18 10:30:00", bounced), refund("18 10:00:00", "5"), saw("18 12:00:00", cancelled)}, false, true},
	} {
		facts := fold(t, c.events...)
		_, newer := facts.NewerRefund()
		_, reopened := facts.RefundReopened()
		if newer != c.newer || reopened != c.reopened {
			t.Errorf("%s: newer %v, reopened %v", c.name, newer, reopened)
		}
	}
}

func TestACaseBeforeAPayoutThatWasSeenIsNotCalledStale(t *testing.T) {
	facts := fold(t, change("18 10:00:00", "", process), cases("18 11:00:00", "a"), saw("18 12:00:00", sent))
	if len(facts.OpenCases()) != 1 {
		t.Error("whether it was before the payout is not known")
	}
}

// walkOfALife is a transfer's true life: where it was when, each state following on
// the last, far enough apart to be told apart.
func walkOfALife(t *rapid.T) []transfer.Event {
	states := []transfer.State{waiting, initiated, process, converted, sent, bounced, cancelled, refunded, "on_hold"}
	at, held := clock("18 10:00:00"), transfer.State("")
	var all []transfer.Event
	for range rapid.IntRange(1, 8).Draw(t, "length") {
		to := rapid.SampledFrom(states).Filter(func(s transfer.State) bool { return s != held }).Draw(t, "state")
		e := change("18 10:00:00", held, to)
		at = at.Add(time.Duration(rapid.IntRange(1, 600).Draw(t, "seconds")) * time.Second)
		e.At.Time, held = at, to
		all = append(all, e)
	}
	return all
}

// askings draws truthful answers: the state in which the life was when we asked.
func askings(t *rapid.T, life []transfer.Event) (all []transfer.Event) {
	for range rapid.IntRange(1, 6).Draw(t, "askings") {
		at := life[0].At.Time.Add(time.Duration(rapid.IntRange(0, 6000).Draw(t, "asked after")) * time.Second)
		i := slices.IndexFunc(life, func(e transfer.Event) bool { return e.At.Time.After(at) })
		if i < 0 {
			i = len(life)
		}
		e := saw("18 10:00:00", life[i-1].To)
		e.At.Time = at
		all = append(all, e)
	}
	return all
}

// TestTruthfulAnswersChangeNothingThatEventsTell: where Wise's events are all there,
// asking leaves no visit of its own, whatever the order.
func TestTruthfulAnswersChangeNothingThatEventsTell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		life := walkOfALife(t)
		told, _ := transfer.Fold(id, deliver(slices.Clone(life)...))
		events := deliver(rapid.Permutation(append(slices.Clone(life), askings(t, life)...)).Draw(t, "order")...)
		asked, entries := transfer.Fold(id, events)
		if d := cmp.Diff(visited(told), visited(asked)); d != "" {
			t.Fatalf("-told +asked\n%s", d)
		}
		for _, e := range entries {
			if e.Kind == transfer.StateSeen && (!e.Confirms || e.Gap) {
				t.Fatalf("an entry is no confirmation: %+v", e)
			}
		}
	})
}

// TestTheLastTruthfulAnswerIsTheStateHeld: whatever events are missing.
func TestTheLastTruthfulAnswerIsTheStateHeld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		life := walkOfALife(t)
		end := life[len(life)-1]
		came := slices.DeleteFunc(slices.Clone(life), func(transfer.Event) bool { return rapid.Bool().Draw(t, "missing") })
		last := saw("18 10:00:00", end.To)
		last.At.Time = end.At.Time.Add(time.Hour)
		events := append(append(came, askings(t, life)...), last)
		facts, _ := transfer.Fold(id, deliver(rapid.Permutation(events).Draw(t, "order")...))
		if facts.State() != end.To {
			t.Fatalf("got %s, want %s: %v", facts.State(), end.To, visited(facts))
		}
	})
}
