package templates

// How much of a timeline is seen at once: of more rows than foldFrom the middle is
// folded, and of a middle of more than mostFolded only its number is shown.
const (
	foldFrom    = 60
	newestShown = 40
	oldestShown = 10
	mostFolded  = 500
)

// foldedRows is a timeline in three parts, newest first.
type foldedRows struct{ newest, middle, oldest []TimelineRow }

// foldRows cuts a long timeline; a short one is all newest.
func foldRows(rows []TimelineRow) foldedRows {
	if len(rows) <= foldFrom {
		return foldedRows{newest: rows}
	}
	end := len(rows) - oldestShown
	return foldedRows{rows[:newestShown], rows[newestShown:end], rows[end:]}
}

// OrderPath is where a transfer's timeline stands in an order.
func OrderPath(transfer string, learned bool) string {
	if learned {
		return "/transfers/" + transfer + "?order=learned"
	}
	return "/transfers/" + transfer + "?order=happened"
}

// IsCut says whether row i of n is left out of the page until somebody asks for it.
func IsCut(i, n int, all bool) bool {
	middle := n - newestShown - oldestShown
	return !all && n > foldFrom && middle > mostFolded && i >= newestShown && i < n-oldestShown
}

// betweenWords says how many rows are folded, and from when they are.
func betweenWords(rows []TimelineRow) string {
	words := plural(int64(len(rows)), "event", "events") + " between"
	first, last := rows[len(rows)-1].At, rows[0].At
	if first.Known() && last.Known() {
		words += ", " + first.brief() + " to " + last.brief()
	}
	return words
}
