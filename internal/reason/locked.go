package reason

import (
	"strings"
	"unicode"
)

// lockedStems are in the codes that only compliance may read, as plainCode writes
// them: cards that Wise stopped, declines that may not be disclosed, and questions
// about hits on a list of sanctions or of places (the tables of declines and of
// support cases).
var lockedStems = []string{"sanction", "locationhit", "partnersuspended", "suspectedfraudaml", "suspectedfraudcompliance", "accountsuspended"}

// LockedCode stands in the facts of a transfer or an account for a code that only
// compliance may read. Wise sends no such code.
const LockedCode = "HANDLED_BY_COMPLIANCE"

// lockedFailure is the card of every payout-failure code that is locked.
func lockedFailure() Card {
	w := LockedWord()
	return Card{
		Code: LockedCode, Known: true, Title: w.Title, Meaning: w.Meaning, MoneyNow: Us, NewPayment: Us,
		Ask: w.Ask, Fix: w.Ask, Retry: RetryNotKnown, Openness: Locked, Mark: w.Mark,
	}
}

// lockedCase is the card of every active case that is locked.
func lockedCase() CaseCard {
	w := LockedWord()
	return CaseCard{Code: LockedCode, Known: true, Title: w.Title, Meaning: w.Meaning, Who: w.Who, Ask: w.Ask, Openness: Locked, Mark: w.Mark}
}

// IsLocked says whether a code is for compliance alone, whatever its spelling and
// wherever it stands: with accents, wide or look-alike letters too. Nothing may be
// shown or searched that it is true of.
func IsLocked(code string) bool {
	return hasLockedStem(plainCode(code)) || !isPlain(code) && hasLockedStem(plainCode(plainText(code)))
}

func hasLockedStem(plain string) bool {
	for _, stem := range lockedStems {
		if strings.Contains(plain, stem) {
			return true
		}
	}
	return false
}

// plainCode is a code in small letters and digits alone, so that PARTNER_SUSPENDED,
// partner-suspended and PartnerSuspended are one. The * of a pattern stays.
func plainCode(code string) string {
	return strings.Map(func(r rune) rune {
		if r == '*' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, code)
}
