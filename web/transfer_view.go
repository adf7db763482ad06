package web

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// rows makes list rows of facts, one answer each.
func (s *Server) rows(list []transfer.Facts, all beside, face front.Face) []templates.TransferRow {
	rows := make([]templates.TransferRow, 0, len(list))
	for _, f := range list {
		row := transferRow(f, s.compose(f, all, face), face)
		row.AmountTold = all.details[f.Transfer].Value.Source.String()
		rows = append(rows, row)
	}
	return rows
}

// transferRows makes list rows of facts with all that stands in them: what is beside
// the transfers, and whose they are.
func (s *Server) transferRows(r *store.Reader, list []transfer.Facts, face front.Face) ([]templates.TransferRow, error) {
	names, err := front.ReadNames(r, list)
	if err != nil {
		return nil, err
	}
	all, err := readBeside(r, list)
	if err != nil {
		return nil, err
	}
	return front.WithNames(s.rows(list, all, face), list, names), nil
}

func transferRow(f transfer.Facts, a answer.Answer, face front.Face) templates.TransferRow {
	row := templates.TransferRow{
		ID:       front.IDText(f.Transfer),
		Profile:  front.IDText(f.Profile),
		Amount:   amountOf(f),
		Tag:      templates.StageTag(a.Tag, a.Tone, a.Stage),
		Headline: a.Headline.Text,
		Since:    face.At(a.SinceAt),
		Asked:    a.SinceAsked,
		MoneyNow: a.WhoActs,
		Failures: failureCards(currentOnly(a.Failures), face),
		Cases:    caseCards(a.Cases, face),
		Refunds:  refundCards(a.Refunds, face),
		Checks:   flagStrip(a.Checks(), face),

		ToldOtherwise: isToldOtherwise(a),
	}
	if a.NewPayment != nil {
		row.NewPayment = a.NewPayment.Ask
	}
	return row
}

// amountOf is what was debited for a transfer, when exactly one debit is known; of a
// payment to the customer it is what was credited.
func amountOf(f transfer.Facts) string {
	if f.Inbound != nil && f.Inbound.Amount.Known() && !f.Inbound.ByMessage {
		return f.Inbound.Amount.String()
	}
	amount, known := f.Amount()
	if !known {
		return ""
	}
	return amount.String()
}

func currentOnly(all []answer.Failure) []answer.Failure {
	var current []answer.Failure
	for _, f := range all {
		if f.Current {
			current = append(current, f)
		}
	}
	return current
}

func answerCard(a answer.Answer, face front.Face) templates.AnswerCard {
	card := templates.AnswerCard{Answer: a, SinceAt: face.At(a.SinceAt)}
	for _, stop := range a.Stops {
		card.Stops = append(card.Stops, templates.Stop{
			Name: stop.Name, Note: stop.Note, At: face.At(stop.At), Reached: stop.Reached, Current: stop.Current,
		})
	}
	return card
}

func flagStrip(flags []answer.Flag, face front.Face) []templates.Flag {
	var strip []templates.Flag
	for _, f := range flags {
		strip = append(strip, templates.Flag{Text: f.Text, Since: face.At(f.Since), Lasts: f.Lasts(), Events: f.Evidence})
	}
	return strip
}

// mostCards is how many failures, and how many refunds, stand on a page one by one;
// Wise reports a handful. All of them are in the timeline.
const mostCards = 20

// failureCards are the latest failures.
func failureCards(failures []answer.Failure, face front.Face) []templates.Failure {
	var cards []templates.Failure
	for _, f := range failures[:min(mostCards, len(failures))] {
		cards = append(cards, templates.Failure{Failure: f, At: face.At(f.At)})
	}
	return cards
}

func caseCards(cases []answer.Case, face front.Face) []templates.Case {
	var cards []templates.Case
	for _, c := range cases {
		cards = append(cards, templates.Case{Case: c, Since: face.At(c.Since)})
	}
	return cards
}

// refundCards are the latest refunds, in the order in which they came.
func refundCards(refunds []answer.Refund, face front.Face) []templates.Refund {
	var cards []templates.Refund
	for _, r := range refunds[max(0, len(refunds)-mostCards):] {
		cards = append(cards, templates.Refund{
			Amount: r.Amount.String(), At: face.At(r.At), BySent: r.BySent, Undone: r.Undone, Events: r.Evidence,
			Beside: r.Text.Text, Short: r.Short, SentEvents: r.Sent.Evidence,
		})
	}
	return cards
}
