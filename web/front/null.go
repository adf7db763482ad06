package front

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/when"
)

// The JSON spells what is not known as null, never as an empty text or a zero:
// these make a pointer of what is known.

// OrNull gives nil for the zero value.
func OrNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// RFCOrNull is a time as RFC 3339 in UTC, or null.
func RFCOrNull(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return OrNull(when.RFC(t))
}

// AmountOrNull is an amount's decimal and currency, or two nulls.
func AmountOrNull(a money.Amount) (amount, currency *string) {
	if !a.Known() {
		return nil, nil
	}
	return OrNull(a.Decimal()), OrNull(a.Currency)
}

// List gives a list that is never null in the JSON.
func List[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

// IDs are deliveries as JSON numbers, each the id of a page under /events/.
func IDs(e evidence.IDs) []int64 { return List([]int64(e)) }
