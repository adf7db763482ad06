package web

import (
	"slices"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// notThereYet says that Wise knows nothing of how a transfer was paid out, which is
// no trouble: it may take days.
func notThereYet(q enrich.Question, kept enrich.Kept) bool {
	return q.Kind == store.OfPayout && kept.At.IsZero() && kept.Trouble != nil && kept.Trouble.Kind == string(api.NotFound)
}

// toldNoun is a title as it stands within a sentence.
func toldNoun(kind store.AnswerKind) string {
	title := strings.ToLower(toldTitle(kind))
	if strings.HasPrefix(title, "whose") {
		return title
	}
	return "the " + title
}

// toldTroubles are the reasons why last tries gave no answer, each once. A refused
// token stands above them with its explanation.
func toldTroubles(questions []enrich.Question, told toldView, refused bool, face front.Face) []templates.ToldTrouble {
	var all []templates.ToldTrouble
	for _, q := range questions {
		kept := told.kept(q)
		if kept.Trouble == nil || refused && kept.Trouble.Kind == string(api.GrantRevoked) {
			continue
		}
		what := toldNoun(q.Kind)
		if at := slices.IndexFunc(all, func(t templates.ToldTrouble) bool { return t.Text == kept.Trouble.Text }); at >= 0 {
			all[at].What = strings.Replace(all[at].What, " and ", ", ", 1) + " and " + what
			continue
		}
		all = append(all, templates.ToldTrouble{What: what, Text: kept.Trouble.Text, At: face.At(kept.TriedAt), Trace: kept.Trouble.TraceID})
	}
	return all
}

// refusedTokens are the tokens of a customer's users that Wise refuses.
func refusedTokens(identity identityView, tokens map[int64]store.Told[struct{}], face front.Face) []templates.TokenRefused {
	var all []templates.TokenRefused
	for _, user := range identity.Links.Users() {
		if one, refused := tokenRefused(identity.users[user], tokens[user], face); refused {
			all = append(all, one)
		}
	}
	return all
}

// tokenRefused explains a user's token by the state of the user, if Wise refuses it.
func tokenRefused(user customer.UserFacts, told store.Told[struct{}], face front.Face) (templates.TokenRefused, bool) {
	if told.Trouble == nil {
		return templates.TokenRefused{}, false
	}
	return templates.TokenRefused{
		User: front.IDText(user.User), TriedAt: face.At(told.TriedAt), Trace: told.Trouble.TraceID,
		Text: answer.RefusedToken(user, face.Now, face.Zone),
	}, true
}
