package web

import (
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/feed"
	"transferdesk/internal/live"
	"transferdesk/internal/transfer"
	"transferdesk/templates"
	"transferdesk/web/event"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// transferShow is /transfers/{id}: both answers in five seconds.
func (s *Server) transferShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	order, err := parseOrder(c.QueryParam("order"))
	if err != nil {
		return err
	}
	caller, err := front.CallerOf(c, templates.OfPayment)
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	face := s.Face(who)
	view, health, err := s.readTransferPage(c, id, face)
	if isMissing(err) {
		return s.showUnnamed(c, who, id)
	}
	if err != nil {
		return err
	}
	view.order = order
	view.allNotes = c.QueryParam("notes") == "all"
	s.want(view)
	s.wantHolder(view.paper())
	page := s.transferPage(s.Frame(c, who, templates.NavNone, health), who, view, face)
	s.Meet(c, who, &page.Frame, live.Transfer(id), view.identity.topics(view.facts.Profile)...)
	page.All = c.QueryParam("rows") == "all"
	if page.Card.Caller = caller; view.facts.Inbound != nil {
		page.Card.Caller.Of = templates.OfIncoming
	}
	s.putToast(c, &page, who, view, face)
	cite(&page)
	return s.OK(c, templates.TransferShow(page))
}

// putToast writes onto the page what its reader did just now.
func (s *Server) putToast(c echo.Context, page *templates.TransferPage, who auth.Actor, view transferView, face front.Face) {
	page.Toast = s.workToast(c, who, view, page.Work, face)
	if toast := noteToast(c, who, view); toast != nil {
		page.Toast, page.Notes.Form.Saved = toast, c.QueryParam("did") == didNote
	}
}

// transferPage makes the page of what was read.
func (s *Server) transferPage(frame templates.Frame, who auth.Actor, view transferView, face front.Face) templates.TransferPage {
	view.reader = who
	f := view.facts
	a := s.composeView(view, face)
	frame.Title = a.Headline.Text + " · " + front.IDText(f.Transfer)
	page := templates.TransferPage{
		Frame:     frame,
		ID:        front.IDText(f.Transfer),
		Profile:   front.IDText(f.Profile),
		Named:     view.identity.named(),
		Account:   front.IDText(f.Account),
		Amount:    amountOf(f),
		Tag:       templates.StageTag(a.Tag, a.Tone, a.Stage),
		Card:      answerCard(a, face),
		Flags:     flagStrip(a.Flags, face),
		Failures:  failureCards(a.Failures, face),
		Failed:    len(a.Failures),
		Cases:     caseCards(a.Cases, face),
		CasesAt:   face.At(f.CasesAt),
		Refunds:   refundCards(a.Refunds, face),
		Refunded:  len(a.Refunds),
		MoneyNote: a.MoneyNote.Text,

		StateRefunded: f.State() == transfer.FundsRefunded,
		Movements:     movedCards(f, face),
		Also:          s.activities.Things(view.things, face),
		Kept:          event.Rows(view.kept, face),
	}
	s.putTold(&page, view, face)
	s.putOurs(&page, who, view, a, face)
	page.CasesNever = frame.Feed != nil && !frame.Feed.Partial && slices.Contains(frame.Feed.Never, feed.CasesType)
	if created, held := f.CreatedAt(); held {
		page.Created = face.At(created)
	}
	page.Customer = s.accountPair(view.identity, view.beside.of(f.Profile), face)
	s.putTimeline(&page, view, face)
	linkLocked(&page, who)
	return page
}

// putTimeline writes onto the page what happened, in the order that was asked for.
func (s *Server) putTimeline(page *templates.TransferPage, view transferView, face front.Face) {
	page.Timeline, page.Unplaced = timeline(view, s.catalogue(), face)
	page.Learned = view.order == byLearning
	page.Timeline = wording.WordInbound(view.facts, page.Timeline)
}

// putTold writes onto the page what Wise's API adds, and what was seen before.
func (s *Server) putTold(page *templates.TransferPage, view transferView, face front.Face) {
	f := view.facts
	page.Told, page.AmountTold = s.told(view, face), amountTold(view.told.details)
	page.CaseAmount, page.CasesTold = caseAmount(f, view.told.details, face), casesTold(f, view.told.details, face)
	page.Seen = s.seenBefore(view, face)
	page.Payout = view.paper().reference()
}

// putOurs writes onto the page what our own people did about the transfer, and what
// the reader may do now.
func (s *Server) putOurs(page *templates.TransferPage, who auth.Actor, view transferView, a answer.Answer, face front.Face) {
	page.LastTold, page.Card.Transfer = lastTold(view.tellings, face), page.ID
	page.Work = workSection(view, a, who, face)
	page.Flags = append(page.Flags, followUpStrip(view.work.held, view.work.people, face)...)
	page.Notes = noteList(view, who, face)
	page.Actions = append(page.Actions, s.askAction(view, face))
	page.Actions = append(page.Actions, s.paperActions(view.paper())...)
	page.Actions = append(page.Actions, s.cancelAction(who, view, a.Stop), s.caseAction(view))
	page.OurCases = s.ourCaseCards(view.ourCases, face)
	page.Cancellation = lastCancellation(view.cancellations, view.facts, face, s.Cfg.Wall())
	page.Cancellations = cancellationCards(view.cancellations, face, s.Cfg.Wall())
}
