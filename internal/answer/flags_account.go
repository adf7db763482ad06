package answer

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/when"
)

// accountFlags: the linked user's account or the profile itself is restricted; of
// both the stricter speaks. One user's restriction is not a company's, so it is
// shown beside the answer and changes no row.
func accountFlags(l life) []Flag {
	both := ForAccounts(l.Account, l.Profile, l.Now, l.Zone)
	both.OneOf(l.Users)
	if both.Decides == nil {
		return nil
	}
	if f, ok := both.restriction(both.Decides.Means(l.Facts, l.Funding), inFlightSays(l.otherFlights(), "other ")); ok {
		return []Flag{f}
	}
	return nil
}

// howToFund says what the sender does about a transfer that waits: nobody is sent to
// pay from a bank what a restricted account cannot take.
func (l life) howToFund() (string, evidence.IDs) {
	a := ForAccounts(l.Account, l.Profile, l.Now, l.Zone).Decides
	if a == nil || !a.Restricted() || len(l.Facts.OpenCases()) > 0 {
		return "The sender pays it.", nil
	}
	return a.Means(l.Facts, l.Funding), a.Headline.Evidence
}

// restriction says that the account is restricted, and until when; means is what that
// means for a transfer, inFlight for which others.
func (both Accounts) restriction(means, inFlight string) (Flag, bool) {
	a := both.Decides
	if a == nil || !a.Restricted() {
		return Flag{}, false
	}
	text := "The linked user's account: " + lowerFirst(a.Headline.Text)
	switch {
	case a.OfProfile && a.State == customer.WithdrawOnly:
		text = "The profile: " + lowerFirst(a.Headline.Text)
	case a.OfProfile:
		text = a.Headline.Text
	}
	text = join([]string{text, means, inFlight, both.Note.Text})
	return Flag{FlagAccountRestricted, text, a.SinceAt, evidence.Union(a.Headline.Evidence, both.Note.Evidence)}, true
}

// historyFlags: an event about the account is missing, has no usable time, or
// is odd in another way.
func historyFlags(f customer.UserFacts, zone *time.Location) []Flag {
	var out []Flag
	for i, v := range f.History {
		if v.Gap && i > 0 {
			text := "An event is missing before " + when.Full(v.At, zone) + ": Wise names “" + AccountLabel(v.From) + "”, which we do not hold."
			out = append(out, Flag{customer.FlagGap, text, v.At, v.Evidence})
		}
		if v.BySent {
			text := placedBySent
			if v.State == customer.WithdrawOnly {
				text += " The 90 days count from there."
			}
			out = append(out, Flag{customer.FlagTimeBySent, text, v.At, v.Evidence})
		}
	}
	for _, code := range f.Flags {
		text := storedText(code)
		if code == customer.FlagTimeNotUsable {
			text = "An event about the account has no usable time; nothing rests on it."
		}
		if text != "" {
			out = append(out, Flag{Code: code, Text: text})
		}
	}
	return out
}
