package projection

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// served prints the read models but for what a rebuild counts anew: numbers that
// only tie rows together, and what an arrival became at the minute when it came.
func served(t testing.TB, db *store.DB) string {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	var out strings.Builder
	for _, table := range column(t, conn, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'rm_*' ORDER BY name`) {
		query := "SELECT * FROM " + table
		switch table {
		case "rm_meta", "rm_minutes", "rm_feeds", "rm_kinds":
			continue
		case "rm_outcomes":
			query = `SELECT o.delivery_id, k.event_type, k.schema_version, k.status, k.subscription, o.why, o.occurred_at, o.transfer_id, o.profile_id, o.user_id
				FROM rm_outcomes o JOIN rm_kinds k ON k.id = o.kind_id`
		}
		fmt.Fprintf(&out, "%s\n%s\n", table, rowsOf(t, conn, query))
	}
	return out.String()
}

// unresting lists the deliveries that nothing rests on.
func unresting(t testing.TB, db *store.DB) (ids []int64) {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	for _, text := range column(t, conn, `SELECT delivery_id FROM rm_outcomes JOIN rm_kinds k ON k.id = kind_id WHERE k.status IN ('quarantined', 'kept')`) {
		var id int64
		_, _ = fmt.Sscan(text, &id)
		ids = append(ids, id)
	}
	return ids
}

func unrecorded(*store.Tx, store.Outcome) error { return nil }

// applyAgain judges deliveries again, a few at a time.
func applyAgain(t testing.TB, p *Projector, ids []int64) {
	t.Helper()
	for some := range slices.Chunk(ids, AgainTurn) {
		if err := p.Again(context.Background(), some, unrecorded); err != nil {
			t.Fatalf("applying again: %v", err)
		}
	}
}

// sickFor makes a decoder that fails on bodies that hold one of the texts.
func sickFor(texts ...string) rules {
	r := usual()
	r.decode = func(body []byte, src evidence.Source) wise.Decoded {
		for _, text := range texts {
			if strings.Contains(string(body), text) {
				panic("this cannot be")
			}
		}
		return wise.Decode(body, src)
	}
	return r
}

func TestApplyingAgainGivesWhatARebuildGives(t *testing.T) {
	at := start.Add(-24 * time.Hour)
	two := stateChange(subject, "2.0.0", "a", "", "processing", at)
	four := stateChange(subject, "4.0.0", "b", "", "processing", at.Add(300*time.Millisecond))
	second := stateChange(subject, "2.0.0", "c", "", "processing", at)
	card := envelope("cards#card-status-change", "9.0.0", "sub", `{"card_token":"1","card_status":{"token":"t","status":"ACTIVE"}}`, at)
	for _, c := range []struct {
		name    string
		letters []letter
		sick    string // the decoder fails on bodies that hold it
		before  []string
		after   []string
	}{
		{"one event alone", letters(two), `"2.0.0"`, []string{"quarantined poison"}, []string{"applied"}},
		{"a later copy, applied in its place, becomes the duplicate", letters(two, four), `"2.0.0"`,
			[]string{"quarantined poison", "applied"}, []string{"applied", "duplicate seen_already"}},
		{"an earlier copy stays the one", letters(two, four), `"4.0.0"`,
			[]string{"applied", "quarantined poison"}, []string{"applied", "duplicate seen_already"}},
		{"of two later copies both are duplicates", letters(two, four, second), `"a"`,
			[]string{"quarantined poison", "applied", "duplicate seen_already"}, []string{"applied", "duplicate seen_already", "duplicate seen_already"}},
		{"a copy of a user's change", letters(userChange(7, "2.0.0", "ACTIVE", "WITHDRAW_ONLY", at), userChange(7, "4.0.0", "ACTIVE", "WITHDRAW_ONLY", at)), `"2.0.0"`,
			[]string{"quarantined poison", "applied"}, []string{"applied", "duplicate seen_already"}},
		{"a copy of a movement", letters(movement(500, "2.2.0", "BNK-1", "credit", "9.6", 0, at), movement(500, "3.0.0", "BNK-1", "credit", "9.6", 4, at)), `"2.2.0"`,
			[]string{"quarantined poison", "applied"}, []string{"applied", "duplicate seen_already"}},
		{"a movement that the older type tells of too", letters(balanceCredit(500, "9.6", at), movement(500, "3.0.0", "BNK-1", "credit", "9.6", 4, at)), `balances#credit`,
			[]string{"quarantined poison", "applied"}, []string{"applied", "duplicate seen_already"}},
		{"a state that we asked for", letters(two, stateSeen(subject, "bounced_back", at.Add(time.Hour))), "ask_id",
			[]string{"applied", "quarantined poison"}, []string{"applied", "applied"}},
		{"one that turns out to be a test", []letter{{body: card, test: true}}, "card_token", []string{"quarantined poison"}, []string{"test test_header"}},
		{"one that a later arrival made real", []letter{{body: card, test: true}, {body: card}}, "card_token", []string{"quarantined poison"}, nil},
		{"what cannot be read stays where it is", letters(unreadable, two), "nothing", []string{"quarantined not_json", "applied"}, []string{"quarantined not_json", "applied"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.DB(t)
			deliver(t, db, c.letters...)
			if err := newProjector(db, clock, quiet(), sickFor(c.sick)).CatchUp(context.Background()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.before, statuses(t, db)); diff != "" {
				t.Fatalf("before (-want +got):\n%s", diff)
			}
			p := New(db, clock, quiet())
			applyAgain(t, p, unresting(t, db))
			if diff := cmp.Diff(c.after, statuses(t, db)); c.after != nil && diff != "" {
				t.Errorf("after (-want +got):\n%s", diff)
			}
			again := served(t, db)
			fresh(t, db)
			if diff := cmp.Diff(again, served(t, db)); diff != "" {
				t.Errorf("a rebuild gives something else (-again +rebuild):\n%s", diff)
			}
		})
	}
}

