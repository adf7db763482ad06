package answer

import (
	"slices"
	"strconv"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// Flags of our own, beside those that the fold and the decoder gave the facts.
const (
	FlagStaleCase         = "stale_case"         // a case stands though the transfer is over
	FlagSeveralFailures   = "several_failures"   // more than one payout failure is reported
	FlagSeveralRefunds    = "several_refunds"    // more than one refund is reported
	FlagDebitedUnfunded   = "debited_unfunded"   // a balance was debited, and Wise reports no funding
	FlagRecipientGone     = "recipient_gone"     // the recipient was removed while a payout to it may still come
	FlagAccountRestricted = "account_restricted" // the linked user's account is not ACTIVE
)

// flags are the other facts that change how the answer is to be taken.
func flags(l life) []Flag {
	return slices.Concat(
		gapFlags(l), seenFlags(l), rollbackFlags(l), timeFlags(l), caseFlags(l),
		countFlags(l), moneyFlags(l), refundFlags(l), debitFlags(l), accountFlags(l), recipientFlags(l), lateFlags(l), storedFlags(l),
	)
}

// gapFlags: previous_state is not what we held, so an event is missing. One that is
// missing for a state that we learned by asking has a flag of its own.
func gapFlags(l life) []Flag {
	var out []Flag
	for i, v := range l.Facts.Visits {
		if !v.Gap || v.Seen {
			continue
		}
		text := "An event is missing here: before “" + l.label(v.State) + "” Wise names “" + l.label(v.From) + "”, which we do not hold."
		switch {
		case i == 0:
			text = "The beginning is missing: the first state that we hold, “" + l.label(v.State) + "”, came after “" + l.label(v.From) + "”."
		case v.From == "":
			text = "Two beginnings: Wise reports “" + l.label(v.State) + "” as the first state, and we hold others before it."
		}
		out = append(out, Flag{transfer.FlagGap, text, v.At, v.Evidence})
	}
	return out
}

// rollbackFlags: a step back is said outright, since somebody may have been told otherwise.
func rollbackFlags(l life) []Flag {
	var out []Flag
	for _, v := range l.Facts.Visits {
		if v.Rollback {
			text := "Wise stepped back on " + l.day(v.At) + ", from “" + l.label(v.From) + "” to “" + l.label(v.State) + "”: what was said before that no longer holds."
			out = append(out, Flag{transfer.FlagRollback, text, v.At, v.Evidence})
		}
	}
	return out
}

// placedBySent is what is said of an event whose own time could not be used.
const placedBySent = "An event has no usable time of its own; it is placed by when Wise sent it."

// timeFlags: an event's own time could not be used, so that its place in the order is less sure.
func timeFlags(l life) []Flag {
	var at time.Time
	var ids evidence.IDs
	note := func(bySent bool, t time.Time, rests evidence.IDs) {
		if !bySent {
			return
		}
		if at.IsZero() || t.Before(at) {
			at = t
		}
		ids = evidence.Union(ids, rests)
	}
	for _, v := range l.Facts.Visits {
		note(v.BySent, v.At, v.Evidence)
	}
	for _, f := range l.Facts.Failures {
		note(f.BySent, f.At, f.Evidence)
	}
	for _, r := range l.Facts.Refunds {
		note(r.BySent, r.At, r.Evidence)
	}
	if ids == nil {
		return nil
	}
	return []Flag{{transfer.FlagTimeBySent, placedBySent, at, ids}}
}

// caseFlags: a case of a transfer that is over or paid out is shown, and does not lead.
func caseFlags(l life) []Flag {
	var out []Flag
	for _, c := range l.Facts.Cases {
		if !l.Facts.Stale(c) {
			continue
		}
		though := "the transfer is over"
		if !l.Facts.Final() {
			though = "Wise has paid the transfer out since"
		}
		text := "A case is still listed though " + though + " (" + lowerFirst(l.Catalogue.Case(c.Code).Title) + "): probably stale."
		out = append(out, Flag{FlagStaleCase, text, c.Since, c.Evidence})
	}
	return out
}

// countFlags: several failures or refunds, of which only some speak today.
func countFlags(l life) []Flag {
	var out []Flag
	if n := len(l.Facts.Failures); n > 1 {
		var ids evidence.IDs
		for _, f := range l.Facts.Failures {
			ids = evidence.Union(ids, f.Evidence)
		}
		text := strconv.Itoa(n) + " payout failures are reported; only the last one of the attempt that goes on now speaks."
		out = append(out, Flag{FlagSeveralFailures, text, l.Facts.Failures[n-1].At, ids})
	}
	if n := len(l.Facts.Refunds); n > 1 {
		text := strconv.Itoa(n) + " refunds are reported; they are shown one by one and not added up."
		out = append(out, Flag{FlagSeveralRefunds, text, l.Facts.Refunds[n-1].At, refundRests(l.Facts.Refunds)})
	}
	return out
}

// debitFlags: a balance was debited for a transfer that was cancelled unfunded.
func debitFlags(l life) []Flag {
	if !isCancelled(l) || l.Facts.ShowsFunding() {
		return nil
	}
	for _, m := range l.Facts.Movements {
		if !m.Credit {
			text := "A balance was debited " + amount(m.Amount) + " for it on " + l.day(m.At) + ", though Wise reports no funding."
			return []Flag{{FlagDebitedUnfunded, text, m.At, m.Evidence}}
		}
	}
	return nil
}
