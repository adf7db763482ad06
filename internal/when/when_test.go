package when_test

import (
	"testing"
	"time"

	"transferdesk/internal/when"
)

func TestAge(t *testing.T) {
	for _, tt := range []struct {
		span time.Duration
		want string
	}{
		{-time.Hour, "0 s"}, {0, "0 s"}, {999 * time.Millisecond, "0 s"},
		{12 * time.Second, "12 s"}, {59*time.Second + 999*time.Millisecond, "59 s"},
		{time.Minute, "1 min"}, {4*time.Minute + 59*time.Second, "4 min"}, {59 * time.Minute, "59 min"},
		{time.Hour, "1 h"}, {3*time.Hour + 5*time.Minute + 9*time.Second, "3 h 5 min"}, {23*time.Hour + 59*time.Minute, "23 h 59 min"},
		{24 * time.Hour, "1 d"}, {65*time.Hour + 40*time.Minute, "2 d 17 h"}, {24*time.Hour + 59*time.Minute, "1 d"}, {400 * 24 * time.Hour, "400 d"},
	} {
		if got := when.Age(tt.span); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.span, got, tt.want)
		}
	}
}

func TestTimesInWords(t *testing.T) {
	at := time.Date(2026, 11, 18, 23, 3, 9, 0, time.UTC)
	singapore, nepal, west := time.FixedZone("+08", 8*3600), time.FixedZone("+0545", 5*3600+45*60), time.FixedZone("-03", -3*3600)
	for _, tt := range []struct{ name, got, want string }{
		{"a day", when.Day(at, time.UTC), "18 Nov"},
		{"a day in a zone ahead", when.Day(at, singapore), "19 Nov"},
		{"no zone is UTC", when.Day(at, nil), "18 Nov"},
		{"a date of this year", when.Date(at, at.AddDate(0, 1, 0), time.UTC), "18 Nov"},
		{"a date of another year", when.Date(at, at.AddDate(1, 0, 0), time.UTC), "18 Nov 2026"},
		{"the year is the zone's", when.Date(time.Date(2026, 12, 31, 20, 0, 0, 0, time.UTC), time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), singapore), "1 Jan 2027"},
		{"long", when.LongDate(at, time.UTC), "18 Nov 2026"},
		{"the clock", when.Clock(at, singapore), "07:03"},
		{"full", when.Full(at, time.UTC), "18 Nov 2026, 23:03 UTC"},
		{"full in a zone without letters", when.Full(at, singapore), "19 Nov 2026, 07:03 UTC+8"},
		{"full in a zone behind", when.Full(at, west), "18 Nov 2026, 20:03 UTC-3"},
		{"a zone of odd minutes", when.Zone(at, nepal), "UTC+5:45"},
		{"a zone with letters", when.Zone(at, time.FixedZone("CET", 3600)), "CET"},
		{"RFC 3339", when.RFC(at.In(singapore)), "2026-11-18T23:03:09Z"},
		{"RFC 3339 with the fraction that it has", when.RFC(at.Add(120 * time.Millisecond)), "2026-11-18T23:03:09.12Z"},
		{"an ISO day in UTC", when.ISODate(at.In(singapore)), "2026-11-18"},
		{"90 days on", when.ISODate(when.AddDays(time.Date(2026, 11, 20, 23, 0, 0, 0, time.UTC), 90)), "2027-02-18"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func TestDaysCountsCalendarDaysInUTC(t *testing.T) {
	late, early := time.Date(2026, 11, 20, 23, 59, 0, 0, time.UTC), time.Date(2026, 11, 21, 0, 1, 0, 0, time.UTC)
	for _, tt := range []struct {
		name     string
		from, to time.Time
		want     int
	}{
		{"two minutes over midnight", late, early, 1},
		{"the same day", early, early.Add(20 * time.Hour), 0},
		{"backwards", early, late, -1},
		{"a leap year", time.Date(2028, 2, 28, 0, 0, 0, 0, time.UTC), time.Date(2028, 3, 1, 0, 0, 0, 0, time.UTC), 2},
		{"further than a duration reaches", time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), 739616},
	} {
		if got := when.Days(tt.from, tt.to); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}
