package web

import (
	"net/url"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
)

// The values of the filter status.
const (
	findingOpen      = "open"
	findingExplained = "explained"
)

// parseFindings reads the filter of the findings.
func parseFindings(query url.Values) (store.FindingFilter, error) {
	status, kinds := severals(query, "status"), severals(query, "kind")
	if err := checkValues("status", status, []string{findingOpen, findingExplained}); err != nil {
		return store.FindingFilter{}, err
	}
	if err := checkValues("kind", kinds, []string{string(store.StateDiffers), string(store.NeverHeard)}); err != nil {
		return store.FindingFilter{}, err
	}
	filter := store.FindingFilter{Cursor: query.Get("cursor"), Limit: rowsPerPage}
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
	status, kinds := severals(query, "status"), severals(query, "kind")
	form := templates.Filter{Action: reconciliationPath, Groups: []templates.FilterGroup{
		{Name: "status", Label: "Its event", Choices: choices([]string{findingOpen, findingExplained}, status, findingStatusWord)},
		{Name: "kind", Label: "What was found", Choices: choices([]string{string(store.StateDiffers), string(store.NeverHeard)}, kinds, findingKindWord)},
	}}
	form.Chips = append(chips(reconciliationPath, query, "status", "Its event", status, findingStatusWord),
		chips(reconciliationPath, query, "kind", "Found", kinds, findingKindWord)...)
	if len(form.Chips) > 0 {
		form.Clear = reconciliationPath
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

// finding is how a finding stands now, beside what is kept of it.
type finding struct {
	explained bool
	held      transfer.Visit // the state that we hold now
}

// readFindings reads how findings stand now, and the names of their customers. What has
// been explained since the last look of a round is shown as explained.
func readFindings(r *store.Reader, rows []store.ReconcileFinding) (map[int64]finding, map[int64]string, error) {
	since := map[int64]finding{}
	var list []transfer.Facts
	for _, f := range rows {
		explained, err := reconcile.IsExplained(r, f)
		if err != nil {
			return nil, nil, err
		}
		row, _, err := r.TransferRow(store.Live, f.Transfer)
		if err != nil {
			return nil, nil, err
		}
		held, _ := row.Facts.Held()
		since[f.ID] = finding{explained: explained, held: held}
		list = append(list, transfer.Facts{Profile: f.Profile})
	}
	names, err := readNames(r, list)
	return since, names, err
}

func findingRows(rows []store.ReconcileFinding, since map[int64]finding, names map[int64]string, face clockface) (all []templates.Finding) {
	for _, f := range rows {
		row := templates.Finding{
			Found: face.at(f.FoundAt), Transfer: idText(f.Transfer), Profile: idText(f.Profile), Customer: names[f.Profile],
			Kind: findingTag(f.Kind), What: foundWords(f, face), Round: idText(f.Round), Event: f.Delivery,
		}
		row.Status, row.Then = sinceThen(f, since[f.ID], face)
		all = append(all, row)
	}
	return all
}

func findingTag(kind store.FindingKind) templates.Tag {
	if kind == store.NeverHeard {
		return templates.Tag{Text: findingKindWord(string(kind)), Tone: answer.Problem, Icon: templates.IconUnknown}
	}
	return templates.Tag{Text: findingKindWord(string(kind)), Tone: answer.Problem, Icon: templates.IconGap}
}

// foundWords says what differed, in Wise's spelling of the states.
func foundWords(f store.ReconcileFinding, face clockface) string {
	switch {
	case f.Kind == store.NeverHeard:
		return "Wise had it as " + f.Theirs + "; no event had named it."
	case f.Ours == "":
		return "Wise had it as " + f.Theirs + "; no event had told a state."
	case f.OursAt.IsZero():
		return "Wise had it as " + f.Theirs + "; our last event said " + f.Ours + "."
	}
	return "Wise had it as " + f.Theirs + "; we held " + f.Ours + " since " + when.Full(f.OursAt, face.zone) + "."
}

// sinceThen says what has become of it: the event came, later ones did, or nothing.
func sinceThen(f store.ReconcileFinding, now finding, face clockface) (templates.Tag, string) {
	switch {
	case now.explained && !f.ExplainedAt.IsZero():
		return templates.Tag{Text: "Explained", Tone: answer.Done}, "Its event came after all, seen " + when.Full(f.ExplainedAt, face.zone) + "."
	case now.explained:
		return templates.Tag{Text: "Explained", Tone: answer.Done}, "Its event came after all."
	case now.held.State != "" && !now.held.Seen && string(now.held.State) != f.Theirs:
		return templates.Tag{Text: "Its event never came", Tone: answer.Neutral}, "Later events did: " + string(now.held.State) + " since " + when.Full(now.held.At, face.zone) + "."
	}
	return templates.Tag{Text: "Its event never came", Tone: answer.Waiting}, ""
}

func roundTag(end store.RoundEnd) templates.Tag {
	switch end {
	case store.RoundDone:
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

func reconcileTrouble(t store.ReconcileTrouble) templates.ReconcileTrouble {
	title := reconcileTitles[api.Kind(t.Kind)]
	if title == "" {
		title = strings.ReplaceAll(t.Kind, "_", " ")
	}
	row := templates.ReconcileTrouble{Title: title, Text: t.Text, Code: t.Kind, Profiles: t.Profiles}
	for _, id := range t.Some {
		row.Some = append(row.Some, idText(id))
	}
	return row
}
