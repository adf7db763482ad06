// Package when puts times and spans into words. Pages use the reader's zone, the
// API and the customer's text the company's; a zone is always named beside a time.
package when

import (
	"fmt"
	"strings"
	"time"
)

// Age says how long something lasts in its two largest units: "2 d 17 h",
// "3 h 5 min", "4 min", "12 s". Less than nothing (a clock behind) is "0 s".
func Age(d time.Duration) string {
	day, hour := 24*time.Hour, time.Hour
	switch {
	case d >= day:
		return units(int64(d/day), "d", int64(d%day/hour), "h")
	case d >= hour:
		return units(int64(d/hour), "h", int64(d%hour/time.Minute), "min")
	case d >= time.Minute:
		return fmt.Sprintf("%d min", int64(d/time.Minute))
	case d >= time.Second:
		return fmt.Sprintf("%d s", int64(d/time.Second))
	}
	return "0 s"
}

func units(large int64, largeUnit string, small int64, smallUnit string) string {
	if small == 0 {
		return fmt.Sprintf("%d %s", large, largeUnit)
	}
	return fmt.Sprintf("%d %s %d %s", large, largeUnit, small, smallUnit)
}

// Day is the day without its year: "18 Nov". A nil zone is UTC, as everywhere here.
func Day(t time.Time, zone *time.Location) string { return in(t, zone).Format("2 Jan") }

// Date is the day, with its year if that is another than now's: "18 Nov",
// "18 Nov 2025".
func Date(t, now time.Time, zone *time.Location) string {
	if in(t, zone).Year() == in(now, zone).Year() {
		return Day(t, zone)
	}
	return LongDate(t, zone)
}

// LongDate is the day with its year: "18 Nov 2026".
func LongDate(t time.Time, zone *time.Location) string { return in(t, zone).Format("2 Jan 2006") }

// Clock is the time of day without its zone: "14:03". Only beside a zone named elsewhere.
func Clock(t time.Time, zone *time.Location) string { return in(t, zone).Format("15:04") }

// Full is date and time with the zone: "18 Nov 2026, 14:03 UTC".
func Full(t time.Time, zone *time.Location) string {
	return in(t, zone).Format("2 Jan 2006, 15:04 ") + Zone(t, zone)
}

// Zone names the zone in force at t: "UTC", "CET", or "UTC+8" where the zone has
// no letters of its own.
func Zone(t time.Time, zone *time.Location) string {
	name, _ := in(t, zone).Zone()
	if !strings.HasPrefix(name, "+") && !strings.HasPrefix(name, "-") {
		return name
	}
	return Offset(t, zone)
}

// Offset is how far the zone is from UTC at t: "UTC+1", "UTC-3:30", "UTC" for none.
func Offset(t time.Time, zone *time.Location) string {
	_, offset := in(t, zone).Zone()
	if offset == 0 {
		return "UTC"
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "-", -offset
	}
	hours, minutes := offset/3600, offset%3600/60
	if minutes == 0 {
		return fmt.Sprintf("UTC%s%d", sign, hours)
	}
	return fmt.Sprintf("UTC%s%d:%02d", sign, hours, minutes)
}

// RFC is the time as RFC 3339 in UTC, with the fraction that it has: for JSON and
// for the datetime attribute.
func RFC(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// ISODate is the day in UTC as "2026-11-18".
func ISODate(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// Days counts the calendar days in UTC from one time to another: 0 on the same
// day, negative when the other is earlier.
func Days(from, to time.Time) int {
	const day = 24 * 60 * 60
	return int((midnight(to).Unix() - midnight(from).Unix()) / day)
}

// AddDays is the calendar day in UTC that many days after t's, at 00:00.
func AddDays(t time.Time, days int) time.Time { return midnight(t).AddDate(0, 0, days) }

func midnight(t time.Time) time.Time {
	y, m, d := t.UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func in(t time.Time, zone *time.Location) time.Time {
	if zone == nil {
		return t.UTC()
	}
	return t.In(zone)
}
