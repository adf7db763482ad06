package projection

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// seenForm begins the bodies that we write ourselves, in these tests too.
const seenForm = `{"type":"transferdesk#transfer-seen",`

// stateSeen is what we write down when Wise's API has named a state.
func stateSeen(id int64, state string, asked time.Time) string {
	return seenForm + fmt.Sprintf(`"schema_version":"1","ask_id":"a","transfer_id":%d,"profile_id":%d,"recipient_account_id":%d,"status":%q,"asked_at":%q}`,
		id, profileOf(id), id%7+100, state, asked.Format("2006-01-02T15:04:05.000Z"))
}

// imitated is the same as Wise's webhook could bring it.
func imitated(body string) string { return " " + body }

// sourceOf is where a body of a test comes from.
func sourceOf(body string) store.Source {
	if strings.HasPrefix(body, seenForm) {
		return store.FromReconciliation
	}
	return store.FromWebhook
}

func TestWhatWasAskedForIsJudgedLikeAnyOther(t *testing.T) {
	at := start.Add(-time.Hour)
	db := testkit.DB(t)
	once := stateSeen(subject, "bounced_back", at)
	deliver(t, db, letters(
		stateChange(subject, "2.0.0", "a", "", "processing", at.Add(-time.Hour)), once, once,
		strings.Replace(once, `"a"`, `"b"`, 1), imitated(stateSeen(subject, "funds_refunded", at.Add(time.Hour))),
	)...)
	project(t, db)
	if d := cmp.Diff([]string{"applied", "applied", "duplicate seen_already", "quarantined no_event_type"}, statuses(t, db)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	read(t, db, func(r *store.Reader) error {
		held, err := r.StatesHeld([]int64{subject})
		if h := held[subject]; h.State != "bounced_back" || !h.Seen || !h.At.Equal(at) {
			t.Errorf("held as %+v", h)
		}
		page, failed := r.Events(store.EventFilter{Source: store.FromReconciliation})
		if len(page.Rows) != 2 || failed != nil || page.Rows[0].Type != "transferdesk#transfer-seen" {
			t.Errorf("listed as %+v, %v", page.Rows, failed)
		}
		return err
	})
	before := dump(t, db)
	if after := fresh(t, db); after != before {
		t.Errorf("a rebuild gives something else:\n%s", differing(before, after))
	}
}

func TestTheEventThatComesLaterTakesItsPlaceInTheReadModels(t *testing.T) {
	at := start.Add(-time.Hour)
	first := stateChange(subject, "2.0.0", "a", "", "processing", at.Add(-time.Hour))
	seen := stateSeen(subject, "outgoing_payment_sent", at)
	came := stateChange(subject, "2.0.0", "a", "processing", "outgoing_payment_sent", at.Add(-30*time.Minute))
	for _, order := range [][]string{{first, seen, came}, {came, seen, first}, {seen, seen, first, came}} {
		db := testkit.DB(t)
		for _, body := range order {
			deliver(t, db, letter{body: body})
			project(t, db)
		}
		read(t, db, func(r *store.Reader) error {
			held, err := r.StatesHeld([]int64{subject})
			if h := held[subject]; h.Seen || !h.At.Equal(at.Add(-30*time.Minute)) {
				t.Errorf("held as %+v", h)
			}
			return err
		})
	}
}

func TestWhatWasAskedForIsNoSignOfLifeOfAFeed(t *testing.T) {
	at := start.Add(-time.Hour)
	came := stateChange(subject, "2.0.0", "a", "", "processing", at)
	db := testkit.DB(t)
	deliver(t, db, letters(came, stateSeen(subject, "processing", at), stateSeen(subject, "bounced_back", at.Add(time.Minute)), stateSeen(subject, "bounced_back", at.Add(time.Minute)))...)
	project(t, db)
	if d := cmp.Diff([]string{"transfers#state-change a 1 0s 0s"}, feeds(t, db)); d != "" {
		t.Errorf("feeds (-want +got)\n%s", d)
	}
	if d := cmp.Diff(map[string]int64{"applied": 1}, became(t, db, start)); d != "" {
		t.Errorf("became (-want +got)\n%s", d)
	}
	before := dump(t, db)
	if d := cmp.Diff(before, fresh(t, db)); d != "" {
		t.Errorf("a rebuild gives other rows (-before +after)\n%s", d)
	}
}

func TestAWebhookAfterAnAskingInOneSecondIsStillHeard(t *testing.T) {
	db := testkit.DB(t)
	at := start.Add(-time.Hour)
	deliver(t, db, letters(stateSeen(subject, "processing", at), stateChange(subject, "2.0.0", "a", "", "processing", at))...)
	project(t, db)
	if d := cmp.Diff([]string{"transfers#state-change a 1 1s 1s"}, feeds(t, db)); d != "" {
		t.Errorf("feeds (-want +got)\n%s", d)
	}
}
