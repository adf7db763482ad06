package reason

import (
	"path"
	"strings"
	"unicode"
)

// tables gives the rows of every table.
func tables() map[Table][]Word {
	return map[Table][]Word{
		CardStatuses: cardStatuses(),
	}
}

// Words gives the rows of a table, in its order.
func (c Catalogue) Words(t Table) []Word { return c.words[t] }

// Word gives the row of a code, compared without regard to case and to what parts
// its words. A code without a row stays at the desk; one that belongs to what is
// locked is locked in whichever table it is looked up.
func (c Catalogue) Word(t Table, code string) Word {
	if IsLocked(code) {
		return lockedWord(code)
	}
	plain := plainCode(code)
	for _, exact := range []bool{true, false} {
		for _, w := range c.words[t] {
			if fits(w.Code, plain, exact) {
				w.Code, w.Known = code, true
				return w
			}
		}
	}
	return unknownWord(code)
}

// fits says whether a row's code is this one; a pattern only when not exact.
func fits(row, plain string, exact bool) bool {
	if strings.Contains(row, "*") == exact {
		return false
	}
	if exact {
		return plainCode(row) == plain
	}
	matched, err := path.Match(plainCode(row), plain)
	return err == nil && matched
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
