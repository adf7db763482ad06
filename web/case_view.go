package web

import (
	"strings"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/atwise"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// kept keeps what was typed into a large field within reason.
func kept(text string) string {
	text = strings.ToValidUTF8(text, "")
	if r := []rune(text); len(r) > 2*atwise.MaxCaseText {
		return string(r[:2*atwise.MaxCaseText])
	}
	return text
}

// ourCase is a case that was opened from here, and whether compliance handles it.
type ourCase struct {
	store.SupportCase
	locked bool
}

// readOurCases finds out which of some cases are for compliance alone.
func readOurCases(r *store.Reader, list []store.SupportCase) ([]ourCase, error) {
	var ids []int64
	for _, c := range list {
		if c.Case != 0 {
			ids = append(ids, c.Case)
		}
	}
	known, err := atwise.KnownCases(r, ids)
	all := make([]ourCase, len(list))
	for i, c := range list {
		all[i] = ourCase{SupportCase: c, locked: c.Case != 0 && !known[c.Case]}
	}
	return all, err
}

// ourCaseCards are all of them, newest first.
func (s *Server) ourCaseCards(list []ourCase, face front.Face) []templates.OurCase {
	var cards []templates.OurCase
	for _, c := range list {
		cards = append(cards, ourCaseCard(c, face, s.Cfg.Wall()))
	}
	return cards
}

func ourCaseCard(c ourCase, face front.Face, wall time.Time) templates.OurCase {
	card := templates.OurCase{
		Asked: askedCard(c.By, c.AskedAt, c.End, caseTitles(), face, wall), Number: c.External,
		Transfer: front.IDText(c.Transfer), Subject: openText(c.Subject), Description: openText(c.Description),
	}
	if c.Case != 0 {
		card.ID, card.Href = front.IDText(c.Case), activities.CasePath(c.Case)
	}
	if c.locked {
		card.Subject, card.Description = reason.HandledByCompliance, ""
	}
	return card
}

// askedTitles say what became of something that was sent.
type askedTitles struct{ done, refused, notDone, started, unknown, unknownText string }

func caseTitles() askedTitles {
	return askedTitles{"Wise opened the case.", "Wise refused to open it.", "It was not opened.", "Wise is being asked to open it.",
		"It is not known whether Wise opened it.", "It is not sent again by itself. Wise’s event names it as soon as there is one; ask Wise before you open another."}
}

func messageTitles() askedTitles {
	return askedTitles{"Wise took the message.", "Wise refused the message.", "It was not sent.", "It is being sent.",
		"It is not known whether Wise got it.", "It is not sent again by itself. Look among the messages before you write once more."}
}

// askedCard says what became of something that was sent.
func askedCard(by store.Actor, at time.Time, end store.AskEnd, titles askedTitles, face front.Face, wall time.Time) templates.Asked {
	card := templates.Asked{By: by.Name, At: face.At(at), Trace: end.TraceID}
	switch end.Result {
	case store.AskDone:
		card.Tone, card.Title = answer.Done, titles.done
	case store.AskRefused:
		card.Tone, card.Title, card.Text = answer.Problem, titles.refused, end.Text
	case store.AskNotDone:
		card.Tone, card.Title, card.Text = answer.Problem, titles.notDone, end.Text
	case store.AskStarted:
		if wall.Sub(at) < waitingFor {
			card.Tone, card.Title = answer.Moving, titles.started
			break
		}
		fallthrough
	default:
		card.Tone, card.Title, card.Text = answer.Problem, titles.unknown, front.JoinedText(titles.unknownText, end.Text)
	}
	return card
}
