package activity

import (
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/money"
	"transferdesk/internal/when"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// Say composes what is known of one thing; entries are nil in lists.
func (p *Pages) Say(f activity.Facts, entries []activity.Entry, face front.Face) answer.ActivityAnswer {
	return answer.ForActivity(answer.ActivityInput{
		Facts: f, Entries: entries, Catalogue: p.cards(), Now: face.Now, Zone: face.Zone, Company: p.Cfg.Company,
	})
}

// Things makes list rows of facts.
func (p *Pages) Things(list []activity.Facts, face front.Face) []templates.Activity {
	rows := make([]templates.Activity, 0, len(list))
	for _, f := range list {
		rows = append(rows, Thing(f, p.Say(f, nil, face), face))
	}
	return rows
}

// Thing makes one thing ready for print. What is locked keeps no more than its
// answer left of it.
func Thing(f activity.Facts, a answer.ActivityAnswer, face front.Face) templates.Activity {
	word, _ := wordOfKind(f.Kind)
	t := templates.Activity{
		Href: Path(f.Key), Kind: word.one, Title: a.Title, ID: f.ID,
		Tag: templates.Tag{Text: a.Tag, Tone: a.Tone}, Headline: a.Headline.Text, Since: face.At(a.SinceAt),
		WhoActs: a.WhoActs, Ask: a.Ask, Due: deadline(a.Deadline, face), Openness: a.Openness, Raw: a.Text,
		Open: a.Open, Locked: a.Locked, Profile: front.IDText(f.Profile), Events: a.Evidence,
	}
	for _, row := range a.Rows {
		t.Rows = append(t.Rows, templates.Pair{Label: row.Label, Value: row.Value, Mono: row.Mono})
	}
	if t.Tag.Text == "" && t.Open {
		t.Tag.Text = "Open"
	}
	if !a.Locked || f.Kind == activity.CardTransaction {
		t.Amount = amountOfThing(f.Detail)
	}
	return t
}

// deadline makes a day by which something must be there ready for print.
func deadline(by time.Time, face front.Face) *templates.Deadline {
	if by.IsZero() {
		return nil
	}
	days := when.Days(face.Now, by)
	return &templates.Deadline{At: face.At(by), Left: wording.DaysLeft(days), Over: by.Before(face.Now)}
}

// amountOfThing is the one amount that a list shows of a thing; "" where it has none.
func amountOfThing(d activity.Detail) string {
	var amounts []money.Amount
	switch {
	case d.Transaction != nil:
		amounts = []money.Amount{d.Transaction.Billing, d.Transaction.WithFees, d.Transaction.Amount}
	case d.Swift != nil:
		amounts = []money.Amount{d.Swift.Settled, d.Swift.Instructed}
	case d.Payment != nil:
		amounts = []money.Amount{d.Payment.Amount}
	case d.HoldLimit != nil:
		amounts = []money.Amount{d.HoldLimit.Amount}
	case d.Overdraft != nil:
		amounts = []money.Amount{d.Overdraft.Used}
	case d.Settlement != nil:
		amounts = []money.Amount{d.Settlement.Source}
	case d.Card != nil:
		amounts = []money.Amount{d.Card.Amount}
	}
	known := slices.IndexFunc(amounts, money.Amount.Known)
	if known < 0 {
		return ""
	}
	return amounts[known].String()
}
