package templates

import (
	"strconv"
	"strings"
)

// PrintPage is /transfers/{id}/print.
type PrintPage struct {
	TransferPage
	ForCustomer bool   // only what a customer may read; else all that the desk may
	Trial       string // SANDBOX or DEMO, where it tells of no real money; empty: it does
	Zone        string // of the times on it: "Europe/Berlin, now UTC+1"
}

// path is the page of one kind.
func (p PrintPage) path(customer bool) string {
	if customer {
		return "/transfers/" + p.ID + "/print?for=customer"
	}
	return "/transfers/" + p.ID + "/print"
}

// printedBy says who printed what when, and by which request it is found in the audit log.
func (f Frame) printedBy() string {
	parts := []string{"Printed by " + clip(f.Person.Name, 80) + " (" + f.Person.Role + ") on " + f.Shown.Full}
	if f.RequestID != "" {
		parts = append(parts, "request id "+f.RequestID)
	}
	return strings.Join(parts, " · ")
}

// eventIDs lists the deliveries of a row: "event 7, 9".
func eventIDs(ids []int64) string {
	if len(ids) == 0 {
		return ""
	}
	all := make([]string, 0, len(ids))
	for _, id := range ids[:min(len(ids), mostPrintedEvents)] {
		all = append(all, strconv.FormatInt(id, 10))
	}
	text := "event " + strings.Join(all, ", ")
	if more := len(ids) - len(all); more > 0 {
		text += " and " + strconv.Itoa(more) + " more"
	}
	return text
}

// mostPrintedEvents is how many events of one row a paper names.
const mostPrintedEvents = 6
