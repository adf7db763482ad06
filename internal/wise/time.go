package wise

import (
	"time"

	"transferdesk/internal/evidence"
)

// tolerance is how far a time may lie after the one that bounds it.
const tolerance = 24 * time.Hour

// earliest is the first year of Wise; a time before it cannot be meant.
var earliest = time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC)

// layouts are the forms in which Wise writes times, apart from the space or T in
// the middle and the fraction, which time.Parse takes by itself. A time without
// a zone is UTC, as Wise's own texts say.
var layouts = []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05"}

// readTime reads a time in any of Wise's forms and gives it in UTC.
func readTime(s string) (time.Time, bool) {
	if !timeShaped(s) {
		return time.Time{}, false
	}
	if s[10] == ' ' {
		s = s[:10] + "T" + s[11:]
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// timeShaped checks the fixed part, since time.Parse would also take an hour of
// one digit and a comma before the fraction.
func timeShaped(s string) bool {
	const shape = "dddd-dd-dd dd:dd:dd"
	if len(s) < len(shape) {
		return false
	}
	for i, want := range []byte(shape) {
		switch got := s[i]; {
		case want == 'd' && (got < '0' || got > '9'):
			return false
		case want == ' ' && got != ' ' && got != 'T':
			return false
		case (want == '-' || want == ':') && got != want:
			return false
		}
	}
	return len(s) == len(shape) || s[len(shape)] != ','
}

// sentTime reads sent_at; zero when it is missing, cannot be read, lies before
// 2011, or more than 24 h after the delivery came.
func sentTime(n node, received time.Time) time.Time {
	t, ok := readTime(n.text)
	if n.kind != text || !ok || t.Before(earliest) || tooLate(t, received) {
		return time.Time{}
	}
	return t
}

// tooLate says that t lies more than 24 h after the bound; a zero bound binds nothing.
func tooLate(t, bound time.Time) bool {
	return !bound.IsZero() && t.After(bound.Add(tolerance))
}

// moment places an event: by occurred_at where that can be used, else by sent_at,
// else by nothing. Where sent_at cannot be used, the arrival bounds occurred_at.
func moment(occurred node, sent, received time.Time) evidence.Moment {
	bound := sent
	if bound.IsZero() {
		bound = received
	}
	m := evidence.Moment{By: evidence.Occurred, Raw: cut(occurred.text, 64)}
	t, ok := readTime(occurred.text)
	switch {
	case occurred.missing():
		m.Aside = evidence.TimeMissing
	case occurred.kind != text || !ok:
		m.Aside = evidence.TimeUnreadable
	case t.Before(earliest):
		m.Aside = evidence.TimeTooOld
	case tooLate(t, bound):
		m.Aside = evidence.TimeAfterSent
	default:
		m.Time = t
		return m
	}
	if sent.IsZero() {
		m.By = evidence.Nothing
		return m
	}
	m.By, m.Time = evidence.Sent, sent
	return m
}
