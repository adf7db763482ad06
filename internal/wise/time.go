package wise

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/when"
)

// tolerance is how far a time may lie after the one that bounds it.
const tolerance = 24 * time.Hour

// earliest is the first year of Wise; a time before it cannot be meant.
var earliest = time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC)

// sentTime reads sent_at; zero when it is missing, cannot be read, lies before
// 2011, or more than 24 h after the delivery came.
func sentTime(n node, received time.Time) time.Time {
	t, ok := when.Read(n.text)
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
	t, ok := when.Read(occurred.text)
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
