package screens

// misshapen is the gate of tables: a cell that is drawn as anything else, as by a class
// that belongs to something beside tables, leaves its column. Where rows are cards there
// are no columns.
func misshapen(tb *tab) []string {
	tb.t.Helper()
	return eval[[]string](tb, `(cards => [...document.querySelectorAll("td, th")].filter(one => !cards && one.offsetParent && getComputedStyle(one).display !== "table-cell")
		.map(one => one.outerHTML.slice(0, 120) + " is drawn as " + getComputedStyle(one).display))(matchMedia("(max-width: 1060px)").matches && !matchMedia("print").matches)`)
}
