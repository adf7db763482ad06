package work_test

import (
	"testing"

	"transferdesk/internal/work"
)

func TestADeedIsToldInWords(t *testing.T) {
	for _, c := range []struct {
		deed                   work.Deed
		told, sentence, wanted string
	}{
		{work.Deed{Kind: work.Assigned, To: "Anna"}, "Assigned to Anna", "Ben assigned it to Anna", "assign it to Anna"},
		{work.Deed{Kind: work.Assigned, To: "Ben", Self: true}, "Assigned to Ben", "Ben took it on", "assign it to Ben"},
		{work.Deed{Kind: work.Unassigned, From: "Anna"}, "Assigned to nobody; it was with Anna", "Ben took it from Anna", "assign it to nobody"},
		{work.Deed{Kind: work.Unassigned, From: "Ben", Self: true}, "Assigned to nobody; it was with Ben", "Ben let go of it", "assign it to nobody"},
		{work.Deed{Kind: work.FollowUpSet, To: "2026-11-24"}, "Follow-up on Tue 24 Nov 2026", "Ben set the follow-up to Tue 24 Nov 2026", "follow up on Tue 24 Nov 2026"},
		{work.Deed{Kind: work.FollowUpCleared, From: "2026-11-24"}, "No follow-up any more; it was on Tue 24 Nov 2026", "Ben cleared the follow-up", "clear the follow-up"},
		{work.Deed{Kind: work.Resolved, To: "not_ours"}, "Resolved: not ours", "Ben resolved it: not ours", "resolve it: not ours"},
		{work.Deed{Kind: work.Reopened, From: "refunded"}, "Reopened; it was resolved: refunded to the customer", "Ben reopened it", "reopen it"},
	} {
		c.deed.By = "Ben"
		if got := c.deed.Told(); got != c.told {
			t.Errorf("%s: told %q, want %q", c.deed.Kind, got, c.told)
		}
		if got := c.deed.Sentence(); got != c.sentence {
			t.Errorf("%s: %q, want %q", c.deed.Kind, got, c.sentence)
		}
		if got := c.deed.Wanted(); got != c.wanted {
			t.Errorf("%s: wanted %q, want %q", c.deed.Kind, got, c.wanted)
		}
	}
}
