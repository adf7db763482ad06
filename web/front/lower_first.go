package front

import "unicode"

// LowerFirst lets a title go on in the middle of a sentence; an acronym stays.
func LowerFirst(title string) string {
	r := []rune(title)
	if len(r) < 2 || unicode.IsUpper(r[1]) {
		return title
	}
	r[0] = unicode.ToLower(r[0])
	return string(r)
}
