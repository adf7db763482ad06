package atwise

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"transferdesk/internal/audit"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// askEnd reads how a call that sends something ended, for our own table and for the
// audit log.
func (a *Acts) askEnd(err error, done string) (store.AskEnd, audit.Outcome) {
	now := a.clock()
	e := api.TroubleOf(err)
	switch {
	case err == nil:
		return store.AskEnd{Result: store.AskDone, At: now, Text: done}, audit.Outcome{Result: audit.Done}
	case e == nil:
		return store.AskEnd{Result: store.AskUnknown, At: now, Text: "Wise’s API gave no answer that can be used."}, audit.Outcome{Result: audit.Unknown}
	}
	end := store.AskEnd{Result: resultOf(e), At: now, Text: said(e), TraceID: e.TraceID}
	return end, audit.Outcome{Result: audited(end.Result), Detail: joinWords(string(e.Kind), traced(e.TraceID))}
}

// resultOf tells what Wise refused from what was never asked of it, and both from what
// may have been done.
func resultOf(e *api.Error) store.AskResult {
	switch {
	case !e.Undone():
		return store.AskUnknown
	case e.Sent:
		return store.AskRefused
	}
	return store.AskNotDone
}

// audited is a result as the audit log writes it.
func audited(r store.AskResult) audit.Result {
	switch r {
	case store.AskDone:
		return audit.Done
	case store.AskRefused:
		return audit.Refused
	case store.AskNotDone:
		return audit.NotDone
	}
	return audit.Unknown
}

// said is what to tell a person of a trouble. Where nobody knows what Wise did, trying
// again is no advice: only what happened is said.
func said(e *api.Error) string {
	if e.Undone() {
		return e.Text()
	}
	what, _, _ := strings.Cut(e.Text(), ". ")
	return strings.TrimSuffix(what, ".") + "."
}

// joined is errors.Join that leaves a single error as it is.
func joined(err, other error) error {
	if other == nil {
		return err
	}
	return errors.Join(err, other)
}

// lowerFirst writes a sentence on after a colon.
func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
