package when

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// worked counts what of a span lies on Monday to Friday, minute by minute.
func worked(from, to time.Time) (sum time.Duration) {
	for ; from.Before(to); from = from.Add(time.Minute) {
		if day := from.Weekday(); day != time.Saturday && day != time.Sunday {
			sum += time.Minute
		}
	}
	return sum
}

func TestAWorkingDayIsTwentyFourHoursFromMondayToFriday(t *testing.T) {
	monday := time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		now := monday.Add(time.Duration(rapid.IntRange(0, 14*24*60).Draw(t, "minute")) * time.Minute)
		from := WorkingDayBefore(now)
		if got := worked(from, now); got != 24*time.Hour {
			t.Fatalf("from %v to %v %v are worked", from, now, got)
		}
		if got := worked(from.Add(time.Minute), now); got >= 24*time.Hour {
			t.Fatalf("a minute after %v a working day has passed by %v, too", from, now)
		}
	})
}

func TestAWorkingDayAtItsEdges(t *testing.T) {
	for now, want := range map[string]string{
		"2026-11-17 10:00": "2026-11-16 10:00", // Tuesday
		"2026-11-16 10:00": "2026-11-13 10:00", // Monday: from Friday
		"2026-11-21 09:30": "2026-11-20 00:00", // Saturday
		"2026-11-22 23:59": "2026-11-20 00:00", // Sunday
		"2026-11-16 00:00": "2026-11-13 00:00", // Monday at its first moment
		"2026-11-17 00:00": "2026-11-16 00:00",
	} {
		at, _ := time.Parse("2006-01-02 15:04", now)
		if got := WorkingDayBefore(at).Format("2006-01-02 15:04"); got != want {
			t.Errorf("one working day before %s is %s, want %s", now, got, want)
		}
	}
}
