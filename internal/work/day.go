package work

import (
	"time"

	"transferdesk/internal/fault"
)

// Day is a calendar day as 2006-01-02, in nobody's zone: whoever reads it compares it
// with their own today. Days compare as texts do.
type Day string

// mostDays is how far ahead a follow-up may lie: a year, and its leap day.
const mostDays = 366

// Today is the calendar day of a moment in a zone.
func Today(now time.Time, zone *time.Location) Day {
	return Day(now.In(zone).Format(time.DateOnly))
}

// ParseDay reads a day on which to look again, as a field for dates sends it;
// fault.Unprocessable for what is no day, lies before today or over a year ahead.
func ParseDay(text string, today Day) (Day, error) {
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "", fault.Wrap(fault.Unprocessable, "The follow-up needs a day, such as "+string(today.Plus(1))+".", err)
	}
	day := Day(at.Format(time.DateOnly))
	switch {
	case day < today:
		return "", fault.New(fault.Unprocessable, "The follow-up may not lie in the past; today is "+today.Words()+".")
	case day > today.Plus(mostDays):
		return "", fault.New(fault.Unprocessable, "The follow-up may lie a year ahead at most.")
	}
	return day, nil
}

// Plus is the day some days later; n may be negative.
func (d Day) Plus(n int) Day {
	return Day(d.midnight().AddDate(0, 0, n).Format(time.DateOnly))
}

// NextMonday is the first Monday after the day.
func (d Day) NextMonday() Day {
	n := (int(time.Monday) - int(d.midnight().Weekday()) + 7) % 7
	if n == 0 {
		n = 7
	}
	return d.Plus(n)
}

// Until is how many days it is until another; negative when that was before.
func (d Day) Until(other Day) int {
	return int(other.midnight().Sub(d.midnight()) / (24 * time.Hour))
}

// Words writes the day as "Tue 24 Nov 2026"; a text that is no day stays as it is.
func (d Day) Words() string {
	if at := d.midnight(); !at.IsZero() {
		return at.Format("Mon 2 Jan 2006")
	}
	return string(d)
}

// midnight is the day in UTC, for counting; the zero time of a text that is no day.
func (d Day) midnight() time.Time {
	at, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return at
}
