package note

import (
	"strings"
	"unicode"
)

// unseen are characters of the categories of text that leave paper white, besides spaces,
// controls, formats and marks: the fillers of Hangul and whatever else Unicode says is
// ignored by default (its PropList.txt), and the Braille pattern without a dot.
var unseen = []*unicode.RangeTable{unicode.White_Space, unicode.Other_Default_Ignorable_Code_Point, {R16: []unicode.Range16{{Lo: 0x2800, Hi: 0x2800, Stride: 1}}}}

// IsEmpty says whether nothing of a text can be seen: it has spaces, ends of lines,
// zero-width characters, turns of the direction or marks that hang on nothing, if it has
// anything at all. Who reads such a text reads none.
func IsEmpty(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsGraphic(r) && !unicode.IsMark(r) && !unicode.In(r, unseen...)
	})
}
