package wise

import (
	"slices"

	"transferdesk/internal/reason"
)

// withheld gives a code of a transfer or of an account as everybody may know it:
// one that is for compliance alone is read as reason.LockedCode, so that no fact
// holds it and no page, title, list, filter or JSON can show it. The body as it
// came has it still. A thing beside transfers keeps its codes, since its words
// depend on which part of it is locked.
func withheld(code string) string {
	if reason.IsLocked(code) {
		return reason.LockedCode
	}
	return code
}

// withheldAll is the same for a list, in which what is withheld stands once.
func withheldAll(codes []string) []string {
	if !slices.ContainsFunc(codes, reason.IsLocked) {
		return codes
	}
	open := slices.DeleteFunc(slices.Clone(codes), reason.IsLocked)
	if slices.Contains(open, reason.LockedCode) {
		return open
	}
	return append(open, reason.LockedCode)
}

// withheldWords gives Wise's own words about a code: none where the code or the
// words name what is locked.
func withheldWords(words, code string) string {
	if reason.IsLocked(code) || reason.IsLocked(words) {
		return ""
	}
	return words
}
