package web

import (
	"slices"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/when"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// account makes a user's account state ready for print.
func (s *Server) account(f customer.UserFacts, face front.Face) templates.AccountState {
	return accountState(f.User, answer.ForAccount(f, face.Now, face.Zone), face)
}

// accountState prints the state of a user's account; of a profile, for user 0.
func accountState(user int64, a answer.Account, face front.Face) templates.AccountState {
	state := templates.AccountState{
		User:         front.IDText(user),
		Tag:          templates.Tag{Text: a.Label, Tone: a.Tone},
		State:        string(a.State),
		Headline:     a.Headline.Text,
		Since:        face.At(a.SinceAt),
		Works:        a.Works.Text,
		Appeal:       a.Appeal.Text,
		Reason:       a.Why.Text,
		WhoActs:      a.WhoActs,
		Type:         a.Type,
		Code:         reasonSent(a),
		Flags:        flagStrip(a.Flags, face),
		Events:       a.Evidence,
		CustomerText: a.CustomerText.Text,
	}
	if a.Until != nil {
		state.Until, state.Left = when.LongDate(*a.Until, time.UTC), wording.DaysLeft(a.DaysLeft)
	}
	return state
}

// accountHistory is every state that the account was in, newest first.
func accountHistory(f customer.UserFacts, face front.Face) []templates.AccountVisit {
	var rows []templates.AccountVisit
	for _, v := range slices.Backward(f.History) {
		rows = append(rows, templates.AccountVisit{
			Tag: wording.UserTag(v.State), State: string(v.State), From: string(v.From), At: face.At(v.At), Seen: v.BySent,
			Gap: v.Gap, Type: v.Type, Reason: v.Reason, Events: v.Evidence,
		})
	}
	return rows
}
