package api

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"transferdesk/internal/reason"
)

// How much of an error of Wise's is kept.
const (
	mostDetails = 5
	mostOfText  = 200
)

// readDetails reads what an error says, in any of Wise's shapes:
//
//	{"errors":[{"code","message","path","arguments"}]}
//	{"error","error_description"}
//	{"timestamp","status","error","message","path"}
//	{"exception","message", …}, an older 500
//	{"error","message","errors":[{"field","message","rejectedValue"}]}, of support cases
//
// What is none of them gives nothing. Arguments and rejected values stay out: they
// may be personal. What is for compliance alone is withheld.
func readDetails(body []byte, secrets []string) []Detail {
	var all map[string]json.RawMessage
	if json.Unmarshal(body, &all) != nil {
		return nil
	}
	var list []map[string]json.RawMessage
	_ = json.Unmarshal(all["errors"], &list)
	var details []Detail
	for _, one := range append(list, all) {
		d := Detail{
			Code:    oneOf(one, secrets, "code", "error", "exception"),
			Message: oneOf(one, secrets, "message", "error_description"),
			Path:    oneOf(one, secrets, "path", "field"),
		}
		if d.Code+d.Message != "" && len(details) < mostDetails {
			details = append(details, d.open())
		}
	}
	return details
}

// open gives the detail, or only that compliance handles it.
func (d Detail) open() Detail {
	if reason.IsLocked(d.Code) || reason.IsLocked(d.Message) || reason.IsLocked(d.Path) {
		return Detail{Message: reason.HandledByCompliance}
	}
	return d
}

// oneOf gives the first of some fields that holds a text or a number, fit to be shown.
func oneOf(fields map[string]json.RawMessage, secrets []string, names ...string) string {
	for _, name := range names {
		var text string
		if json.Unmarshal(fields[name], &text) != nil {
			var number json.Number
			if json.Unmarshal(fields[name], &number) != nil {
				continue
			}
			text = number.String()
		}
		if text = visible(without(secrets, text), mostOfText); text != "" {
			return text
		}
	}
	return ""
}

// without takes the secrets that were sent out of a text that came back.
func without(secrets []string, text string) string {
	for _, secret := range secrets {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, hidden)
		}
	}
	return text
}

// headerText makes what a header of an answer says fit to be shown.
func headerText(s string, secrets []string) string { return visible(without(secrets, s), 100) }

// visible makes a text of strangers fit for one line: what cannot be seen is
// written out, and it is cut to so many characters.
func visible(s string, most int) string {
	var out strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if n++; n > most {
			return out.String() + "…"
		}
		if r == utf8.RuneError || !unicode.IsGraphic(r) {
			out.WriteString(strconv.QuoteRuneToASCII(r)[1 : len(strconv.QuoteRuneToASCII(r))-1])
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
