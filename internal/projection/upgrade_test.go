package projection

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// firstRules are those of the first decoder: it kept what is about anything but
// transfers and users.
func firstRules() rules {
	first := usual()
	first.version = 1
	first.decode = func(body []byte, src evidence.Source) wise.Decoded {
		said := wise.Decode(body, src)
		if said.Activity != nil {
			said.Verdict, said.Why = wise.Kept, "type_not_read"
			said.Activity, said.Transfer, said.Handles = nil, nil, nil
		}
		return said
	}
	return first
}

// olderDatabase is one that an older program has served: transfers, and an event of
// every kind that it only kept; and what people gave.
func olderDatabase(t *testing.T) (db *store.DB, kept int) {
	t.Helper()
	db = testkit.DB(t)
	all := someLives(1000, 60)
	for _, kind := range kindsDrawn() {
		all = append(all, letter{body: activities[kind](scene{n: 1, profile: 500, user: 871, transfer: 1001, version: "2.0.0", from: "a", state: "b", word: "b", at: start})})
	}
	deliver(t, db, all...)
	if err := newProjector(db, clock, quiet(), firstRules()).CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	conn := side(t, db)
	for _, statement := range []string{
		`INSERT INTO customer_links VALUES (1, 500, 7, 0, 1, 'person', 1, 'A lead', 'on the phone')`,
		`INSERT INTO playbook_versions VALUES (1, 'failure', 'ACCOUNT_CLOSED', 1, 0, '{}', 'clearer', 1, 'person', 1, 'A lead')`,
		`INSERT INTO event_asides VALUES (1, 3, 0, 1, 'person', 1, 'A lead', 'known')`,
		`INSERT INTO event_attachments VALUES (1, 3, 'transfer', 1002, 0, 1, 'person', 1, 'A lead', 'the same money')`,
		`INSERT INTO tellings VALUES (1, 1002, 'Your payment was paid out.', 'sent', '{}', 'sender', 'confirmed', 1, 'person', 1, 'An agent')`,
		`INSERT INTO notes VALUES (1, 1002, 1, 'person', 1, 'An agent')`,
		`INSERT INTO note_versions VALUES (1, 1, 1, 0, 'Called the bank.', 1, 'person', 1, 'An agent')`,
		`INSERT INTO looks VALUES ('transfer', 1002, 1, 'An agent', 1, 2)`,
		`INSERT INTO works VALUES (1002, 1, '2026-11-24', '', '', 0, '', '', '', 0, 1, 1)`,
		`INSERT INTO work_acts VALUES (1, 1002, 1, 'follow_up_set', '', '2026-11-24', '', 1, 'person', 1, 'An agent')`,
	} {
		if _, err := conn.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	kept = len(column(t, conn, `SELECT delivery_id FROM rm_outcomes WHERE why = 'type_not_read'`))
	if things := column(t, conn, `SELECT id FROM rm_activities`); kept != len(activities) || len(things) != 0 {
		t.Fatalf("%d events kept and %d things: the test does not test", kept, len(things))
	}
	return db, kept
}

// until waits for something that another goroutine brings about.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

// stateOf is the state of a transfer as its page has it now.
func stateOf(t *testing.T, db *store.DB, id int64) (state string) {
	t.Helper()
	read(t, db, func(r *store.Reader) error {
		facts, err := r.Transfer(id)
		state = string(facts.State())
		return err
	})
	return state
}

func TestWhatAnOlderProgramKeptIsReadWhilePagesGoOn(t *testing.T) {
	db, kept := olderDatabase(t)
	conn := side(t, db)
	people := given(t, conn, "deliveries", "receipts")
	interruptAnUpgrade(t, db)
	if got := decoder(t, db); got != 1 {
		t.Fatalf("the read models are of decoder %d although the upgrade was interrupted", got)
	}

	p := New(db, clock, quiet())
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = p.Run(ctx) })
	until(t, "the read models are up to date", func() bool { return decoder(t, db) == wise.DecoderVersion && !p.Upgrading() })
	stop()
	running.Wait()
	if left := column(t, conn, `SELECT delivery_id FROM rm_outcomes WHERE why = 'type_not_read'`); len(left) > 0 {
		t.Errorf("of %d events that were kept %d are not read", kept, len(left))
	}
	read(t, db, func(r *store.Reader) error {
		for _, kind := range kindsDrawn() {
			if things := column(t, conn, `SELECT id FROM rm_activities WHERE kind = '`+string(kind)+`'`); len(things) != 1 {
				t.Errorf("%d things of kind %s, want 1", len(things), kind)
			}
		}
		if links := rowsOf(t, conn, "SELECT profile_id, user_id FROM rm_links WHERE profile_id = 500"); links != "500 871" {
			t.Errorf("learned links %q", links)
		}
		return nil
	})
	if diff := cmp.Diff(people, given(t, conn, "deliveries", "receipts")); diff != "" {
		t.Errorf("what people gave (-before +after):\n%s", diff)
	}
	before := dump(t, db)
	if after := fresh(t, db); after != before {
		t.Errorf("another rebuild gives something else:\n%s", differing(before, after))
	}
}

// interruptAnUpgrade starts a newer program on the database and stops it half-way
// through folding again. Meanwhile the pages give what they gave, and what arrives
// is on them.
func interruptAnUpgrade(t *testing.T, db *store.DB) {
	t.Helper()
	const halfWay = 60
	at, goOn := make(chan struct{}), make(chan struct{})
	newer := usual()
	var once sync.Once
	newer.decode = func(body []byte, src evidence.Source) wise.Decoded {
		if src.Delivery == halfWay { // only who folds again reads it
			once.Do(func() { close(at) })
			<-goOn
		}
		return wise.Decode(body, src)
	}
	p := newProjector(db, clock, quiet(), newer)
	p.size.Store(16)
	before := stateOf(t, db, 1001)
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = p.Run(ctx) })
	<-at
	if !p.Upgrading() || stateOf(t, db, 1001) != before {
		t.Errorf("upgrading %v, the page says %q, want that it says %q as before", p.Upgrading(), stateOf(t, db, 1001), before)
	}
	deliver(t, db, letters(
		stateChange(1001, "2.0.0", "a", "outgoing_payment_sent", "bounced_back", start),
		activities[activity.Verification](scene{profile: 500, version: "2.0.0", state: "a", at: start}),
	)...)
	p.Wake()
	until(t, "what has arrived is on the page", func() bool { return stateOf(t, db, 1001) == "bounced_back" })
	until(t, "some of it is folded again", func() bool {
		return !slices.Equal(column(t, side(t, db), `SELECT count(*) FROM rmnext_outcomes`), []string{"0"})
	})
	stop()
	close(goOn)
	running.Wait()
}
