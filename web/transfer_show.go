package web

import (
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/internal/feed"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// transferView is what both the page and the JSON of a transfer are made of.
type transferView struct {
	facts     transfer.Facts
	entries   []transfer.Entry // oldest first
	arrivals  map[int64]int    // by delivery
	identity  identityView     // of the customer
	things    []activity.Facts // what else names the transfer
	beside    beside           // what changes the answer and is in none of the transfer's events
	told      toldView         // by Wise's API
	recipient *activity.Facts  // the account paid to; nil: no event has told of it
	order     timelineOrder    // of the timeline
	kept      []store.EventRow // name the transfer, and no fact rests on them

	cancellations []store.Cancellation // asked of Wise, newest first
	ourCases      []ourCase            // opened from here, newest first
}

// readTransfer folds the transfer's events again for its timeline; the facts are
// those stored, which lists show too.
func readTransfer(r *store.Reader, id int64) (transferView, error) {
	facts, err := r.Transfer(id)
	if err != nil {
		return transferView{}, err
	}
	events, err := r.TransferEvents(id)
	if err != nil {
		return transferView{}, err
	}
	_, entries := transfer.Fold(id, events)
	arrivals, err := r.ArrivalCounts(carriers(entries))
	if err != nil {
		return transferView{}, err
	}
	identity, err := readIdentity(r, facts.Profile)
	if err != nil {
		return transferView{}, err
	}
	things, err := r.ActivitiesOfTransfer(id)
	if err != nil {
		return transferView{}, err
	}
	beside, err := readBeside(r, []transfer.Facts{facts})
	if err != nil {
		return transferView{}, err
	}
	recipient, err := readRecipient(r, facts.Account)
	if err != nil {
		return transferView{}, err
	}
	cancellations, err := r.Cancellations(id)
	if err != nil {
		return transferView{}, err
	}
	opened, err := r.SupportCasesOfTransfer(id)
	if err != nil {
		return transferView{}, err
	}
	ours, err := readOurCases(r, opened)
	if err != nil {
		return transferView{}, err
	}
	told, err := readTold(r, facts, identity, beside)
	if err != nil {
		return transferView{}, err
	}
	kept, err := r.KeptAbout(store.OfTransfer, id)
	return transferView{told: told, facts: facts, recipient: recipient, entries: entries, arrivals: arrivals, identity: identity, things: things, beside: beside, kept: kept, cancellations: cancellations, ourCases: ours}, err
}

// carriers lists every delivery behind the entries.
func carriers(entries []transfer.Entry) []int64 {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, deliveries(e.Sources)...)
	}
	return ids
}

// transferShow is /transfers/{id}: both answers in five seconds.
func (s *Server) transferShow(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "transfer")
	if err != nil {
		return err
	}
	order, err := parseOrder(c.QueryParam("order"))
	if err != nil {
		return err
	}
	if err := s.recordView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	face := s.face()
	var view transferView
	var health *templates.Feed
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readTransfer(r, id); err != nil {
			return err
		}
		health, err = readFeed(r, face, feed.OfTransfers()...)
		return err
	})
	if isMissing(err) {
		return s.showUnnamed(c, who, id)
	}
	if err != nil {
		return err
	}
	view.order = order
	s.want(view)
	s.wantHolder(view.paper())
	page := s.transferPage(s.frame(c, who, templates.NavNone, health), who, view, face)
	page.All = c.QueryParam("rows") == "all"
	return s.ok(c, templates.TransferShow(page))
}

func (s *Server) transferPage(frame templates.Frame, who auth.Actor, view transferView, face clockface) templates.TransferPage {
	f := view.facts
	a := s.composeView(view, face.now)
	frame.Title = a.Headline.Text + " · " + idText(f.Transfer)
	page := templates.TransferPage{
		Frame:     frame,
		ID:        idText(f.Transfer),
		Profile:   idText(f.Profile),
		Named:     view.identity.named(),
		Account:   idText(f.Account),
		Amount:    amountOf(f),
		Tag:       templates.StageTag(a.Tag, a.Tone, a.Stage),
		Card:      answerCard(a, face),
		Flags:     flagStrip(a.Flags, face),
		Failures:  failureCards(a.Failures, face),
		Cases:     caseCards(a.Cases, face),
		CasesAt:   face.at(f.CasesAt),
		Refunds:   refundCards(f.Refunds, face),
		Movements: movedCards(f, face),
		Also:      s.things(view.things, face),
		Kept:      eventRows(view.kept, face),
	}
	page.Told, page.AmountTold = s.told(view, face), amountTold(view.told.details)
	page.CaseAmount, page.CasesTold = caseAmount(f, view.told.details, face), casesTold(f, view.told.details, face)
	page.Payout = view.paper().reference()
	page.Actions = append(page.Actions, s.askAction(view, face))
	page.Actions = append(page.Actions, s.paperActions(view.paper())...)
	page.Actions = append(page.Actions, s.cancelAction(who, view, a.Stop), s.caseAction(view))
	page.OurCases = s.ourCaseCards(view.ourCases, face)
	page.Cancellation = lastCancellation(view.cancellations, f, face, s.cfg.Wall())
	page.Cancellations = cancellationCards(view.cancellations, face, s.cfg.Wall())
	page.CasesNever = frame.Feed != nil && !frame.Feed.Partial && slices.Contains(frame.Feed.Never, feed.CasesType)
	if created, held := f.CreatedAt(); held {
		page.Created = face.at(created)
	}
	page.Customer = s.accountPair(view.identity.account(), view.beside.of(f.Profile), face)
	page.Timeline, page.Unplaced = timeline(view.entries, view.order, view.arrivals, s.cfg.Catalogue, face)
	page.Learned = view.order == byLearning
	page.Timeline = wordInbound(f, page.Timeline)
	return page
}
