package web

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/enrich"
	"transferdesk/internal/proof"
	"transferdesk/internal/when"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// production is the environment in which money moves.
const production = "PRODUCTION"

// proof is the paper: what is known of the payout that stands, with times in the
// company's zone.
func (s *Server) proof(v paperView, who auth.Actor) proof.Paper {
	zone, now := s.Cfg.Company, s.Now()
	sent, _ := v.sent()
	told := v.told.payout.Value
	p := proof.Paper{
		Transfer: front.IDText(v.facts.Transfer), Amount: v.told.details.Value.Target.String(), Reference: customer.ShownName(v.told.details.Value.Reference),
		Recipient: recipientShown(v.told.recipient), Processor: customer.ShownName(told.Processor), Mode: customer.ShownName(told.Mode),
		Partner: customer.ShownName(told.Partner), PartnerReference: customer.ShownName(told.Reference),
		UETR: customer.ShownName(wise.UETROf(told.MT103)), Fetched: when.Full(v.told.payout.At, zone),
		By: customer.ShownName(who.Name), Made: now, At: when.Full(now, zone),
	}
	if s.Cfg.Environment != production {
		p.Trial = s.Cfg.Environment
	}
	if entry, known := v.identity.Entry(); known {
		p.Customer = customer.ShownName(entry.Reference)
	}
	switch {
	case sent.Seen:
		p.Seen = when.Full(sent.At, zone)
	case sent.BySent:
		p.PaidOut = when.Full(sent.At, zone) + " at the latest"
	default:
		p.PaidOut = when.Full(sent.At, zone)
	}
	if until := v.settles(); !until.IsZero() {
		p.Settles = when.Full(until, zone)
	}
	return p
}

// recipientShown is a recipient as Wise's API told of it, masked; empty: not told.
func recipientShown(told store.Told[api.Recipient]) string {
	if !told.Known {
		return ""
	}
	r := told.Value
	return customer.ShownName(front.Joined(r.Name, r.Number, r.Summary, r.Currency))
}

func (s *Server) proofPage(frame templates.Frame, v paperView, who auth.Actor) templates.ProofPage {
	id := front.IDText(v.facts.Transfer)
	page := templates.ProofPage{Frame: frame, ID: id, Why: s.noProof(v)}
	page.Title = "Proof of payout · " + id
	face := s.Face(who)
	if answer.ProofOf(v.facts).Why == "" {
		page.At, page.Asking = face.At(v.told.payout.At), s.Cfg.Enrich.Asking(payoutQuestion(v))
		page.Troubles = toldTroubles([]enrich.Question{payoutQuestion(v)}, v.told, false, face)
		_, without := s.speaks(v)
		if page.Why == "" {
			page.Actions = append(page.Actions, proofFileAction(id))
		}
		page.Actions = append(page.Actions, templates.Action{
			ID: "ask", Label: "Ask Wise again", Icon: templates.IconRollback, Post: "/transfers/" + id + "/proof", Why: without, Note: "Waits 5 seconds at most.",
		})
	}
	if page.Why == "" {
		paper := s.proof(v, who)
		page.Paper, page.Message = &paper, answer.SWIFTMessage(v.told.payout.Value.MT103)
	}
	return page
}

func proofFileAction(id string) templates.Action {
	return templates.Action{ID: "pdf", Label: "Download (PDF)", Icon: templates.IconPaper, Href: "/transfers/" + id + "/proof.pdf", Primary: true}
}

// payoutQuestion is how the transfer was paid out.
func payoutQuestion(v paperView) enrich.Question {
	return enrich.Question{Kind: store.OfPayout, ID: v.facts.Transfer, Profile: v.facts.Profile}
}
