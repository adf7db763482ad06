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

// IsLocked says whether a code is for compliance alone, whatever its spelling and
// wherever it stands. Nothing may be shown or searched that it is true of.
func IsLocked(code string) bool {
	plain := plainCode(code)
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
