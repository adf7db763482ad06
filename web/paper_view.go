package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/enrich"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// paperView is what the papers about a payout are made of: Wise's receipt and our
// own proof.
type paperView struct {
	facts    transfer.Facts
	identity identityView
	told     toldView
}

// paper is that of a transfer's page.
func (v transferView) paper() paperView {
	return paperView{facts: v.facts, identity: v.identity, told: v.told}
}

// readPaper reads it of a transfer.
func readPaper(r *store.Reader, id int64) (v paperView, err error) {
	if v.facts, err = r.Transfer(id); err != nil {
		return v, err
	}
	if v.identity, err = readIdentity(r, v.facts.Profile); err != nil {
		return v, err
	}
	var all beside
	if err = all.readTold(r, []transfer.Facts{v.facts}); err != nil {
		return v, err
	}
	v.told, err = readTold(r, v.facts, v.identity, all)
	return v, err
}

// holder is whose profile it is.
func (v paperView) holder() answer.Holder {
	return answer.Holder{Country: v.told.profile.Value.Country, Type: v.told.profile.Value.Type}
}

// sent is the payout that stands; false when none does.
func (v paperView) sent() (transfer.Visit, bool) {
	held, _ := v.facts.Held()
	return held, answer.ProofOf(v.facts).Why == ""
}

// answered says whether Wise has told how the payout that stands was made: what it said
// of an earlier one, which came back, is not about this one.
func (v paperView) answered() bool {
	sent, stands := v.sent()
	return stands && v.told.payout.Known && !v.told.payout.At.Before(sent.At)
}

// reference is what the recipient's bank can search for; empty: not known.
func (v paperView) reference() string {
	if !v.answered() {
		return ""
	}
	return v.told.payout.Value.Reference
}

// settles is until when Wise may still change what it told; zero: no more, or it is
// not known when the payout was.
func (v paperView) settles() time.Time {
	sent, _ := v.sent()
	until := sent.At.Add(enrich.PayoutSettles)
	if sent.Seen || !v.told.payout.At.Before(until) {
		return time.Time{}
	}
	return until
}

// speaks says with whose token Wise is asked; why says that there is none.
func (s *Server) speaks(v paperView) (user int64, why string) {
	user, by := s.Cfg.Enrich.Speaker(v.identity.Links.Users())
	switch {
	case by != api.ByNone:
		return user, ""
	case user == 0:
		return user, "Not available: no Wise user is linked to this customer whose token could be used, and there is no personal token."
	}
	return user, "Not available: no token of Wise’s API for user " + front.IDText(user) + ", and no personal one."
}

// paperActions are the buttons on the transfer's page.
func (s *Server) paperActions(v paperView) []templates.Action {
	return []templates.Action{s.receiptAction(v), s.proofAction(v)}
}

func (s *Server) receiptAction(v paperView) templates.Action {
	a := templates.Action{ID: "receipt", Label: "Receipt (PDF)", Icon: templates.IconPaper, Href: "/transfers/" + front.IDText(v.facts.Transfer) + "/receipt.pdf"}
	paper := answer.ReceiptOf(v.facts, v.holder())
	if a.Why, a.Note = paper.Why, paper.Note; a.Why == "" {
		_, a.Why = s.speaks(v)
	}
	if paper.Combined {
		a.Label = "US receipt (PDF)"
	}
	return a
}

func (s *Server) proofAction(v paperView) templates.Action {
	a := templates.Action{ID: "proof", Label: "Proof of payout", Icon: templates.IconPaper, Href: "/transfers/" + front.IDText(v.facts.Transfer) + "/proof"}
	if a.Why = answer.ProofOf(v.facts).Why; a.Why != "" || v.answered() {
		return a
	}
	if _, a.Why = s.speaks(v); a.Why == "" {
		a.Note = "Wise has not told yet how it was paid out; the page asks."
	}
	return a
}

// wantHolder has Wise asked, in the background, where the customer lives, if that
// is not known and would decide which receipt it is.
func (s *Server) wantHolder(v paperView) {
	if v.asksHolder() {
		s.wantAll([]enrich.Question{v.holderQuestion()}, v.told, v.facts, v.identity)
	}
}

// asksHolder says whether where the customer lives is to be asked for.
func (v paperView) asksHolder() bool {
	inUS := answer.Holder{Country: "US", Type: "PERSONAL"}
	return v.holder() == answer.Holder{} && v.facts.Profile != 0 && answer.ReceiptOf(v.facts, inUS).Why == ""
}

func (v paperView) holderQuestion() enrich.Question {
	return enrich.Question{Kind: store.OfWiseProfile, ID: v.facts.Profile, Profile: v.facts.Profile}
}
