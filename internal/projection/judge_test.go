package projection

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

const unreadable = `{"event_type":"transfers#state-change","data":`

// noIDs is a body of a type without integer ids.
func noIDs(n string) string {
	return envelope("cards#card-status-change", "1.0.0", "sub", `{"card_token":"`+n+`","card_status":{"token":"t","status":"ACTIVE"}}`, start)
}

func TestOutcomes(t *testing.T) {
	at := start.Add(-24 * time.Hour)
	sent := stateChange(subject, "2.0.0", "a", "funds_converted", "outgoing_payment_sent", at)
	zero := envelope("transfers#state-change", "2.0.0", "a",
		`{"resource":{"type":"transfer","id":0,"profile_id":0,"account_id":0},"current_state":"processing","previous_state":null,"occurred_at":"2026-11-19T12:00:00Z"}`, at)
	for _, c := range []struct {
		name    string
		letters []letter
		want    []string
	}{
		{"a body with ids is applied", []letter{{body: sent}}, []string{"applied"}},
		{"a later arrival of it changes nothing", []letter{{body: sent}, {body: sent}}, []string{"applied"}},
		{"a body with real ids is real although the header says test", []letter{{body: sent, test: true}}, []string{"applied"}},
		{"a body whose ids are all 0 is a test", []letter{{body: zero, test: true}}, []string{"test test_ids_zero"}},
		{"a body whose ids are all 0 is a test without the header too", []letter{{body: zero}, {body: zero}}, []string{"test test_ids_zero"}},
		{"a type without ids is a test while every arrival has the header", []letter{{body: noIDs("1"), test: true}, {body: noIDs("1"), test: true}}, []string{"test test_header"}},
		{"a type without ids is real without the header", []letter{{body: noIDs("1")}}, []string{"kept unknown_version"}},
		{"one arrival without the header makes it real, coming last", []letter{{body: noIDs("1"), test: true}, {body: noIDs("1"), test: true}, {body: noIDs("1")}}, []string{"kept unknown_version"}},
		{"one arrival without the header makes it real, coming first", []letter{{body: noIDs("1")}, {body: noIDs("1"), test: true}}, []string{"kept unknown_version"}},
		{"made real it stays real", []letter{{body: noIDs("1"), test: true}, {body: noIDs("1")}, {body: noIDs("1"), test: true}}, []string{"kept unknown_version"}},
		{"the same event in another version is a duplicate", []letter{{body: sent}, {body: stateChange(subject, "4.0.0", "a", "funds_converted", "outgoing_payment_sent", at.Add(300*time.Millisecond))}}, []string{"applied", "duplicate seen_already"}},
		{"the same event of another subscription is a duplicate", []letter{{body: sent}, {body: stateChange(subject, "2.0.0", "b", "funds_converted", "outgoing_payment_sent", at)}}, []string{"applied", "duplicate seen_already"}},
		{"another second is another event", []letter{{body: sent}, {body: stateChange(subject, "2.0.0", "a", "funds_converted", "outgoing_payment_sent", at.Add(time.Second))}}, []string{"applied", "applied"}},
		{"an unknown version that can be read is applied", []letter{{body: stateChange(subject, "9.0.0", "a", "", "processing", at)}}, []string{"applied"}},
		{"an unknown version that cannot is kept", []letter{{body: envelope("transfers#state-change", "9.0.0", "a", `{"resource":{"id":5},"was":"x"}`, at)}}, []string{"kept unknown_version"}},
		{"an unknown type is kept", []letter{{body: envelope("moons#landed", "1.0.0", "a", `{"resource":{"id":5}}`, at)}}, []string{"kept unknown_type"}},
		{"what is no JSON is quarantined, test header or not", []letter{{body: unreadable}, {body: unreadable + " ", test: true}}, []string{"quarantined not_json", "quarantined not_json"}},
		{"two versions of a user's change are one", []letter{{body: userChange(7, "2.0.0", "ACTIVE", "WITHDRAW_ONLY", at)}, {body: userChange(7, "4.0.0", "ACTIVE", "WITHDRAW_ONLY", at.Add(300*time.Millisecond))}}, []string{"applied", "duplicate seen_already"}},
		{"two versions of a movement are one", []letter{{body: movement(500, "2.2.0", "BNK-1", "credit", "9.6", 0, at)}, {body: movement(500, "3.0.0", "BNK-1", "credit", "9.6", 4, at)}}, []string{"applied", "duplicate seen_already"}},
		{"money that both event types tell of is one movement", []letter{{body: movement(500, "3.0.0", "71", "credit", "9.6", 4, at)}, {body: balanceCredit(500, "9.6", at)}}, []string{"applied", "duplicate seen_already"}},
		{"two steps of a movement are two", []letter{{body: movement(500, "3.0.0", "BNK-1", "credit", "9.6", 3, at)}, {body: movement(500, "3.0.0", "BNK-1", "credit", "9.6", 4, at)}}, []string{"applied", "applied"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.DB(t)
			deliver(t, db, c.letters...)
			project(t, db)
			if diff := cmp.Diff(c.want, statuses(t, db)); diff != "" {
				t.Errorf("outcomes (-want +got):\n%s", diff)
			}
			apart := testkit.DB(t)
			for _, l := range c.letters {
				deliver(t, apart, l)
				project(t, apart)
			}
			if diff := cmp.Diff(dump(t, db), dump(t, apart)); diff != "" {
				t.Errorf("read models differ with the borders of batches (-one batch +one each):\n%s", diff)
			}
		})
	}
}

