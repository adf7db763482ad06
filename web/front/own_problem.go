package front

import (
	"errors"
	"net/http"
	"strings"

	"transferdesk/internal/customer"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
)

// OwnProblem is an error that brings its own page, where the table of kinds says
// too little: what Wise's API answered, or why there is no paper.
type OwnProblem struct {
	Problem
	Back  templates.Link // where it was asked from
	Cause error
}

// Error is the cause, for logs.
func (p *OwnProblem) Error() string { return p.Cause.Error() }

// Unwrap gives the cause.
func (p *OwnProblem) Unwrap() error { return p.Cause }

// backOf is the page that an error leads back to; zero: none.
func backOf(err error) templates.Link {
	var own *OwnProblem
	if errors.As(err, &own) {
		return own.Back
	}
	return templates.Link{}
}

// WiseProblem says why Wise's API did not give something (a "receipt"): what
// happened, that nothing was lost, what to do, what Wise says, and what to quote to it.
func WiseProblem(trouble *api.Error, thing string, back templates.Link) error {
	what, do, _ := strings.Cut(trouble.Text(), ". ")
	if trouble.Kind == api.NotFound {
		do = "Wise may not have made it yet: try again later. " + do
	}
	p := Problem{
		Status: wiseStatus(trouble.Kind), Code: "wise_" + string(trouble.Kind), Message: trouble.Text(), Title: "No " + thing + " now",
		What: strings.TrimSuffix(what, ".") + ".", Lost: "No. Nothing was changed, here or at Wise.", Do: JoinedText(do, wiseSays(trouble)),
	}
	return &OwnProblem{Problem: p, Back: back, Cause: trouble}
}

// wiseSays is what Wise says itself, and by what it finds its own record.
func wiseSays(trouble *api.Error) string {
	var parts []string
	for _, d := range trouble.Details {
		if said := customer.ShownName(CutText(Joined(d.Code, d.Message), 200)); said != "" {
			parts = append(parts, "Wise says: "+said+".")
		}
	}
	if trouble.TraceID != "" {
		parts = append(parts, "Wise’s trace id, to be quoted to Wise: "+customer.ShownName(CutText(trouble.TraceID, 80))+".")
	}
	return JoinedText(parts...)
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
