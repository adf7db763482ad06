package templates

// Tile is a counter that is a link; its count equals the rows behind it.
type Tile struct {
	Count   int64
	Label   string
	Oldest  string // age of the oldest: "6 d 3 h"; empty: none
	Href    string
	Current bool // the rows below are these
	Tone    Tone
}