func TestATestNotificationLeavesNoTrace(t *testing.T) {
	db := testkit.DB(t)
	body := envelope("cards#card-order-status-change", "1.0.0", "s", `{"profile_id":"77","status":"PLACED"}`, start)
	deliver(t, db, letter{body: body, test: true})
	project(t, db)
	read(t, db, func(r *store.Reader) error {
		if feeds, err := r.Feeds(); len(feeds) > 0 || err != nil {
			t.Errorf("a test counts as an arrival (%v)", err)
		}
		if k, err := r.Exists(77); k.Profile || err != nil {
			t.Errorf("a test made a profile (%v)", err)
		}
		return nil
	})
	deliver(t, db, letter{body: body})
	project(t, db)
	read(t, db, func(r *store.Reader) error {
		if feeds, err := r.Feeds(); len(feeds) != 1 || !feeds[0].First.Equal(start.Add(time.Second)) || err != nil {
			t.Errorf("feeds %v (%v), want one that began with the second arrival", feeds, err)
		}
		if k, err := r.Exists(77); !k.Profile || err != nil {
			t.Errorf("the real one made no profile (%v)", err)
		}
		return nil
	})
}

func TestFactsOfATransfer(t *testing.T) {
	db := testkit.DB(t)
	at := start.Add(-48 * time.Hour)
	deliver(t, db, letters(
		refundOf(subject, "2.0.0", "5000", at.Add(9*time.Hour)),
		stateChange(subject, "2.0.0", "a", "outgoing_payment_sent", "bounced_back", at.Add(8*time.Hour)),
		payoutFailure(subject, "2.0.0", "WRONG_NAME", at.Add(7*time.Hour)),
		stateChange(subject, "4.0.0", "b", "outgoing_payment_sent", "bounced_back", at.Add(8*time.Hour)),
		stateChange(subject, "2.0.0", "a", "processing", "outgoing_payment_sent", at.Add(5*time.Hour)),
	)...)
	project(t, db)
	read(t, db, func(r *store.Reader) error {
		facts, err := r.Transfer(subject)
		if err != nil {
			return err
		}
		if facts.Stage() != transfer.StageRefunded || facts.Profile != profileOf(subject) || len(facts.Visits) != 2 {
			t.Errorf("facts %+v, want refunded, with two visits", facts)
		}
		events, err := r.TransferEvents(subject)
		again, _ := transfer.Fold(subject, events)
		if diff := cmp.Diff(facts, again); diff != "" || err != nil {
			t.Errorf("facts kept and facts folded from the events differ (%v):\n%s", err, diff)
		}
		page, err := r.Bounced(store.BouncedFilter{Reasons: []string{"WRONG_NAME"}, Currencies: []string{"EUR"}})
		if err != nil || len(page.Rows) != 1 || page.Rows[0].Transfer != subject {
			t.Errorf("bounced for the name: %v (%v), want the transfer", page.Rows, err)
		}
		return nil
	})
}

func TestAMovementSaysWhatAnyOfItsEventsSays(t *testing.T) {
	at := start.Add(-time.Hour)
	for _, order := range [][]string{
		{balanceCredit(500, "9.6", at), movement(500, "2.2.0", "71", "credit", "9.60", 0, at)},
		{movement(500, "2.2.0", "71", "credit", "9.60", 0, at), balanceCredit(500, "9.6", at)},
	} {
		db := testkit.DB(t)
		deliver(t, db, letters(order...)...)
		project(t, db)
		read(t, db, func(r *store.Reader) error {
			page, err := r.Money(500, "", 10)
			if err != nil || len(page.Rows) != 1 {
				t.Fatalf("got %d movements (%v), want 1", len(page.Rows), err)
			}
			m := page.Rows[0].Movement
			if m.Transfer != 71 || m.Movement.Reference != "71" || m.Movement.BalanceAfter.String() != "12.50 GBP" || m.Movement.BalanceID != 111 {
				t.Errorf("transfer %d, movement %+v", m.Transfer, m.Movement)
			}
			return nil
		})
	}
}

func TestAMovementStandsOnceWhateverComesFirst(t *testing.T) {
	at := start.Add(-time.Hour)
	three := movement(500, "3.0.0", "BNK-1", "credit", "9.6", 3, at)
	none := movement(500, "2.2.0", "BNK-1", "credit", "9.6", 0, at)
	four := movement(500, "3.0.0", "BNK-1", "credit", "9.6", 4, at)
	for _, order := range [][]string{{three, none, four}, {none, three, four}, {four, three, none}, {three, four, none}} {
		db := testkit.DB(t)
		for _, body := range order {
			deliver(t, db, letter{body: body})
			project(t, db)
		}
		read(t, db, func(r *store.Reader) error {
			page, err := r.Money(500, "", 10)
			if err != nil || len(page.Rows) != 2 {
				t.Errorf("got %d movements (%v), want 2: two steps, and a body that is one of them", len(page.Rows), err)
			}
			return nil
		})
	}
}
