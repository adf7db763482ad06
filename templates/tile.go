package templates

// Tile is a counter that is a link; its count equals the rows behind it.
type Tile struct {
	Count   int64
	Unknown string // why Count cannot be told; empty: it is told
	Label   string
	Oldest  string // age of the oldest: "6 d 3 h"; empty: none
	Href    string
	Current bool // the rows below are these
	Tone    Tone
}

// number is the count, or a dash: unknown is never drawn as none.
func (t Tile) number() string {
	if t.Unknown != "" {
		return "–"
	}
	return grouped(t.Count)
}
