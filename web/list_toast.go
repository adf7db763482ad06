package web

import (
	"maps"
	"net/url"
	"strings"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// listDeed is what was done to a row of a list just now, as the list's address says it.
type listDeed struct {
	transfer, version int64
	here              string // the list's address without it
}

// didInList is where an act on a row leads back to: to the list, which says what was done.
func didInList(next string, transfer, version int64) string {
	path, query, _ := strings.Cut(front.OwnPath(next), "?")
	values, _ := url.ParseQuery(query) // what cannot be read is left out
	rest, _ := takeDeed(path, values)
	rest.Set("did", "work")
	rest.Set("transfer", front.IDText(transfer))
	rest.Set("version", front.IDText(version))
	return front.Address(path, rest)
}

// takeDeed takes what was done out of a list's parameters: it goes into no link of the list.
func takeDeed(path string, query url.Values) (rest url.Values, did listDeed) {
	rest = maps.Clone(query)
	if query.Get("did") == "work" {
		did.transfer, _ = front.ParseID(query.Get("transfer")) // what is no number is no act
		did.version, _ = front.ParseID(query.Get("version"))
		for _, name := range []string{"did", "transfer", "version"} {
			rest.Del(name)
		}
	}
	did.here = front.Address(path, rest)
	return rest, did
}

// read gives what the list says of it; nil where nothing was done, or by somebody else.
func (d listDeed) read(r *store.Reader, who auth.Actor, face front.Face) (*templates.Toast, error) {
	if d.transfer == 0 {
		return nil, nil
	}
	done, err := readWorkOn(r, d.transfer)
	if err != nil {
		return nil, err
	}
	page := templates.Work{Transfer: front.IDText(d.transfer), Version: front.IDText(done.held.Version)}
	toast := done.toast(who, d.version, page, face)
	if toast == nil {
		return nil, nil
	}
	toast.Text, toast.Here = "Transfer "+page.Transfer+": "+front.LowerFirst(toast.Text), d.here
	if toast.Undo != nil {
		toast.Undo.Fields = append(toast.Undo.Fields, templates.FormField{Name: "next", Value: d.here})
	}
	return toast, nil
}
