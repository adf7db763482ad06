package web

import (
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/web/front"
)

// moneyView is one page of a customer's movements of money.
type moneyView struct {
	rows  []answer.MoneyMoved
	types map[int64]string // event type by delivery
	next  string           // cursor
}

// readMoney puts together what tells of the same money. What tells of it may stand
// just beyond the page, so the neighbours are looked at too; each movement stands on
// the page of its own event.
func readMoney(r *store.Reader, profile int64, cursor string) (moneyView, error) {
	page, err := r.Money(profile, cursor, movementsPerPage)
	if err != nil || len(page.Rows) == 0 {
		return moneyView{next: page.Next}, err
	}
	told := answer.MoneyTold{Transfers: map[int64]transfer.Facts{}}
	here := map[int64]bool{}
	for _, row := range page.Rows {
		here[row.ID] = true
	}
	rows, err := withNeighbours(r, profile, page.Rows)
	if err != nil {
		return moneyView{}, err
	}
	addMoney(&told, rows)
	if err := addNamed(r, profile, &told); err != nil {
		return moneyView{}, err
	}
	v := moneyView{rows: told.Put(), next: page.Next}
	v.rows = slices.DeleteFunc(v.rows, func(m answer.MoneyMoved) bool { return !here[m.ID] })
	var all evidence.IDs
	for _, m := range v.rows {
		all = append(all, m.Sources...)
	}
	v.types, err = r.TypesOf(all)
	return v, err
}

// withNeighbours adds to a page what happened shortly before and after it.
func withNeighbours(r *store.Reader, profile int64, page []store.MoneyRow) ([]store.MoneyRow, error) {
	all := slices.Clone(page)
	for _, edge := range []time.Time{moneyAt(page[0]), moneyAt(page[len(page)-1])} {
		if edge.IsZero() {
			continue
		}
		near, err := r.MoneyBetween(profile, edge.Add(-answer.SameMoneyWithin), edge.Add(answer.SameMoneyWithin))
		if err != nil {
			return nil, err
		}
		for _, row := range near {
			if !slices.ContainsFunc(all, func(have store.MoneyRow) bool { return have.ID == row.ID }) {
				all = append(all, row)
			}
		}
	}
	return all, nil
}

func moneyAt(row store.MoneyRow) time.Time {
	switch {
	case row.Swift != nil:
		return row.Swift.Since()
	case row.Movement.SetsNothing:
		return time.Time{}
	}
	return row.Movement.At.Time
}

func addMoney(told *answer.MoneyTold, rows []store.MoneyRow) {
	for _, row := range rows {
		if row.Swift != nil {
			told.Credits = append(told.Credits, *row.Swift)
			continue
		}
		told.Movements = append(told.Movements, *row.Movement)
	}
}

// addNamed adds the transfers that are named, and what tells of their money whenever
// that was.
func addNamed(r *store.Reader, profile int64, told *answer.MoneyTold) error {
	var named evidence.IDs
	for _, m := range told.Movements {
		if m.Transfer != 0 && m.Movement.Credit {
			named = evidence.Union(named, evidence.IDs{m.Transfer})
		}
	}
	for _, c := range told.Credits {
		named = evidence.Union(named, evidence.IDs{c.Transfer})
	}
	for _, id := range named {
		facts, err := r.Transfer(id)
		if fault.KindOf(err) == fault.NotFound {
			continue
		}
		if err != nil {
			return err
		}
		if facts.Inbound == nil {
			continue
		}
		told.Transfers[id] = facts
		if err := addCredit(r, told, id); err != nil {
			return err
		}
		addMoved(told, facts, profile)
	}
	return nil
}

// addCredit adds the SWIFT credit of a transfer that is not there yet.
func addCredit(r *store.Reader, told *answer.MoneyTold, id int64) error {
	if slices.ContainsFunc(told.Credits, func(c activity.Facts) bool { return c.Transfer == id }) {
		return nil
	}
	credit, err := r.Activity(activity.Key{Kind: activity.SwiftCredit, ID: front.IDText(id)})
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	told.Credits = append(told.Credits, credit)
	return err
}

// addMoved adds the movements of a transfer that are not there yet.
func addMoved(told *answer.MoneyTold, f transfer.Facts, profile int64) {
	for _, m := range f.Movements {
		if m.Profile != profile || slices.ContainsFunc(told.Movements, func(e transfer.Entry) bool { return rests(e, m.Evidence) }) {
			continue
		}
		e := transfer.Entry{Event: transfer.Event{Kind: transfer.BalanceUpdate, Transfer: f.Transfer, Profile: profile, Movement: &m.Movement}}
		e.At = evidence.Moment{Time: m.At, By: evidence.Occurred}
		for _, id := range m.Evidence {
			e.Sources = append(e.Sources, evidence.Source{Delivery: id})
		}
		told.Movements = append(told.Movements, e)
	}
}

// rests says whether one of the deliveries told of the movement.
func rests(e transfer.Entry, on evidence.IDs) bool {
	return slices.ContainsFunc(e.Sources, func(s evidence.Source) bool { return slices.Contains(on, s.Delivery) })
}
