package web

import (
	"slices"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/enrich"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
)

// told makes ready for print what Wise's API said of a transfer.
func (s *Server) told(v transferView, face clockface) templates.Told {
	questions := enrich.QuestionsOf(v.facts, v.identity.Identity)
	out := templates.Told{
		Transfer: idText(v.facts.Transfer), Quiet: s.whyNotAsked(v.identity),
		Refused: refusedTokens(v.identity, v.told.tokens, face),
	}
	if v.facts.Inbound != nil {
		out.Quiet = ""
		return out
	}
	for _, q := range questions {
		if part, ok := s.toldPart(q, v, face); ok && (out.Quiet == "" || part.At.Known()) {
			out.Parts = append(out.Parts, part)
		}
	}
	troubled := slices.DeleteFunc(slices.Clone(questions), func(q enrich.Question) bool { return notThereYet(q, v.told.kept(q)) })
	out.Troubles = toldTroubles(troubled, v.told, len(out.Refused) > 0, face)
	out.Asking = out.Quiet == "" && s.asking(questions)
	return out
}

// whyNotAsked says why Wise's API cannot be asked about a customer's things; empty
// where it can.
func (s *Server) whyNotAsked(identity identityView) string {
	user, by := s.cfg.Enrich.Speaker(identity.Links.Users())
	const not = "Delivery estimate, amounts, recipient and payout reference are not available: "
	switch {
	case by != api.ByNone:
		return ""
	case !s.cfg.Wise.Application() && len(s.cfg.Wise.Health().Users) == 0:
		return not + "no credentials for Wise’s API are set."
	case user != 0:
		return not + "there is no token for user " + idText(user) + "."
	}
	return not + "no user whose token is held is linked to this customer."
}

// names of the questions, as a person reads them.
func toldTitle(kind store.AnswerKind) string {
	switch kind {
	case store.OfTransferDetails:
		return "Details"
	case store.OfEstimate:
		return "Delivery estimate"
	case store.OfPayout:
		return "Payout information"
	case store.OfRecipient:
		return "Recipient"
	}
	return "Whose profile it is"
}

// toldPart is what one question told; the user of a profile stands on the customer's page.
func (s *Server) toldPart(q enrich.Question, v transferView, face clockface) (templates.ToldPart, bool) {
	part := templates.ToldPart{Title: toldTitle(q.Kind)}
	switch q.Kind {
	case store.OfTransferDetails:
		part.Rows = detailRows(v.told.details, face)
	case store.OfEstimate:
		part.Rows, part.Note = estimateRows(v, face)
	case store.OfPayout:
		part.Rows, part.Note = payoutRows(v)
	case store.OfRecipient:
		part.Rows = recipientRows(v.told.recipient)
	default:
		return part, false
	}
	kept := v.told.kept(q)
	part.At = face.at(kept.At)
	part.State = partState(kept, s.cfg.Enrich.Asking(q), enrich.Fresh(q.Kind, kept.At, v.facts, face.now))
	if notThereYet(q, kept) && !s.cfg.Enrich.Asking(q) {
		part.Note, part.State = noPayoutYet, "asked "+when.Age(face.now.Sub(kept.TriedAt))+" ago"
	}
	return part, true
}

// notThereYet says that Wise knows nothing of how a transfer was paid out, which is
// no trouble: it may take days.
func notThereYet(q enrich.Question, kept enrich.Kept) bool {
	return q.Kind == store.OfPayout && kept.At.IsZero() && kept.Trouble != nil && kept.Trouble.Kind == string(api.NotFound)
}

// partState says how asking goes; empty where an answer stands and nothing is under way.
func partState(kept enrich.Kept, asking, fresh bool) string {
	known := !kept.At.IsZero()
	switch {
	case asking && known:
		return "being asked again"
	case asking:
		return "Being asked now."
	case kept.Trouble != nil && known:
		return "not newer: the last try gave no answer"
	case kept.Trouble != nil:
		return "Not known: the last try gave no answer."
	case !known:
		return "Not asked yet."
	case !fresh:
		return "may be out of date"
	}
	return ""
}

// toldTroubles are the reasons why last tries gave no answer, each once. A refused
// token stands above them with its explanation.
func toldTroubles(questions []enrich.Question, told toldView, refused bool, face clockface) []templates.ToldTrouble {
	var all []templates.ToldTrouble
	for _, q := range questions {
		kept := told.kept(q)
		if kept.Trouble == nil || refused && kept.Trouble.Kind == string(api.GrantRevoked) {
			continue
		}
		what := strings.ToLower(toldTitle(q.Kind))
		if at := slices.IndexFunc(all, func(t templates.ToldTrouble) bool { return t.Text == kept.Trouble.Text }); at >= 0 {
			all[at].What += ", " + what
			continue
		}
		all = append(all, templates.ToldTrouble{What: what, Text: kept.Trouble.Text, At: face.at(kept.TriedAt), Trace: kept.Trouble.TraceID})
	}
	return all
}

// refusedTokens are the tokens of a customer's users that Wise refuses.
func refusedTokens(identity identityView, tokens map[int64]store.Told[struct{}], face clockface) []templates.TokenRefused {
	var all []templates.TokenRefused
	for _, user := range identity.Links.Users() {
		if one, refused := tokenRefused(identity.users[user], tokens[user], face); refused {
			all = append(all, one)
		}
	}
	return all
}

// tokenRefused explains a user's token by the state of the user, if Wise refuses it.
func tokenRefused(user customer.UserFacts, told store.Told[struct{}], face clockface) (templates.TokenRefused, bool) {
	if told.Trouble == nil {
		return templates.TokenRefused{}, false
	}
	return templates.TokenRefused{
		User: idText(user.User), Since: face.at(told.TriedAt), Trace: told.Trouble.TraceID,
		Text: answer.RefusedToken(user, face.now, face.zone),
	}, true
}

// amountTold is what a transfer is about by Wise's API: what is sent, and what it
// becomes; empty: not known.
func amountTold(details store.Told[api.Transfer]) string {
	source, target := details.Value.Source, details.Value.Target
	switch {
	case !source.Known():
		return target.String()
	case !target.Known() || source.Equal(target):
		return source.String()
	}
	return source.String() + " → " + target.String()
}

// caseAmount stands beside the case that the deposit does not cover the transfer: the
// whole amount, as far as it is known, and never what is missing, which nobody tells.
func caseAmount(f transfer.Facts, details store.Told[api.Transfer], face clockface) string {
	covered := !slices.ContainsFunc(f.OpenCases(), func(c transfer.Case) bool { return strings.EqualFold(c.Code, reason.DepositTooSmall) })
	if covered || !details.Value.Source.Known() {
		return ""
	}
	return "The transfer is for " + details.Value.Source.String() + " in all, says Wise’s API" + asOf(details.At, face) +
		". How much of it came in, and so what is missing, is in no event and not in Wise’s answer: look in the account."
}

// casesTold is what Wise's API says of issues, beside the cases that events name.
func casesTold(f transfer.Facts, details store.Told[api.Transfer], face clockface) string {
	switch {
	case !details.Known:
		return ""
	case !details.Value.HasActiveIssues:
		return "Wise’s API names no issue" + asOf(details.At, face) + "."
	case len(f.OpenCases()) > 0:
		return "Wise’s API says too that there is an issue" + asOf(details.At, face) + "."
	}
	return "Wise’s API says there is an issue; no event named it" + asOf(details.At, face) + "."
}
