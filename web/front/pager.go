package front

import (
	"net/url"

	"transferdesk/templates"
)

// RowsPerPage is the size of every list's page.
const RowsPerPage = 50

// Pager links to the next page of a list and back to its first.
func Pager(path, param, next, here string) templates.Pager {
	var p templates.Pager
	if next != "" {
		p.Next = path + "?" + url.Values{param: {next}}.Encode()
	}
	if here != "" {
		p.First = path
	}
	return p
}
