package activity_test

import (
	"testing"

	"transferdesk/internal/activity"
)

func TestCopies(t *testing.T) {
	first := in(card, "18 10:00:00", "ACTIVE")
	shared := func(e activity.Event, text string) activity.Event {
		e.Shared = text
		return e
	}
	review := activity.Key{Kind: activity.KYCReview, ID: "r"}
	after := func(e activity.Event, from string) activity.Event {
		e.From = from
		return e
	}
	settled := shared(in(activity.Key{Kind: activity.Settlement, ID: "s"}, "18 10:00:00", ""), "10 EUR")
	for _, tt := range []struct {
		name string
		held []activity.Event
		next activity.Event
		copy bool
	}{
		{"another version of the same event is a copy", []activity.Event{first}, version(in(card, "18 10:00:00.123", "ACTIVE"), "4.0.0"), true},
		{"the same body again is a copy", []activity.Event{first}, first, true},
		{"a second later it is another event", []activity.Event{first}, in(card, "18 10:00:01", "ACTIVE"), false},
		{"another state is another event", []activity.Event{first}, in(card, "18 10:00:00", "FROZEN"), false},
		{"another previous state is another event", []activity.Event{step("18 10:00:00", "NEW", "FAILED")}, step("18 10:00:00", "PROCESSING", "FAILED"), false},
		{"a previous state that only some versions name tells nothing apart", []activity.Event{in(review, "18 10:00:00", "A")}, after(in(review, "18 10:00:00", "A"), "B"), true},
		{"what all versions share tells events apart", []activity.Event{shared(first, "a")}, shared(first, "b"), false},
		{"another thing is another event", []activity.Event{first}, in(batch, "18 10:00:00", "ACTIVE"), false},
		{"a type without states is told by what is shared", []activity.Event{settled}, version(settled, "3.0.0"), true},
		{"the same words placed by sent_at beside it are a copy", []activity.Event{first}, bySent(in(card, "18 10:00:07", "ACTIVE")), true},
		{"also when the one with the time comes second", []activity.Event{bySent(in(card, "18 10:00:07", "ACTIVE"))}, first, true},
		{"also when sent_at is before the time", []activity.Event{first}, bySent(in(card, "18 09:59:00", "ACTIVE")), true},
		{"two that only sent_at places are a copy side by side", []activity.Event{bySent(first)}, bySent(in(card, "18 11:00:00", "ACTIVE")), true},
		{"not when something else happened between", []activity.Event{first, in(card, "18 10:00:03", "FROZEN")}, bySent(in(card, "18 10:00:07", "ACTIVE")), false},
		{"something else in the same second is not between", []activity.Event{first, in(card, "18 10:00:00", "FROZEN")}, bySent(in(card, "18 10:00:07", "ACTIVE")), true},
		{"without any time the same words are a copy", []activity.Event{byNothing(first)}, version(byNothing(first), "4.0.0"), true},
		{"without any time other words are another event", []activity.Event{byNothing(first)}, byNothing(in(card, "18 10:00:00", "FROZEN")), false},
		{"nothing is a copy of nothing held", nil, first, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := deliver(append(tt.held[:len(tt.held):len(tt.held)], tt.next)...)
			if got := activity.IsCopy(all[:len(tt.held)], all[len(tt.held)]); got != tt.copy {
				t.Errorf("got %v, want %v", got, tt.copy)
			}
		})
	}
}
