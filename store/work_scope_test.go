package store_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/work"
	"transferdesk/store"
)

// scopesOf are all scopes of somebody.
func scopesOf(person int64) []store.Scope {
	return []store.Scope{{Whose: store.WhoseAll}, {Whose: store.WhoseMine, Person: person}, {Whose: store.WhoseUnassigned}, {Whose: store.WhoseResolved}}
}

// isIn says by the rule itself whether a scope takes a transfer.
func isIn(scope store.Scope, w store.Work, row store.TransferRow) bool {
	settled := !w.Open() && w.ResolvedIn == (store.StageHeld{Stage: row.Stage, Since: row.StageAt}) &&
		(!row.HasCases || !row.CasesSince.After(w.ResolvedAt))
	switch scope.Whose {
	case store.WhoseMine:
		return !settled && w.Assignee == scope.Person
	case store.WhoseUnassigned:
		return !settled && w.Assignee == 0
	case store.WhoseResolved:
		return settled
	}
	return !settled
}

// drawRow draws where a transfer stands, and drawWork what people did about it.
func drawRow(t *rapid.T, id int64) store.TransferRow {
	at := func(name string) time.Time {
		return noon.Add(time.Duration(rapid.IntRange(0, 2).Draw(t, name)) * time.Hour)
	}
	return store.TransferRow{
		Facts: transfer.Facts{Transfer: id, Profile: 500}, StageAt: at("stage at"), HasCases: rapid.Bool().Draw(t, "has cases"), CasesSince: at("cases"),
		Stage: rapid.SampledFrom([]transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageNone}).Draw(t, "stage"),
	}
}

func drawWork(t *rapid.T, row store.TransferRow, version int64) store.Work {
	w := store.Work{Transfer: row.Facts.Transfer, ChangedAt: noon}
	w.Assignee, w.Version = rapid.SampledFrom([]int64{0, 7, 8}).Draw(t, "assignee"), version
	w.FollowUp = rapid.SampledFrom([]work.Day{"", "2026-11-20", "2026-11-21", "2026-11-22"}).Draw(t, "follow-up")
	if rapid.Bool().Draw(t, "resolved") {
		w.Outcome, w.ResolvedAt, w.ResolvedBy = work.Informed, noon.Add(time.Hour), "Ada"
		w.ResolvedIn = store.StageHeld{Stage: row.Stage, Since: row.StageAt}
		if rapid.Bool().Draw(t, "moved since") {
			w.ResolvedIn.Since = noon.Add(-time.Hour)
		}
	}
	return w
}

func TestEveryScopeTakesAndCountsWhatTheRuleSays(t *testing.T) {
	db := testkit.DB(t)
	version := int64(0)
	last := map[int64]store.TransferRow{}
	rapid.Check(t, func(t *rapid.T) {
		rows, works := map[int64]store.TransferRow{}, map[int64]store.Work{}
		version++
		changes := store.Tallies{}
		for _, row := range last {
			changes.Add(row, -1)
		}
		err := db.Write(t.Context(), store.LaneProject, func(tx *store.Tx) error {
			for id := range int64(12) {
				row := drawRow(t, 900+id)
				if err := row.Pack(); err != nil {
					return err
				}
				if err := tx.SaveTransfer(store.Live, row); err != nil {
					return err
				}
				changes.Add(row, 1)
				rows[900+id], works[900+id] = row, drawWork(t, row, version)
				if err := tx.SaveWork(works[900+id], store.WorkAct{Kind: work.Assigned, At: noon, By: store.Actor{Kind: "person", ID: 7, Name: "Ada"}}); err != nil {
					return err
				}
			}
			return tx.SaveTallies(store.Live, changes)
		})
		if err != nil {
			t.Fatal(err)
		}
		last = rows
		err = db.Read(t.Context(), func(r *store.Reader) error {
			shares, err := r.QueueShares()
			if err != nil {
				return err
			}
			for _, person := range []int64{7, 8} {
				for _, scope := range scopesOf(person) {
					for kind, holds := range lists() {
						var want []int64
						for id, row := range rows {
							if holds(row) && isIn(scope, works[id], row) {
								want = append(want, id)
							}
						}
						page, err := r.Queue(kind, scope, "", 50)
						if err != nil {
							return err
						}
						wantRows(t, string(kind), scope, want, page.Rows, shares[kind].In(scope))
					}
					wantFollowUps(t, r, scope, rows, works)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// lists say by the rule what stands in the lists of the home page.
func lists() map[store.QueueKind]func(store.TransferRow) bool {
	return map[store.QueueKind]func(store.TransferRow) bool{
		store.QueueReturned: func(row store.TransferRow) bool {
			return row.Stage == transfer.StageReturned || row.Stage == transfer.StageCancelled
		},
		store.QueueFailed: func(row store.TransferRow) bool { return row.Stage == transfer.StageFailed },
		store.QueueCases:  func(row store.TransferRow) bool { return row.HasCases },
	}
}

func wantRows(t *rapid.T, list string, scope store.Scope, want []int64, rows []transfer.Facts, count int64) {
	t.Helper()
	var got []int64
	for _, f := range rows {
		got = append(got, f.Transfer)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) || count != int64(len(want)) {
		t.Errorf("%s of %+v: rows %v counted as %d, want %v", list, scope, got, count, want)
	}
}

func wantFollowUps(t *rapid.T, r *store.Reader, scope store.Scope, rows map[int64]store.TransferRow, works map[int64]store.Work) {
	t.Helper()
	const today work.Day = "2026-11-21"
	var want []int64
	for id, w := range works {
		if w.Due(today) && isIn(scope, w, rows[id]) {
			want = append(want, id)
		}
	}
	page, err := r.FollowUps(today, scope, "", 50)
	if err != nil {
		t.Fatal(err)
	}
	share, err := r.ShareOfFollowUps(today)
	if err != nil {
		t.Fatal(err)
	}
	var got []transfer.Facts
	for _, f := range page.Rows {
		got = append(got, transfer.Facts{Transfer: f.Transfer})
	}
	wantRows(t, "follow-ups", scope, want, got, share.In(scope))
	if !slices.IsSortedFunc(page.Rows, func(a, b store.FollowUp) int { return int(a.Day.Until(b.Day)) * -1 }) {
		t.Errorf("the follow-ups do not begin with the oldest: %v", page.Rows)
	}
}
