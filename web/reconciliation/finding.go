package reconciliation

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// finding is how a finding stands now, beside what is kept of it.
type finding struct {
	explained bool
	held      transfer.Visit // the state that we hold now
}

// readFindings reads how findings stand now, and the names of their customers. What has
// been explained since the last look of a round is shown as explained.
func readFindings(r *store.Reader, rows []store.ReconcileFinding) (map[int64]finding, map[int64]string, error) {
	facts, err := r.TransfersOf(store.FoundTransfers(rows))
	if err != nil {
		return nil, nil, err
	}
	since := map[int64]finding{}
	var list []transfer.Facts
	for _, f := range rows {
		held, _ := facts[f.Transfer].Held()
		since[f.ID] = finding{explained: reconcile.IsExplained(f, facts[f.Transfer]), held: held}
		list = append(list, transfer.Facts{Profile: f.Profile})
	}
	names, err := front.ReadNames(r, list)
	return since, names, err
}

func findingRows(rows []store.ReconcileFinding, since map[int64]finding, names map[int64]string, face front.Face) (all []templates.Finding) {
	for _, f := range rows {
		row := templates.Finding{
			Found: face.At(f.FoundAt), Transfer: front.IDText(f.Transfer), Profile: front.IDText(f.Profile), Customer: names[f.Profile],
			Kind: findingTag(f.Kind), What: foundWords(f, face), Round: front.IDText(f.Round), Event: f.Delivery,
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
func foundWords(f store.ReconcileFinding, face front.Face) string {
	switch {
	case f.Kind == store.NeverHeard:
		return "Wise had it as " + f.Theirs + "; no event had named it."
	case f.Ours == "":
		return "Wise had it as " + f.Theirs + "; no event had told a state."
	case f.OursAt.IsZero():
		return "Wise had it as " + f.Theirs + "; our last event said " + f.Ours + "."
	}
	return "Wise had it as " + f.Theirs + "; we held " + f.Ours + " since " + face.Text(f.OursAt) + "."
}

// sinceThen says what has become of it: the event came, later ones did, or nothing.
func sinceThen(f store.ReconcileFinding, now finding, face front.Face) (templates.Tag, string) {
	switch {
	case now.explained && !f.ExplainedAt.IsZero():
		return templates.Tag{Text: "Explained", Tone: answer.Done}, "Its event came after all, seen " + face.Text(f.ExplainedAt) + "."
	case now.explained:
		return templates.Tag{Text: "Explained", Tone: answer.Done}, "Its event came after all."
	case now.held.State != "" && !now.held.Seen && string(now.held.State) != f.Theirs:
		return templates.Tag{Text: "Its event never came", Tone: answer.Neutral}, "Later events did: " + string(now.held.State) + " since " + face.Text(now.held.At) + "."
	}
	return templates.Tag{Text: "Its event never came", Tone: answer.Waiting}, ""
}
