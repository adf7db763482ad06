package store

import "time"

// stamp is how a time stands in the database: Unix microseconds, UTC; 0 for the
// zero time.
func stamp(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// stamped is the time of a stamp, in UTC.
func stamped(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}
