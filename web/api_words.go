package web

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/when"
)

// The JSON spells what is not known as null, never as an empty text or a zero:
// these make a pointer of what is known.

// orNull gives nil for the zero value.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// rfcOrNull is a time as RFC 3339 in UTC, or null.
func rfcOrNull(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return orNull(when.RFC(t))
}

// amountOrNull is an amount's decimal and currency, or two nulls.
func amountOrNull(a money.Amount) (amount, currency *string) {
	if !a.Known() {
		return nil, nil
	}
	return orNull(a.Decimal()), orNull(a.Currency)
}

// list is never null in the JSON.
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

// ids are deliveries as JSON numbers, each the id of a page under /events/.
func ids(e evidence.IDs) []int64 { return list([]int64(e)) }
