package web

import (
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// cancelPage builds the dialog.
func (s *Server) cancelPage(frame templates.Frame, v transferView, face front.Face) templates.CancelPage {
	a := s.composeView(v, face)
	page := templates.CancelPage{
		Frame: frame, ID: front.IDText(v.facts.Transfer), Amount: amountOf(v.facts), Profile: front.IDText(v.facts.Profile), Named: v.identity.named(),
		Account: front.IDText(v.facts.Account), Headline: a.Headline.Text, Tag: templates.StageTag(a.Tag, a.Tone, a.Stage),
		Refund: s.refundAfter(v.facts), Stop: a.Stop, Refusal: s.cannotCancel(v, a.Stop),
		Last: lastCancellation(v.cancellations, v.facts, face, s.Cfg.Wall()),
	}
	page.Title = "Cancel transfer " + page.ID
	if page.Refusal != "" {
		page.Title = "Transfer " + page.ID + " cannot be cancelled now"
	}
	page.Form.Seen = strconv.FormatInt(newestCancellation(v.cancellations), 10)
	if details := v.told.details.Value; v.told.details.Known {
		if page.Amount == "" {
			page.Amount = details.Source.String()
		}
		page.Target = details.Target.String()
	}
	page.Recipient = openText(front.Joined(v.told.recipient.Value.Name, v.told.recipient.Value.Number))
	return page
}

// newestCancellation is the id of the newest request; 0: there was none.
func newestCancellation(all []store.Cancellation) int64 {
	if len(all) == 0 {
		return 0
	}
	return all[0].ID
}

// refundAfter says what would become of the money.
func (s *Server) refundAfter(f transfer.Facts) string {
	whose := "the customer"
	if s.Cfg.Funding == answer.ByCompany {
		whose = "us, who funded it; what we owe the customer then is for us to settle"
	}
	if !f.ShowsFunding() && !f.Debited() {
		return "Wise has reported no money for it yet. What has been paid for it all the same goes back to " + whose + ". Wise does not say when."
	}
	return "The money that Wise has for it goes back to " + whose + ". Wise reports that apart from the cancellation, and does not say when."
}

// cannotCancel says why Wise cannot be asked to cancel it now; empty: it can.
func (s *Server) cannotCancel(v transferView, stop answer.Stopping) string {
	if !stop.MayTry() {
		return stop.Why
	}
	if len(v.cancellations) > 0 {
		last := v.cancellations[0]
		if last.End.Result.Open() {
			return "A cancellation is under way already. Wise is not asked twice."
		}
		if held, known := v.facts.Held(); last.End.Result == store.AskDone && !(known && held.At.After(last.End.At)) {
			return "Wise has confirmed the cancellation already."
		}
	}
	if _, by := s.Cfg.Enrich.Speaker(v.identity.Links.Users()); by == api.ByNone {
		return "Wise’s API cannot be asked on behalf of this customer: there is neither a token of their Wise user nor a personal token."
	}
	return ""
}

// cancelAction is the button on the transfer's page.
func (s *Server) cancelAction(who auth.Actor, v transferView, stop answer.Stopping) templates.Action {
	action := templates.Action{ID: "cancel", Label: "Cancel transfer…", Icon: templates.IconCancelled, Href: "/transfers/" + front.IDText(v.facts.Transfer) + "/cancel", Asks: true}
	action.Why = s.cannotCancel(v, stop)
	switch {
	case action.Why == "" && !who.May(auth.CancelTransfer):
		action.Why = "A lead or an admin can ask Wise to cancel it."
	case stop.Answer == answer.StopUnknown:
		action.Note = stop.Why
	}
	return action
}
