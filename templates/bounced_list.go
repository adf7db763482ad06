package templates

// BouncedPage is /bounced.
type BouncedPage struct {
	Frame
	Incidents IncidentBanner
	Tiles     []Tile // by stage, in order
	Filter    Filter
	Rows      []TransferRow
	Pager     Pager
	Empty     Empty // shown when there are no rows
}
