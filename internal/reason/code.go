package reason

import (
	"strings"
	"unicode/utf8"
)

// MaxCode is the longest code that can have a card, in characters.
const MaxCode = 100

// CanHaveCard says whether a code can have a card of its own, and with it a page:
// not one that is for compliance alone, too long, or of characters that cannot be
// seen or that no address can end with.
func CanHaveCard(code string) bool {
	n := utf8.RuneCountInString(code)
	switch {
	case n == 0 || n > MaxCode || !utf8.ValidString(code):
		return false
	case code == LockedCode || IsLocked(code):
		return false
	case strings.Trim(code, ".") == "" || strings.TrimSpace(code) != code:
		return false
	}
	return !strings.ContainsFunc(code, cannotBeSeen)
}
