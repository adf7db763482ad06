package web

import (
	"net/url"

	"transferdesk/templates"
)

// rowsPerPage is the size of every list's page.
const rowsPerPage = 50

// pager links to the next page of a list and back to its first.
func pager(path, param, next, here string) templates.Pager {
	var p templates.Pager
	if next != "" {
		p.Next = path + "?" + url.Values{param: {next}}.Encode()
	}
	if here != "" {
		p.First = path
	}
	return p
}
