package answer

import (
	"time"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// Row: sent_overdue. Wise reports no arrival, so that an estimate which has passed is
// no more than a reason to ask where the money is. Not to be said: "it must be there".

// Estimate is when Wise expects the money to arrive, as its API said: no promise.
type Estimate struct {
	At        time.Time
	FetchedAt time.Time
}

// Stands says whether the estimate is about the payment as it goes on now. One that
// was fetched before a return, a step back or a missing event is about an attempt
// that may be over, and one that had passed before the payout about none; neither
// may call a later payout late.
func (e Estimate) Stands(f transfer.Facts) bool {
	if e.At.IsZero() || f.Inbound != nil || f.BouncedSinceSent() {
		return false
	}
	for _, v := range f.Visits {
		broken := v.State == transfer.BouncedBack || v.Rollback || v.Gap
		if broken && !e.FetchedAt.After(v.At) {
			return false
		}
	}
	held, _ := f.Held()
	return held.State != transfer.OutgoingPaymentSent || !e.FetchedAt.Before(held.At) || e.At.After(held.At)
}

// estimate is Wise's estimate, where it stands.
func (l life) estimate() (Estimate, bool) {
	if l.Estimate == nil || !l.Estimate.Stands(l.Facts) {
		return Estimate{}, false
	}
	return *l.Estimate, true
}

// overdueFor is for how long an estimate that has passed makes it our turn to trace.
// Wise gives no such time; this one is ours. Money comes back after days, sometimes
// weeks, and not after a quarter of a year: who has not asked by then has most likely
// got it, and a list of old payouts to trace would hide the new ones.
const overdueFor = 90 * 24 * time.Hour

// isSentOverdue: the estimate has passed, and not for so long that only a question
// of Wise's keeps it open.
func isSentOverdue(l life) bool {
	e, ok := l.estimate()
	return ok && isSent(l) && e.At.Before(l.Now) && (l.Now.Sub(e.At) <= overdueFor || len(l.Facts.OpenCases()) > 0)
}

// OverdueFrom is since when an estimate must have passed for its row to speak of a
// transfer without an active case.
func OverdueFrom(now time.Time) time.Time { return now.Add(-overdueFor) }

// Overdue says whether the row sent_overdue speaks, so that lists and counts are
// decided by the same rows as the answer.
func Overdue(f transfer.Facts, e Estimate, now time.Time) bool {
	return lifeOf(Input{Facts: f, Estimate: &e, Now: now, Zone: time.UTC, Company: time.UTC}).row().code == SentOverdue
}

// longQuiet says whether the estimate passed so long ago that nobody needs to trace
// the payout of their own accord any more.
func (l life) longQuiet() (Estimate, bool) {
	e, ok := l.estimate()
	return e, ok && isSent(l) && e.At.Before(l.Now) && !isSentOverdue(l)
}

// sayLongQuiet is the row "sent" of such a payout: that nothing was heard is said, and
// not that it has arrived, which nobody knows.
func (l life) sayLongQuiet(w words, e Estimate) words {
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{
			"Paid out on " + day + "; the estimate passed on " + l.day(e.At) + ", nothing heard since.",
			"Paid out on " + day + "; the estimate has passed, nothing heard since.",
		}
	}, "Paid out, and nothing heard since", ".")
	w.next = "The estimate passed on " + l.day(e.At) + "; nothing has been heard since, neither a return nor a question of Wise's. If the customer says that it is not there, have Wise trace it. " + l.askByReference()
	w.customer[1] = "If it has not shown on the recipient's side, please tell us, so that we can have it traced."
	return w
}

// saySentOverdue: whether it has arrived is still not known to anybody but the
// recipient's side, and finding out is for us.
func saySentOverdue(l life) words {
	e, _ := l.estimate()
	w := saySent(l)
	w.tag, w.tone = "Paid out, estimate passed", Problem
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Paid out on " + day + "; the estimate has passed: trace it."}
	}, "Paid out, and the estimate has passed", ".")
	w.who = reason.Us
	w.whoText = "We: find out where it is, with the recipient's side first, then with Wise."
	w.next = "Wise's estimate was " + l.clock(e.At) + " (asked for on " + l.clock(e.FetchedAt) + "). " + l.askByReference() +
		" If it is not there, have Wise trace it; a recall after “sent” is only a request."
	w.customer[1] = "If it has not shown on the recipient's side, please ask them to look for it there and tell us, so that we can have it traced."
	return w
}

// clock is a day and a time for the page, in the reader's zone, which is named.
func (l life) clock(t time.Time) string {
	return l.day(t) + ", " + when.Clock(t, l.Zone) + " " + when.Zone(t, l.Zone)
}

// askByReference is the first step of looking for a payout.
func (l life) askByReference() string {
	if ref := l.reference(); ref != "" {
		return "The recipient's bank can search for the payout reference " + ref + "."
	}
	return "The recipient can ask their bank; no payout reference is known yet."
}

// reference is the payout reference to read out; empty: not known.
func (l life) reference() string {
	if !isSent(l) {
		return ""
	}
	return brief(l.PayoutReference, 60)
}

// expected is what is said of the estimate before it has passed; empty when there is
// none that stands.
func (l life) expected() string {
	e, ok := l.estimate()
	if !ok {
		return ""
	}
	return "Wise's estimate, no promise: " + l.clock(e.At) + " (asked for on " + l.clock(e.FetchedAt) + "). "
}
