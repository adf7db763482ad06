package templates

import (
	"strconv"
	"testing"
)

// TestALongListIsFolded: of a customer with very much open, twenty rows are seen and
// every other one is there, folded.
func TestALongListIsFolded(t *testing.T) {
	page := CustomerPage{Frame: somebody(), Profile: "2", Flights: Flights{Asked: true, All: 60}}
	for i := range 50 {
		row := TransferRow{ID: strconv.Itoa(100 + i)}
		page.Open = append(page.Open, OpenRow{Transfer: &row})
		page.Flights.Rows = append(page.Flights.Rows, Flight{Row: row})
	}
	doc := document(t, CustomerShow(page))
	for _, section := range []string{"open-now", "in-flight"} {
		in := `section[aria-labelledby="` + section + `"] `
		wantCount(t, doc, in+"tbody tr", 50)
		wantCount(t, doc, in+"> table tbody tr", firstRows)
		wantCount(t, doc, in+"> details:not([open]) tbody tr", 50-firstRows)
	}
	if got := doc.Find(".rowfold > summary").First().Text(); got != "30 more rows" {
		t.Errorf("the fold says %q", got)
	}
	page.Open, page.Flights.Rows = page.Open[:firstRows], nil
	wantCount(t, document(t, CustomerShow(page)), ".rowfold", 0)
}
