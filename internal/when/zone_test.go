package when_test

import (
	"testing"
	"time"

	"transferdesk/internal/when"
)

func TestTheDaysOnWhichClocksChange(t *testing.T) {
	for _, tt := range []struct{ zone, at, want, offset string }{
		{"Europe/Berlin", "2026-10-25T00:30:00Z", "25 Oct 2026, 02:30 CEST", "UTC+2"},
		{"Europe/Berlin", "2026-10-25T01:30:00Z", "25 Oct 2026, 02:30 CET", "UTC+1"}, // the same hour again: the zone tells the two apart
		{"Europe/Berlin", "2026-10-24T22:00:00Z", "25 Oct 2026, 00:00 CEST", "UTC+2"},
		{"Europe/Berlin", "2026-03-29T01:00:00Z", "29 Mar 2026, 03:00 CEST", "UTC+2"}, // there was no 02:30
		{"America/St_Johns", "2026-11-01T04:29:00Z", "1 Nov 2026, 01:59 NDT", "UTC-2:30"},
		{"America/St_Johns", "2026-11-01T04:30:00Z", "1 Nov 2026, 01:00 NST", "UTC-3:30"},
		{"Asia/Kathmandu", "2026-10-24T18:15:00Z", "25 Oct 2026, 00:00 UTC+5:45", "UTC+5:45"},
		{"Asia/Kathmandu", "2026-10-24T18:14:00Z", "24 Oct 2026, 23:59 UTC+5:45", "UTC+5:45"},
	} {
		zone, err := time.LoadLocation(tt.zone)
		if err != nil {
			t.Fatal(err)
		}
		at, ok := when.Read(tt.at)
		if got := when.Full(at, zone); !ok || got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.at, tt.zone, got, tt.want)
		}
		if got := when.Offset(at, zone); got != tt.offset {
			t.Errorf("%s in %s: %q, want %q", tt.at, tt.zone, got, tt.offset)
		}
	}
}

// TestTheDayOf25HoursCountsAsOne: days are counted in UTC, which has no such day.
func TestTheDayOf25HoursCountsAsOne(t *testing.T) {
	before, _ := when.Read("2026-10-24T21:59:00Z")
	if got := when.ISODate(when.AddDays(before, 90)); got != "2027-01-22" {
		t.Errorf("90 days on is %s", got)
	}
	if got := when.Age(25 * time.Hour); got != "1 d 1 h" {
		t.Errorf("the day on which clocks go back lasts %q", got)
	}
}
