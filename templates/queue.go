package templates

// QueuePage is the home page: what needs a person, and the rows behind one counter.
type QueuePage struct {
	Frame
	Tiles   []Tile
	Heading string // of the rows: the label of the current tile
	Rows    []TransferRow
	Pager   Pager
	Empty   Empty // shown when there are no rows
}
