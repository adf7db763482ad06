package projection

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// codeChanges are what a batch changes in the read models of codes and recipients:
// nothing is written for a transfer whose rows stay as they are.
type codeChanges struct {
	drop, put             []store.CodeRow
	dropPayees, putPayees []store.PayeeRow
	counts                store.CodeCounts
}

func newCodeChanges() *codeChanges { return &codeChanges{counts: store.NewCodeCounts()} }

// turn takes note of what the rows of a transfer were, and what they are.
func (c *codeChanges) turn(was, is *traces) {
	if !slices.Equal(was.codes, is.codes) {
		c.counts.Add(was.codes, -1)
		c.counts.Add(is.codes, 1)
		c.replace(was.codes, is.codes)
	}
	old, now := was.payee, is.payee
	if old == now {
		return
	}
	if was.pays && !(is.pays && old.Account == now.Account && old.At.Equal(now.At)) {
		c.dropPayees = append(c.dropPayees, old)
	}
	if is.pays {
		c.putPayees = append(c.putPayees, now)
	}
}

// codeKey names a row among those of its transfer.
type codeKey struct {
	kind store.CodeKind
	code string
	at   time.Time
}

func keyOfCode(row store.CodeRow) codeKey { return codeKey{row.Kind, row.Code, row.At} }

func (c *codeChanges) replace(before, after []store.CodeRow) {
	old := make(map[codeKey]store.CodeRow, len(before))
	for _, row := range before {
		old[keyOfCode(row)] = row
	}
	for _, row := range after {
		if have, ok := old[keyOfCode(row)]; !ok || have != row {
			c.put = append(c.put, row)
		}
		delete(old, keyOfCode(row))
	}
	for _, row := range old {
		c.drop = append(c.drop, row)
	}
}

// save writes the changes.
func (c *codeChanges) save(tx *store.Tx, m store.Model) error {
	for _, row := range c.drop {
		if err := tx.DropCode(m, row); err != nil {
			return err
		}
	}
	for _, row := range c.put {
		if err := tx.SaveCode(m, row); err != nil {
			return err
		}
	}
	for _, row := range c.dropPayees {
		if err := tx.DropPayee(m, row); err != nil {
			return err
		}
	}
	for _, row := range c.putPayees {
		if err := tx.SavePayee(m, row); err != nil {
			return err
		}
	}
	return tx.SaveCodeCounts(m, c.counts)
}

// codeRows are the rows of a transfer, in the order of their keys: its failures, the
// cases that were ever opened, and its returns. A payment to the customer has no
// payout that could come back. What is for compliance alone is left out.
func codeRows(f transfer.Facts) []store.CodeRow {
	var rows []store.CodeRow
	add := func(kind store.CodeKind, code string, at time.Time, rests evidence.IDs) {
		if !strings.EqualFold(code, reason.LockedCode) && !reason.IsLocked(code) && len(rests) > 0 {
			rows = append(rows, store.CodeRow{
				Kind: kind, Code: code, At: micro(at), Transfer: f.Transfer, Profile: f.Profile, Account: f.Account, Delivery: rests[0],
			})
		}
	}
	for _, failure := range f.Failures {
		add(store.CodeFailure, failure.Code, failure.At, failure.Evidence)
	}
	for _, c := range slices.Concat(f.CasesOver, f.Cases) {
		add(store.CodeCase, strings.ToLower(c.Code), c.Since, c.Evidence)
	}
	for _, v := range f.Visits {
		if v.State == transfer.BouncedBack && f.Inbound == nil {
			add(store.CodeReturn, "", v.At, v.Evidence)
		}
	}
	slices.SortFunc(rows, byCodeKey)
	return slices.CompactFunc(rows, func(a, b store.CodeRow) bool { return keyOfCode(a) == keyOfCode(b) })
}

func byCodeKey(a, b store.CodeRow) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Code, b.Code), a.At.Compare(b.At), cmp.Compare(a.Delivery, b.Delivery))
}

// payeeRow is to whom a transfer goes; false while no event has named the account,
// and of a payment to the customer.
func payeeRow(f transfer.Facts) (store.PayeeRow, bool) {
	if f.Account == 0 || f.Inbound != nil {
		return store.PayeeRow{}, false
	}
	row := store.PayeeRow{Account: f.Account, At: micro(f.FirstAt), Transfer: f.Transfer}
	if amount, known := f.Amount(); known {
		row.Amount, row.Currency = amount.Value.String(), amount.Currency
	}
	return row, true
}

// micro is a time as the database keeps it, so that the one read and the one folded
// are equal.
func micro(at time.Time) time.Time {
	if at.IsZero() {
		return time.Time{}
	}
	return time.UnixMicro(at.UnixMicro()).UTC()
}
