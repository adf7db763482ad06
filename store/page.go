package store

import (
	"encoding/base64"
	"encoding/binary"
	"math"

	"transferdesk/internal/fault"
)

// Page is one page of a list that pages by key.
type Page[T any] struct {
	Rows []T
	Next string // opaque cursor of the next page; empty: this is the last
}

// How many rows a page has when nobody says, and at most.
const (
	defaultLimit = 50
	maxLimit     = 200
)

// place is where a page ends: the sort key and the id of its last row.
type place struct{ key, id int64 }

// The places before the first row of a list that falls and of one that rises.
var (
	beforeFalling = place{math.MaxInt64, math.MaxInt64}
	beforeRising  = place{math.MinInt64, math.MinInt64}
)

// String gives the place as a cursor.
func (p place) String() string {
	b := binary.BigEndian.AppendUint64(nil, uint64(p.key))
	return base64.RawURLEncoding.EncodeToString(binary.BigEndian.AppendUint64(b, uint64(p.id)))
}

// parsePlace reads a cursor; an empty one means start.
func parsePlace(cursor string, start place) (place, error) {
	if cursor == "" {
		return start, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(b) != 16 {
		return place{}, fault.New(fault.Invalid, "This page of the list cannot be found: its cursor is not one of ours. Start again from the first page.")
	}
	return place{int64(binary.BigEndian.Uint64(b)), int64(binary.BigEndian.Uint64(b[8:]))}, nil
}

// limited gives a page size within its bounds.
func limited(limit int) int {
	if limit <= 0 {
		return defaultLimit
	}
	return min(limit, maxLimit)
}

// onePage makes a page of places of which one more than limit was asked for.
func onePage(places []place, limit int) ([]place, string) {
	if len(places) <= limit {
		return places, ""
	}
	return places[:limit], places[limit-1].String()
}

// optional stores 0 as NULL.
func optional(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}
