package web

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/templates"
)

// hit is one thing that a search found, for the page and for the JSON.
type hit struct {
	kind    string             // transfer, customer, user, event or activity
	id      int64              // 0: an activity, or a customer that the directory names without an id of Wise's
	thing   templates.Activity // of an activity
	profile int64              // whose it is; 0: not known
	name    string             // of the customer
	found   string             // by what it was found, where that is not the id
	exact   bool               // it answers to the whole of what was typed
	answer  string
	tag     templates.Tag
	since   time.Time
}

// url is the page of the thing; empty when it has none yet.
func (h hit) url() string {
	if h.id == 0 {
		return h.thing.Href
	}
	return "/" + h.kind + "s/" + strconv.FormatInt(h.id, 10)
}

// title names the thing: "Transfer 49983981", "Customer 16055450 · Erika Mustermann".
func (h hit) title() string {
	title := strings.TrimSpace(h.word() + " " + h.idText())
	if h.name != "" {
		title += " · " + h.name
	}
	return title
}

// word says what kind of thing it is: "Transfer", "Dispute".
func (h hit) word() string {
	if h.thing.Kind != "" {
		return h.thing.Kind
	}
	return strings.ToUpper(h.kind[:1]) + h.kind[1:]
}

// idText is Wise's id of the thing; empty when it is not known.
func (h hit) idText() string {
	if h.thing.Kind != "" {
		return customer.ShownName(h.thing.ID)
	}
	return idText(h.id)
}
