package web

import (
	"errors"
	"net/http"
	"strings"

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

// wiseProblem says what Wise's API answered: what happened, that nothing was lost,
// what to do, and what to quote to Wise.
func wiseProblem(trouble *api.Error, back templates.Link) error {
	what, do, _ := strings.Cut(trouble.Text(), ". ")
	if what = strings.TrimSuffix(what, ".") + "."; trouble.TraceID != "" {
		do = joinedText(do, "Wise’s trace id, to be quoted to Wise: "+cutText(trouble.TraceID, 80)+".")
	}
	p := problem{
		status: wiseStatus(trouble.Kind), code: "wise_" + string(trouble.Kind), message: trouble.Text(), title: "Wise’s API gave no answer",
		what: what, lost: "No. Nothing was changed, here or at Wise.", do: do,
	}
	return &ownProblem{problem: p, back: back, cause: trouble}
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

// joinedText puts sentences together, the empty ones left out.
func joinedText(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}
