package activity

import (
	"cmp"
	"slices"

	"transferdesk/internal/money"
)

// keeping is the detail of a later event with what lasts of the earlier ones.
func (d Detail) keeping(then Detail) Detail {
	return Detail{
		Batch:       joined(d.Batch, then.Batch, (*BatchDetail).keep),
		Card:        joined(d.Card, then.Card, (*CardDetail).keep),
		Transaction: joined(d.Transaction, then.Transaction, (*TransactionDetail).keep),
		CDD:         joined(d.CDD, then.CDD, (*CDDDetail).keep),
		Order:       joined(d.Order, then.Order, (*OrderDetail).keep),
		Payment:     joined(d.Payment, then.Payment, (*PaymentDetail).keep),
		Dispute:     joined(d.Dispute, then.Dispute, (*DisputeDetail).keep),
		HoldLimit:   joined(d.HoldLimit, then.HoldLimit, (*HoldLimitDetail).keep),
		Review:      joined(d.Review, then.Review, (*ReviewDetail).keep),
		Overdraft:   d.Overdraft,
		Profile:     d.Profile,
		Recipient:   joined(d.Recipient, then.Recipient, (*RecipientDetail).keep),
		Settlement:  joined(d.Settlement, then.Settlement, (*SettlementDetail).keep),
		Case:        joined(d.Case, then.Case, (*CaseDetail).keep),
		Swift:       joined(d.Swift, then.Swift, (*SwiftDetail).keep),
		Message:     joined(d.Message, then.Message, (*MessageDetail).keep),
	}
}

// completed is the detail of one version of an event with what only an older
// version of the same event says.
func (d Detail) completed(older Detail) Detail {
	return Detail{
		Batch:       joined(d.Batch, older.Batch, (*BatchDetail).complete),
		Card:        joined(d.Card, older.Card, (*CardDetail).complete),
		Transaction: joined(d.Transaction, older.Transaction, (*TransactionDetail).complete),
		CDD:         joined(d.CDD, older.CDD, (*CDDDetail).complete),
		Order:       joined(d.Order, older.Order, (*OrderDetail).complete),
		Payment:     joined(d.Payment, older.Payment, (*PaymentDetail).keep),
		Dispute:     joined(d.Dispute, older.Dispute, (*DisputeDetail).complete),
		HoldLimit:   joined(d.HoldLimit, older.HoldLimit, (*HoldLimitDetail).complete),
		Review:      joined(d.Review, older.Review, (*ReviewDetail).complete),
		Overdraft:   joined(d.Overdraft, older.Overdraft, (*OverdraftDetail).complete),
		Profile:     joined(d.Profile, older.Profile, (*ProfileDetail).complete),
		Recipient:   joined(d.Recipient, older.Recipient, (*RecipientDetail).keep),
		Settlement:  joined(d.Settlement, older.Settlement, (*SettlementDetail).keep),
		Case:        joined(d.Case, older.Case, (*CaseDetail).complete),
		Swift:       joined(d.Swift, older.Swift, (*SwiftDetail).keep),
		Message:     joined(d.Message, older.Message, (*MessageDetail).keep),
	}
}

// warned is the detail with those words of an event without a usable time that may
// lock the thing: it sets nothing else, but what must not be told stays untold.
func (d Detail) warned(by Detail) Detail {
	if by.Case != nil {
		d.Case = joined(&CaseDetail{Types: by.Case.Types}, d.Case, (*CaseDetail).keep)
	}
	if by.Transaction != nil {
		d.Transaction = joined(&TransactionDetail{Reasons: by.Transaction.Reasons}, d.Transaction, (*TransactionDetail).keep)
	}
	return d
}

// joined gives the later detail with what add takes from the earlier one; nil when
// there is neither. Both stay as they are.
func joined[T any](now, then *T, add func(now *T, then T)) *T {
	if now == nil && then == nil {
		return nil
	}
	var made, earlier T
	if now != nil {
		made = *now
	}
	if then != nil {
		earlier = *then
	}
	add(&made, earlier)
	return &made
}

// or lets an earlier value stand where the later one says nothing.
func or[T comparable](now *T, then T) { *now = cmp.Or(*now, then) }

func orAmount(now *money.Amount, then money.Amount) {
	if !now.Known() {
		*now = then
	}
}

func orList[T any](now *[]T, then []T) {
	if len(*now) == 0 {
		*now = then
	}
}

// union is every word of both lists, sorted: one that was said once stays.
func union(now, then []string) []string {
	all := slices.Concat(now, then)
	slices.Sort(all)
	return slices.Compact(all)
}

// messages is every message of both lists, each id once as it was told last, by time.
func messages(now, then []CaseMessage) []CaseMessage {
	var all []CaseMessage
	for _, m := range slices.Concat(now, then) {
		told := func(have CaseMessage) bool { return have == m || m.ID != "" && have.ID == m.ID }
		if !slices.ContainsFunc(all, told) {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b CaseMessage) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Author, b.Author))
	})
	return all
}