func TestApplyingAgainIsARebuildForAnyLifeAndAnyFault(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := testkit.DB(t)
		all := drawArrivals(rt, drawLives(rt), "order")
		sick := map[string]bool{}
		for _, l := range all {
			sick[l.body] = rapid.IntRange(0, 2).Draw(rt, "sick") == 0
		}
		r := usual()
		r.decode = func(body []byte, src evidence.Source) wise.Decoded {
			if sick[string(body)] {
				panic("this cannot be")
			}
			return wise.Decode(body, src)
		}
		split := rapid.IntRange(0, len(all)).Draw(rt, "healed after")
		deliver(t, db, all[:split]...)
		if err := newProjector(db, clock, quiet(), r).CatchUp(context.Background()); err != nil {
			rt.Fatalf("folding: %v", err)
		}
		p := New(db, clock, quiet())
		ids := rapid.Permutation(unresting(t, db)).Draw(rt, "turns")
		half := rapid.IntRange(0, len(ids)).Draw(rt, "first")
		applyAgain(t, p, ids[:half])
		arrive(rt, t, db, all[split:])
		for _, id := range ids[half:] {
			applyAgain(t, p, []int64{id})
		}
		again := served(t, db)
		fresh(t, db)
		if diff := cmp.Diff(again, served(t, db)); diff != "" {
			rt.Fatalf("a rebuild gives something else (-again +rebuild):\n%s", diff)
		}
		_ = db.Close()
	})
}

func TestWhatTheStoreRefusedIsAppliedAgainWhenItTakesIt(t *testing.T) {
	for table, when := range map[string]string{
		"rm_transfers": "NEW.transfer_id = 1002", "rm_profiles": "NEW.profile_id = 501", "rm_arrivals": "NEW.wise_delivery_id = 'd-1003'",
	} {
		t.Run(table, func(t *testing.T) {
			db := testkit.DB(t)
			mend := refuse(t, db, table, when)
			deliver(t, db, someLives(1000, 20)...)
			p := New(db, clock, quiet())
			if err := p.CatchUp(context.Background()); err != nil {
				t.Fatal(err)
			}
			before := served(t, db)
			applyAgain(t, p, unresting(t, db))
			if diff := cmp.Diff(before, served(t, db)); diff != "" {
				t.Errorf("while the fault stands something changed:\n%s", diff)
			}
			mend()
			applyAgain(t, p, unresting(t, db))
			if left := unresting(t, db); len(left) != 0 {
				t.Errorf("%v are still quarantined", left)
			}
			again := served(t, db)
			fresh(t, db)
			if diff := cmp.Diff(again, served(t, db)); diff != "" {
				t.Errorf("a rebuild gives something else (-again +rebuild):\n%s", diff)
			}
		})
	}
}

func TestARecordAndWhatItTellsOfAreOneTransaction(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "", "processing", start))...)
	if err := newProjector(db, clock, quiet(), sickFor("processing")).CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	before := served(t, db)
	p := New(db, clock, quiet())
	refusal := fault.New(fault.Unavailable, "not now")
	err := p.Again(context.Background(), []int64{1}, func(*store.Tx, store.Outcome) error { return refusal })
	if fault.KindOf(err) != fault.Unavailable {
		t.Errorf("got %v, want the record's own failure", err)
	}
	if diff := cmp.Diff(before, served(t, db)); diff != "" {
		t.Errorf("applied without its record:\n%s", diff)
	}
	applyAgain(t, p, []int64{1})
	if diff := cmp.Diff([]string{"applied"}, statuses(t, db)); diff != "" {
		t.Errorf("once more (-want +got):\n%s", diff)
	}
}

func TestNothingIsAppliedAgainWhileAnOlderDecoderIsBeingReplaced(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, letters(unreadable)...)
	project(t, db)
	r := usual()
	r.version++
	err := newProjector(db, clock, quiet(), r).Again(context.Background(), []int64{1}, unrecorded)
	if fault.KindOf(err) != fault.Conflict {
		t.Errorf("got %v, want a conflict", err)
	}
}
