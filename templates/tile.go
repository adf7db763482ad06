package templates

import "strconv"

// Tile is a counter that is a link; its count equals the rows behind it.
type Tile struct {
	Count   int64
	Label   string
	Oldest  string // age of the oldest: "6 d 3 h"; empty: none
	Href    string
	Current bool // the rows below are these
	Tone    Tone
}

// count writes the number with thousands apart.
func (t Tile) count() string {
	s := strconv.FormatInt(t.Count, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
