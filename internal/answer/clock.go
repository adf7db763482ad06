package answer

import (
	"strconv"
	"time"

	"transferdesk/internal/history"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// Clock is how long one leg of the way has taken by the company's own history. It is
// for the desk only, and never a promise.
type Clock struct {
	Leg     transfer.LegName
	Code    string // whose figures they are: of the failure that speaks now; "" all
	Figures history.Figures
}

// clocks gives the legs of the way, each with the figures of the failure that speaks
// now where there are enough of it, else with those of all; nil: the history is not
// known, or is of no use for a payment to the customer.
func clocks(l life) []Clock {
	if l.History == nil || l.Facts.Inbound != nil {
		return nil
	}
	var all []Clock
	for _, leg := range transfer.LegNames() {
		all = append(all, l.clockOf(leg))
	}
	return all
}

func (l life) clockOf(leg transfer.LegName) Clock {
	f, own := l.History.Of(string(leg), l.failure.Code)
	if !own {
		return Clock{Leg: leg, Figures: f}
	}
	return Clock{Leg: leg, Code: l.failure.Code, Figures: f}
}

// pace is the one line beside "next": how long what is waited for now has taken.
func pace(l life) string {
	if l.History == nil || l.Facts.Inbound != nil {
		return ""
	}
	if _, back := l.Facts.Watch(transfer.WatchUnrefunded); back {
		return paceOf(l.clockOf(transfer.BouncedRefunded), "refunded", "the return")
	}
	if w, unsent := l.Facts.Watch(transfer.WatchUnsent); unsent && !w.Since.IsZero() {
		return paceOf(Clock{Leg: transfer.CreatedSent, Figures: l.figures(transfer.CreatedSent)}, "paid out", "the creation")
	}
	if l.is(transfer.OutgoingPaymentSent) {
		return l.returnPace()
	}
	return ""
}

// figures are those of all failures and none.
func (l life) figures(leg transfer.LegName) history.Figures {
	f, _ := l.History.Of(string(leg), "")
	return f
}

// paceOf says how long a leg took at its end, of those that came to it: the others are
// counted beside, since of them nobody knows.
func paceOf(c Clock, done, since string) string {
	f := c.Figures
	if !f.Told() {
		return "Too few of ours were " + done + " to say how long that takes (" + count(f.N) + " so far)."
	}
	with := ""
	if c.Code != "" {
		with = " with this reason"
	}
	return "Of " + count(f.N) + " " + done + with + ", half were within " + span(f.P50) + " of " + since +
		", nine in ten within " + span(f.P90) + unfinished(f, "; ") + "."
}

// returnPace says how long a return took, when one came. Where there are too few the
// seeds' own words stand beside it.
func (l life) returnPace() string {
	f := l.figures(transfer.SentBounced)
	if !f.Told() {
		return "Too few of ours came back to say how long a return takes (" + count(f.N) +
			" so far); by Wise’s guide most come within 2 to 3 business days, some after weeks."
	}
	return "Of " + count(f.N+f.Open) + " paid out " + count(f.N) + " came back, half of these within " + span(f.P50) + ", nine in ten within " + span(f.P90) + "."
}

// ofHow names the figures that something is late against.
func ofHow(f history.Figures, ofCode bool) string {
	with := ""
	if ofCode {
		with = " with this reason"
	}
	return span(f.P90) + ", of " + count(f.N) + with + unfinished(f, "; ")
}

// unfinished counts what has begun and is not over: it is in no percentile.
func unfinished(f history.Figures, lead string) string {
	if f.Open == 0 {
		return ""
	}
	return lead + count(f.Open) + " not finished yet"
}

// howLong says how long a watch has gone on.
func (l life) howLong(w transfer.Watch, lead string) string {
	if w.AtLeast {
		lead += "at least "
	}
	return lead + when.Age(l.Now.Sub(w.Since))
}

// span is a time in words; percentiles are cut to whole seconds, so that none is none.
func span(d time.Duration) string { return when.Age(max(d, time.Second)) }

// count groups the digits of a number: "1,204".
func count(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
