package activity_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
)

// story writes the visits in one line: each state, when it began, and what is odd.
func story(f activity.Facts) string {
	var parts []string
	for _, v := range f.Visits {
		part := v.State + " " + v.At.Format("15:04:05.999")
		if v.Gap {
			part += " gap"
		}
		if v.BySent {
			part += " by sent"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " > ")
}

func TestVisits(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []activity.Event
		want   string
	}{
		{"the state held is that of the last event, whatever came first", []activity.Event{
			in(card, "18 11:00:00", "FROZEN"), in(card, "18 10:00:00", "ACTIVE"),
		}, "ACTIVE 10:00:00 > FROZEN 11:00:00"},
		{"a type without previous states has no gaps", []activity.Event{
			in(card, "18 10:00:00", "ACTIVE"), in(card, "18 11:00:00", "BLOCKED"), in(card, "18 12:00:00", "ACTIVE"),
		}, "ACTIVE 10:00:00 > BLOCKED 11:00:00 > ACTIVE 12:00:00"},
		{"the same state again is no new visit", []activity.Event{
			in(card, "18 10:00:00", "ACTIVE"), in(card, "18 11:00:00", "ACTIVE"),
		}, "ACTIVE 10:00:00"},
		{"a batch begins as NEW, and nothing is missing before its first event", []activity.Event{
			step("18 10:00:00", "NEW", "PROCESSING"), step("18 11:00:00", "PROCESSING", "COMPLETED"),
		}, "PROCESSING 10:00:00 > COMPLETED 11:00:00"},
		{"any other first event has a gap before it", []activity.Event{
			step("18 11:00:00", "PROCESSING", "COMPLETED"),
		}, "COMPLETED 11:00:00 gap"},
		{"a previous state that disagrees is a gap", []activity.Event{
			step("18 10:00:00", "NEW", "PROCESSING"), step("18 11:00:00", "COMPLETED", "CHARGED_BACK"),
		}, "PROCESSING 10:00:00 > CHARGED_BACK 11:00:00 gap"},
		{"a state that was left unseen begins anew", []activity.Event{
			step("18 10:00:00", "NEW", "COMPLETED"), step("18 11:00:00", "CHARGED_BACK", "COMPLETED"),
		}, "COMPLETED 10:00:00 > COMPLETED 11:00:00 gap"},
		{"the same step told again is no new visit", []activity.Event{
			step("18 10:00:00", "NEW", "PROCESSING"), step("18 11:00:00", "NEW", "PROCESSING"), step("18 12:00:00", "PROCESSING", "PROCESSING"),
		}, "PROCESSING 10:00:00"},
		{"a payment to account details begins in process", []activity.Event{{
			Key: activity.Key{Kind: activity.DetailsPayment, ID: "p"}, From: "PROCESSING", State: "COMPLETED", At: in(card, "18 10:00:00", "").At,
		}}, "COMPLETED 10:00:00"},
		{"a state before that only one version names counts", []activity.Event{
			{Key: activity.Key{Kind: activity.KYCReview, ID: "r"}, State: "A", At: in(card, "18 10:00:00", "").At},
			{Key: activity.Key{Kind: activity.KYCReview, ID: "r"}, From: "B", State: "C", At: in(card, "18 11:00:00", "").At},
			{Key: activity.Key{Kind: activity.KYCReview, ID: "r"}, State: "C", At: in(card, "18 11:00:00.5", "").At},
		}, "A 10:00:00 > C 11:00:00.5 gap"},
		{"in one second the previous states lead the way", []activity.Event{
			step("18 10:00:00.1", "PROCESSING", "COMPLETED"), step("18 10:00:00.2", "NEW", "PROCESSING"), step("18 10:00:00.3", "COMPLETED", "CHARGED_BACK"),
		}, "PROCESSING 10:00:00.2 > COMPLETED 10:00:00.1 > CHARGED_BACK 10:00:00.3"},
		{"where none follows, the one that no other leads to goes first", []activity.Event{
			step("18 10:00:00.1", "FAILED", "COMPLETED"), step("18 10:00:00.2", "PROCESSING", "FAILED"),
		}, "FAILED 10:00:00.2 gap > COMPLETED 10:00:00.1"},
		{"without previous states the fraction of the second decides", []activity.Event{
			in(card, "18 10:00:00.7", "FROZEN"), in(card, "18 10:00:00.2", "ACTIVE"),
		}, "ACTIVE 10:00:00.2 > FROZEN 10:00:00.7"},
		{"of two versions the finest time stands", []activity.Event{
			version(in(card, "18 10:00:00", "ACTIVE"), "2.0.0"), version(in(card, "18 10:00:00.250", "ACTIVE"), "4.0.0"),
		}, "ACTIVE 10:00:00.25"},
		{"the time that it has stands before the one that it was sent at", []activity.Event{
			bySent(in(card, "18 10:00:07", "ACTIVE")), in(card, "18 10:00:00", "ACTIVE"),
		}, "ACTIVE 10:00:00"},
		{"what only sent_at places stands there, and says so", []activity.Event{bySent(in(card, "18 10:00:07", "ACTIVE"))}, "ACTIVE 10:00:07 by sent"},
		{"what nothing places sets nothing", []activity.Event{byNothing(in(card, "18 10:00:00", "ACTIVE"))}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := story(fold(t, tt.events...)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestEntriesSayWhatEachEventDid(t *testing.T) {
	_, entries := activity.Fold(batch, deliver(
		byNothing(step("18 09:00:00", "NEW", "FAILED")), step("18 10:00:00", "NEW", "PROCESSING"), step("18 10:00:05", "NEW", "PROCESSING"),
		step("18 11:00:00", "FAILED", "COMPLETED"), version(step("18 10:00:00.5", "NEW", "PROCESSING"), "4.0.0"),
	))
	var got []string
	for _, e := range entries {
		part := e.State + strings.Repeat("+", len(e.Sources)-1)
		for _, mark := range []struct {
			is   bool
			text string
		}{{e.Gap, " gap"}, {e.Repeats, " repeats"}, {e.SetsNothing, " sets nothing"}} {
			if mark.is {
				part += mark.text
			}
		}
		got = append(got, part)
	}
	want := []string{"PROCESSING+", "PROCESSING repeats", "COMPLETED gap", "FAILED sets nothing"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if at := entries[0].At.Time; !at.Equal(clock("18 10:00:00.5")) {
		t.Errorf("the first stands at %v, want the finest time", at)
	}
}

func TestFlagsOfFacts(t *testing.T) {
	flagged := in(card, "18 10:00:00", "ACTIVE")
	flagged.Flags = []string{evidence.FlagTextRepaired}
	overdraft := bySent(activity.Event{Key: activity.Key{Kind: activity.Overdraft, ID: "5"}, At: flagged.At})
	for name, tt := range map[string]struct {
		event activity.Event
		want  string
	}{
		"what the decoder found stays":    {flagged, "text_repaired"},
		"a gap":                           {step("18 10:00:00", "FAILED", "COMPLETED"), "gap"},
		"placed by sent_at":               {bySent(in(card, "18 10:00:00", "ACTIVE")), "time_by_sent"},
		"a type that has no time is none": {overdraft, ""},
		"no time at all":                  {byNothing(in(card, "18 10:00:00", "ACTIVE")), "time_not_usable"},
	} {
		if got := strings.Join(fold(t, tt.event).Flags, ","); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestWhomTheEventsName(t *testing.T) {
	facts := fold(t, owner(in(card, "18 11:00:00", "FROZEN"), 0, 9), owner(in(card, "18 10:00:00", "ACTIVE"), 7, 8), owner(byNothing(in(card, "18 10:00:00", "X")), 5, 6))
	if facts.Profile != 7 || facts.User != 9 {
		t.Errorf("profile %d, user %d, want the last that a placed event names", facts.Profile, facts.User)
	}
	if lost := fold(t, owner(byNothing(in(card, "18 10:00:00", "X")), 5, 6)); lost.Profile != 5 {
		t.Errorf("profile %d: what nothing places has to be shown somewhere", lost.Profile)
	}
}

func TestTheSpanOfAThing(t *testing.T) {
	facts := fold(t, bySent(in(card, "18 10:00:05", "ACTIVE")), version(bySent(in(card, "18 10:00:09", "ACTIVE")), "4.0.0"))
	if !facts.FirstAt.Equal(clock("18 10:00:05")) || !facts.LastAt.Equal(clock("18 10:00:09")) || len(facts.Evidence) != 2 {
		t.Errorf("from %v to %v by %v", facts.FirstAt, facts.LastAt, facts.Evidence)
	}
}
