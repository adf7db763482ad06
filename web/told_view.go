package web

import (
	"slices"

	"transferdesk/internal/enrich"
	"transferdesk/internal/when"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// told makes ready for print what Wise's API said of a transfer.
func (s *Server) told(v transferView, face front.Face) templates.Told {
	questions := enrich.QuestionsOf(v.facts, v.identity.Identity)
	out := templates.Told{
		Transfer: front.IDText(v.facts.Transfer), Quiet: s.whyNotAsked(v.identity),
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
	user, by := s.Cfg.Enrich.Speaker(identity.Links.Users())
	const not = "Delivery estimate, amounts, recipient and payout reference are not available: "
	switch {
	case by != api.ByNone:
		return ""
	case !s.Cfg.Wise.Application() && len(s.Cfg.Wise.Health().Users) == 0:
		return not + "no credentials for Wise’s API are set."
	case user != 0:
		return not + "there is no token for user " + front.IDText(user) + "."
	}
	return not + "no user whose token is held is linked to this customer."
}

// toldTitle is what a question is about, as a person reads it.
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
func (s *Server) toldPart(q enrich.Question, v transferView, face front.Face) (templates.ToldPart, bool) {
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
	part.At = face.At(kept.At)
	part.State = partState(kept, s.Cfg.Enrich.Asking(q), enrich.Fresh(q.Kind, kept.At, v.facts, face.Now))
	if notThereYet(q, kept) && !s.Cfg.Enrich.Asking(q) {
		part.Note, part.State = noPayoutYet, "asked "+when.Age(face.Now.Sub(kept.TriedAt))+" ago"
	}
	return part, true
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
		return "not newer: see above"
	case kept.Trouble != nil:
		return "Not known: see above."
	case !known:
		return "Not asked yet."
	case !fresh:
		return "may be out of date"
	}
	return ""
}
