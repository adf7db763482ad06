package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

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
	case transfer.FlagGap, transfer.FlagRollback, transfer.FlagTimeBySent, transfer.FlagStateByAsking:
		return ""
	case transfer.FlagTimeNotUsable:
		return "An event with no usable time is shown at the end of the timeline; nothing rests on it."
	case transfer.FlagProfileConflict:
		return "Wise names different profiles for this transfer; the last one stands."
	case transfer.FlagAccountConflict:
		return "Wise names different recipient accounts for this transfer; the last one stands."
	case evidence.FlagUnknownVersion:
		return "An event came in a version that we do not know; what could be read of it is used."
	case evidence.FlagUnknownCurrency:
		return "An amount came in a currency that we do not know; it is shown as sent."
	case evidence.FlagTextRepaired:
		return "A text from Wise had characters that cannot be shown; they are made visible."
	case evidence.FlagOddUETR:
		return "The reference of the SWIFT payment (UETR) is missing or no UUID; it is shown as sent."
	case evidence.FlagOddCase:
		return "A code from Wise is not written as Wise documents it."
	case evidence.FlagOddTime:
		return "A time beside the event's own cannot be read."
	case evidence.FlagSentAtUnusable:
		return "An event says no usable time of sending."
	}
	return "Odd in Wise's events: " + lowerFirst(reason.Humanise(code)) + "."
}

// allEvidence is every delivery that a fact rests on.
func (l life) allEvidence() evidence.IDs {
	var ids evidence.IDs
	for _, v := range l.Facts.Visits {
		ids = evidence.Union(ids, v.Evidence)
	}
	for _, f := range l.Facts.Failures {
		ids = evidence.Union(ids, f.Evidence)
	}
	for _, m := range l.Facts.Movements {
		ids = evidence.Union(ids, m.Evidence)
	}
	if in := l.Facts.Inbound; in != nil {
		ids = evidence.Union(ids, in.Evidence)
	}
	return evidence.Union(ids, refundRests(l.Facts.Refunds))
}
