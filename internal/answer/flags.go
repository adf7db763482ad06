package answer

import (
	"slices"
	"strconv"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// Flags of our own, beside those that the fold and the decoder gave the facts.
const (
	FlagStaleCase         = "stale_case"         // a case stands though the transfer is over
	FlagSeveralFailures   = "several_failures"   // more than one payout failure is reported
	FlagSeveralRefunds    = "several_refunds"    // more than one refund is reported
	FlagDebitedUnfunded   = "debited_unfunded"   // a balance was debited, and Wise reports no funding
	FlagAccountRestricted = "account_restricted" // the linked user's account is not ACTIVE
)

// flags are the other facts that change how the answer is to be taken.
func flags(l life) []Flag {
	return slices.Concat(
		gapFlags(l), rollbackFlags(l), timeFlags(l), caseFlags(l),
		countFlags(l), debitFlags(l), accountFlags(l), storedFlags(l),
	)
}

// gapFlags: previous_state is not what we held, so an event is missing.
func gapFlags(l life) []Flag {
	var out []Flag
	for i, v := range l.Facts.Visits {
		if !v.Gap {
			continue
		}
		text := "An event is missing here: before “" + StateLabel(v.State) + "” Wise names “" + StateLabel(v.From) + "”, which we do not hold."
		switch {
		case i == 0:
			text = "The beginning is missing: the first state that we hold, “" + StateLabel(v.State) + "”, came after “" + StateLabel(v.From) + "”."
		case v.From == "":
			text = "Two beginnings: Wise reports “" + StateLabel(v.State) + "” as the first state, and we hold others before it."
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
			text := "Wise stepped back on " + l.day(v.At) + ", from “" + StateLabel(v.From) + "” to “" + StateLabel(v.State) + "”: what was said before that no longer holds."
			out = append(out, Flag{transfer.FlagRollback, text, v.At, v.Evidence})
		}
	}
	return out
}

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
		ids = union(ids, rests)
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
	return []Flag{{transfer.FlagTimeBySent, "An event has no usable time of its own; it is placed by when Wise sent it.", at, ids}}
}

// caseFlags: a case of a transfer that is over is shown, and does not lead.
func caseFlags(l life) []Flag {
	if !l.Facts.Final() {
		return nil
	}
	var out []Flag
	for _, c := range l.Facts.Cases {
		text := "A case is still listed though the transfer is over (" + lowerFirst(l.Catalogue.Case(c.Code).Title) + "): probably stale."
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
			ids = union(ids, f.Evidence)
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

// accountFlags: the linked user's account is restricted. One user's restriction
// is not a company's, so it is shown beside the answer and changes no row.
func accountFlags(l life) []Flag {
	if l.Account == nil || !l.Account.Restricted() {
		return nil
	}
	a := ForAccount(*l.Account, l.Now, l.Zone)
	text := "The linked user's account: " + lowerFirst(a.Headline.Text) + l.whileRestricted()
	return []Flag{{FlagAccountRestricted, text, a.SinceAt, a.Headline.Evidence}}
}

// whileRestricted says what the restriction means for this transfer.
func (l life) whileRestricted() string {
	switch {
	case l.is(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated) && !l.weFund():
		return " It cannot be funded from an outside bank any more."
	case l.Facts.Stage() == transfer.StageReturned, l.Facts.Stage() == transfer.StageCancelled:
		return " Where a refund would go is not documented: open a case with Wise."
	}
	return ""
}

// storedFlags puts into words what the fold and the decoder noted and no visit shows.
func storedFlags(l life) []Flag {
	var out []Flag
	for _, code := range l.Facts.Flags {
		if text := storedText(code); text != "" {
			out = append(out, Flag{Code: code, Text: text, Since: l.Facts.LastAt, Evidence: l.allEvidence()})
		}
	}
	return out
}

// storedText is the sentence for a flag of the facts; empty for those that stand
// above with their own events.
func storedText(code string) string {
	switch code {
	case transfer.FlagGap, transfer.FlagRollback, transfer.FlagTimeBySent:
		return ""
	case transfer.FlagTimeNotUsable:
		return "An event with no usable time is shown at the end of the timeline; nothing rests on it."
	case transfer.FlagProfileConflict:
		return "Wise's events name different profiles for this transfer; the last one stands."
	case transfer.FlagAccountConflict:
		return "Wise's events name different recipient accounts for this transfer; the last one stands."
	case "unknown_version":
		return "An event came in a version that we do not know; what could be read of it is used."
	case "unknown_currency":
		return "An amount came in a currency that we do not know; it is shown as sent."
	case "text_repaired":
		return "A text from Wise had characters that cannot be shown; they are made visible."
	}
	return "Odd in Wise's events: " + lowerFirst(reason.Humanise(code)) + "."
}

// allEvidence is every delivery that a fact rests on.
func (l life) allEvidence() evidence.IDs {
	var ids evidence.IDs
	for _, v := range l.Facts.Visits {
		ids = union(ids, v.Evidence)
	}
	for _, f := range l.Facts.Failures {
		ids = union(ids, f.Evidence)
	}
	for _, m := range l.Facts.Movements {
		ids = union(ids, m.Evidence)
	}
	return union(ids, refundRests(l.Facts.Refunds))
}

// accountGapFlags: an event about the account is missing, or has no usable time.
func accountGapFlags(f customer.UserFacts, zone *time.Location) []Flag {
	var out []Flag
	for i, v := range f.History {
		if v.Gap && i > 0 {
			text := "An event is missing before " + when.Full(v.At, zone) + ": Wise names “" + AccountLabel(v.From) + "”, which we do not hold."
			out = append(out, Flag{customer.FlagGap, text, v.At, v.Evidence})
		}
		if v.BySent {
			text := "An event has no usable time of its own; it is placed by when Wise sent it, and the 90 days with it."
			out = append(out, Flag{customer.FlagTimeBySent, text, v.At, v.Evidence})
		}
	}
	if slices.Contains(f.Flags, customer.FlagTimeNotUsable) {
		out = append(out, Flag{Code: customer.FlagTimeNotUsable, Text: storedText(transfer.FlagTimeNotUsable)})
	}
	return out
}
