package web

import (
	"errors"
	"net/http"
	"strings"

	"transferdesk/internal/customer"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
)

// ownProblem is an error that brings its own page, where the table of kinds says
// too little: what Wise's API answered, or why there is no paper.
type ownProblem struct {
	problem
	back  templates.Link // where it was asked from
	cause error
}

// Error is the cause, for logs.
func (p *ownProblem) Error() string { return p.cause.Error() }

// Unwrap gives the cause.
func (p *ownProblem) Unwrap() error { return p.cause }

// backOf is the page that an error leads back to; zero: none.
func backOf(err error) templates.Link {
	var own *ownProblem
	if errors.As(err, &own) {
		return own.back
	}
	return templates.Link{}
}

// wiseProblem says why Wise's API did not give something (a "receipt"): what
// happened, that nothing was lost, what to do, what Wise says, and what to quote to it.
func wiseProblem(trouble *api.Error, thing string, back templates.Link) error {
	what, do, _ := strings.Cut(trouble.Text(), ". ")
	if trouble.Kind == api.NotFound {
		do = "Wise may not have made it yet: try again later. " + do
	}
	p := problem{
		status: wiseStatus(trouble.Kind), code: "wise_" + string(trouble.Kind), message: trouble.Text(), title: "No " + thing + " now",
		what: strings.TrimSuffix(what, ".") + ".", lost: "No. Nothing was changed, here or at Wise.", do: joinedText(do, wiseSays(trouble)),
	}
	return &ownProblem{problem: p, back: back, cause: trouble}
}

// wiseSays is what Wise says itself, and by what it finds its own record.
func wiseSays(trouble *api.Error) string {
	var parts []string
	for _, d := range trouble.Details {
		if said := customer.ShownName(cutText(joined(d.Code, d.Message), 200)); said != "" {
			parts = append(parts, "Wise says: "+said+".")
		}
	}
	if trouble.TraceID != "" {
		parts = append(parts, "Wise’s trace id, to be quoted to Wise: "+customer.ShownName(cutText(trouble.TraceID, 80))+".")
	}
	return joinedText(parts...)
}

// wiseStatus is how trouble at Wise is answered: as worth another try, or as an
// answer of Wise's that is of no use.
func wiseStatus(kind api.Kind) int {
	switch kind {
	case api.Down, api.Slow, api.Paused, api.TooMany:
		return http.StatusServiceUnavailable
	case api.NotFound:
		return http.StatusNotFound
	}
	return http.StatusBadGateway
}
