package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// locked says whether anything of the thing is for compliance alone: the state that
// it is in, or a code that any of its events gave.
func (s scene) locked() bool {
	return reason.IsLocked(s.Facts.State()) || slices.ContainsFunc(detailCodes(s.Facts.Detail), reason.IsLocked) ||
		slices.ContainsFunc(declineCodes(s.Facts.Detail.Transaction), s.isLockedDecline)
}

// isLockedDecline says whether a decline reason may not be disclosed: its table
// locks more than IsLocked can tell by a code alone.
func (s scene) isLockedDecline(code string) bool {
	return code != "" && s.Catalogue.Word(reason.Declines, code).Openness == reason.Locked
}

// declineCodes are all reasons that any event of a card transaction gave.
func declineCodes(d *activity.TransactionDetail) []string {
	if d == nil {
		return nil
	}
	return append(slices.Clone(d.Reasons), d.Decline, d.Detailed)
}

// detailCodes are the codes of a detail, and Wise's own words beside them; what a
// person, a merchant or a bank wrote is none.
func detailCodes(d activity.Detail) []string {
	codes := declineCodes(d.Transaction)
	if t := d.Transaction; t != nil {
		codes = append(codes, t.Type, t.Step, t.Method)
	}
	if c := d.Card; c != nil {
		codes = append(codes, c.ChangedBy, c.ErrorCode, c.Description, c.Method, c.Channel)
	}
	if c := d.Case; c != nil {
		codes = slices.Concat(codes, c.Types, c.Changes, []string{c.RefType, c.RefID, c.External})
		for _, m := range c.Messages {
			codes = append(codes, m.Type, m.Author)
		}
	}
	if c := d.CDD; c != nil {
		codes = slices.Concat(codes, c.Required, []string{c.Outcome, c.SourceOfIncome, c.SourceOfFunding})
	}
	if r := d.Review; r != nil {
		codes = slices.Concat(codes, r.Triggers, requirementCodes(r.Requirements))
	}
	if o := d.Order; o != nil {
		codes = append(codes, requirementCodes(o.Requirements)...)
	}
	if c := d.Dispute; c != nil {
		codes = append(codes, c.Reason, c.Status, c.SubStatus)
	}
	return codes
}

// requirementCodes are the codes of what is asked for.
func requirementCodes(list []activity.Requirement) []string {
	var codes []string
	for _, r := range list {
		codes = append(codes, r.Key, r.State)
	}
	return codes
}

// lock leaves of a thing what an agent may know of it. What was to be paid where
// with a card stays, the reason does not; a question of Wise keeps nothing. That
// something is over stays true.
func (w *activityWords) lock(f activity.Facts) {
	standing := w.word.Standing
	w.word = reason.LockedWord()
	if standing == reason.Over || standing == reason.Good {
		w.word.Standing = standing
	}
	w.tag, w.text, w.deadline = reason.HandledByCompliance, "", time.Time{}
	switch f.Kind {
	case activity.Card:
		w.headline = "The card cannot be used at present; we are on it. Handled by compliance."
		w.keep("Card token")
	case activity.CardTransaction:
		w.headline = "Handled by compliance."
		if standing == reason.Over {
			w.headline = "Not paid. Handled by compliance."
		}
		w.keep(labelAmount, labelMerchant)
	case activity.SupportCase:
		w.title, w.headline = "A question from Wise", "Wise has a question, handled by compliance."
		w.rows, w.history = nil, nil
	default:
		w.title, w.headline = kindTitle(f.Kind), "Handled by compliance."
		w.rows, w.history = nil, nil
	}
}

// keep leaves the rows with these labels.
func (w *activityWords) keep(labels ...string) {
	w.rows = slices.DeleteFunc(w.rows, func(r ActivityRow) bool { return !slices.Contains(labels, r.Label) })
}

// withhold is the last gate: a text that names something locked does not leave this
// package, whoever wrote it.
func (a *ActivityAnswer) withhold() {
	a.Title, a.Headline.Text, a.Tag = harmless(a.Title), harmless(a.Headline.Text), harmless(a.Tag)
	a.Ask, a.Text = harmless(a.Ask), harmlessLines(a.Text)
	for i, r := range a.Rows {
		a.Rows[i].Label, a.Rows[i].Value = harmless(r.Label), harmless(r.Value)
	}
	for i, h := range a.History {
		a.History[i].Text = harmless(h.Text)
	}
}

// harmless gives a text that names nothing locked.
func harmless(text string) string {
	if reason.IsLocked(text) {
		return reason.HandledByCompliance
	}
	return text
}

// harmlessLines withholds the lines that name something locked.
func harmlessLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = harmless(line)
	}
	return strings.Join(lines, "\n")
}

// IsLockedCase says whether anything that events told of a support case is for
// compliance alone.
func IsLockedCase(f activity.Facts) bool {
	return scene{ActivityInput: ActivityInput{Facts: f}}.locked()
}
