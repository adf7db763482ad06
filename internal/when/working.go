package when

import "time"

// WorkingDayBefore is the latest moment from which one working day has passed by t:
// 24 hours that lie on Monday to Friday, in UTC. What began on a weekend began on
// Monday.
func WorkingDayBefore(t time.Time) time.Time {
	t = t.UTC()
	if gone := sinceFriday(t); gone > 0 {
		return t.Add(-gone - 24*time.Hour)
	}
	if t.Weekday() == time.Monday {
		return t.Add(-3 * 24 * time.Hour)
	}
	return t.Add(-24 * time.Hour)
}

// sinceFriday is how much of the weekend has passed: from 00:00 on Saturday to 00:00
// on Monday; 0 on the other days.
func sinceFriday(t time.Time) time.Duration {
	switch t.Weekday() {
	case time.Saturday:
		return t.Sub(midnight(t))
	case time.Sunday:
		return t.Sub(midnight(t)) + 24*time.Hour
	}
	return 0
}
