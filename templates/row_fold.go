package templates

// firstRows is how many rows of a long list on a page of many lists are seen at once;
// the others are folded.
const firstRows = 20

// furtherRows says how many rows of all are folded.
func furtherRows(all int) string {
	return plural(int64(all-firstRows), "more row", "more rows")
}
