package templates

import "strconv"

// IncidentBanner is the one banner for all incidents of now; without any it is not drawn.
type IncidentBanner struct {
	List []Incident
	More int // that are not spelled out
}

// Incident is many transfers that had one code in a short time.
type Incident struct {
	Text     string // "23 transfers failed with … since 14:00 UTC (usually 1 a day)."
	Href     string // the list of exactly these transfers
	Link     string
	Customer string // the one text for all of its customers; empty: nothing may be said
}

// moreText counts the incidents that are not spelled out.
func (b IncidentBanner) moreText() string {
	if b.More == 1 {
		return "And 1 more code came to many transfers."
	}
	return "And " + strconv.Itoa(b.More) + " more codes came to many transfers."
}
