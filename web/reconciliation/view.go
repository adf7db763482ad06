package reconciliation

import (
	"net/url"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// The values of the filter status.
const (
	findingOpen      = "open"
	findingExplained = "explained"
)

// parseFindings reads the filter of the findings.
func parseFindings(query url.Values) (store.FindingFilter, error) {
	status, kinds := front.Severals(query, "status"), front.Severals(query, "kind")
	if err := front.CheckValues("status", status, []string{findingOpen, findingExplained}); err != nil {
		return store.FindingFilter{}, err
	}
	if err := front.CheckValues("kind", kinds, []string{string(store.StateDiffers), string(store.NeverHeard)}); err != nil {
		return store.FindingFilter{}, err
	}
	filter := store.FindingFilter{Cursor: query.Get("cursor"), Limit: front.RowsPerPage}
	for _, s := range status {
		filter.Open, filter.Explained = filter.Open || s == findingOpen, filter.Explained || s == findingExplained
	}
	for _, k := range kinds {
		filter.Kinds = append(filter.Kinds, store.FindingKind(k))
	}
	return filter, nil
}

// findingFilter is the form.
func findingFilter(query url.Values, f store.FindingFilter) templates.Filter {
	status, kinds := front.Severals(query, "status"), front.Severals(query, "kind")
	form := templates.Filter{Action: root, Groups: []templates.FilterGroup{
		{Name: "status", Label: "Its event", Choices: front.Choices([]string{findingOpen, findingExplained}, status, findingStatusWord)},
		{Name: "kind", Label: "What was found", Choices: front.Choices([]string{string(store.StateDiffers), string(store.NeverHeard)}, kinds, findingKindWord)},
	}}
	form.Chips = append(front.Chips(root, query, "status", "Its event", status, findingStatusWord),
		front.Chips(root, query, "kind", "Found", kinds, findingKindWord)...)
	if len(form.Chips) > 0 {
		form.Clear = root
	}
	return form
}

func findingStatusWord(status string) string {
	if status == findingOpen {
		return "has not come"
	}
	return "came after all"
}

func findingKindWord(kind string) string {
	if kind == string(store.NeverHeard) {
		return "Never heard of"
	}
	return "Another state"
}

func roundTag(r store.ReconcileRound) templates.Tag {
	switch r.End {
	case store.RoundDone:
		if r.Asked == 0 && r.Skipped > 0 {
			return templates.Tag{Text: "Could not ask", Tone: answer.Problem}
		}
		return templates.Tag{Text: "Done", Tone: answer.Done}
	case store.RoundStopped:
		return templates.Tag{Text: "Stopped", Tone: answer.Neutral}
	case store.RoundUnreachable:
		return templates.Tag{Text: "Wise did not answer", Tone: answer.Problem}
	}
	return templates.Tag{Text: "Running", Tone: answer.Moving}
}

// reconcileTitles name the kinds of trouble; one that is not in the table stands as it is.
var reconcileTitles = map[api.Kind]string{
	api.NoToken:       "No token",
	api.NotConfigured: "No credentials",
	api.GrantRevoked:  "The user’s token is revoked",
	api.Refused:       "The token is not taken",
	api.Forbidden:     "The token may not see it",
	api.NeedsApproval: "Strong authentication is asked for",
	api.NotFound:      "Wise does not know it",
	api.Invalid:       "Wise does not accept the request",
	api.Down:          "Wise did not answer",
	api.Slow:          "Wise was too slow",
	api.TooMany:       "Too many requests",
	api.Unreadable:    "The answer could not be read",
	api.Redirected:    "Sent elsewhere, and not followed",
}

func troubleOf(t store.ReconcileTrouble) templates.ReconcileTrouble {
	title := reconcileTitles[api.Kind(t.Kind)]
	if title == "" {
		title = strings.ReplaceAll(t.Kind, "_", " ")
	}
	row := templates.ReconcileTrouble{Title: title, Text: t.Text, Code: t.Kind, Profiles: t.Profiles}
	for _, id := range t.Some {
		row.Some = append(row.Some, front.IDText(id))
	}
	return row
}
