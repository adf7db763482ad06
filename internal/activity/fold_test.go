package activity_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
)

var profile = activity.Key{Kind: activity.Verification, ID: "222"}

func said(delivery int64, at time.Time, state string) activity.Event {
	return activity.Event{
		Key: profile, Profile: 222, State: state, At: evidence.Moment{Time: at, By: evidence.Occurred},
		Hash: state + at.String(), Source: evidence.Source{Delivery: delivery},
	}
}

func TestTheStateHeldIsThatOfTheLastEventWhateverCameFirst(t *testing.T) {
	at := time.Date(2026, 11, 18, 14, 3, 9, 0, time.UTC)
	early, late, copied := said(7, at, "verified"), said(3, at.Add(time.Hour), "not_verified"), said(9, at.Add(120*time.Millisecond), "verified")
	facts, entries := activity.Fold(profile, []activity.Event{late, copied, early})
	if facts.State() != "not_verified" || !facts.Since().Equal(late.At.Time) || facts.Profile != 222 {
		t.Errorf("holds %q since %v of profile %d", facts.State(), facts.Since(), facts.Profile)
	}
	if d := cmp.Diff(evidence.IDs{3, 7, 9}, facts.Evidence); d != "" {
		t.Errorf("evidence (-want +got)\n%s", d)
	}
	if len(entries) != 2 || len(entries[0].Sources) != 2 {
		t.Errorf("one event came twice, got %d entries", len(entries))
	}
}

func TestAnEventThatNoTimePlacesSetsNothing(t *testing.T) {
	e := said(1, time.Time{}, "verified")
	facts, entries := activity.Fold(profile, []activity.Event{e})
	if facts.State() != "" || len(entries) != 1 || !entries[0].SetsNothing {
		t.Errorf("facts %+v, entries %+v", facts, entries)
	}
}
