package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/feed"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
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
	tellings      []store.Telling      // what the customer was told, newest first
	work          workView             // what our own people do about it
	notes         []store.Note         // for our own people, newest first
	looks         []store.Look         // who opened its page, the first to look first
	reader        auth.Actor           // who reads the page; what may be done with a note is a matter of that
	allNotes      bool                 // also the old notes are shown in full

	recurrence recurrenceView    // what was seen before; of pages and JSON of one transfer
	incidents  []answer.Incident // of now, also those that it is not part of; likewise

	inFlight int64 // transfers that a restriction of the account is about; 0: it is not restricted
}

// readTransfer folds the transfer's events again for its timeline; the facts are
// those stored, which lists show too.
func readTransfer(r *store.Reader, id int64) (v transferView, err error) {
	if v.facts, err = r.Transfer(id); err != nil {
		return v, err
	}
	for _, read := range []func(*store.Reader) error{v.readHistory, v.readCustomer, v.readAsked, v.readWork} {
		if err := read(r); err != nil {
			return transferView{}, err
		}
	}
	return v, nil
}

// readHistory reads what came of the transfer itself.
func (v *transferView) readHistory(r *store.Reader) error {
	events, err := r.TransferEvents(v.facts.Transfer)
	if err != nil {
		return err
	}
	_, v.entries = transfer.Fold(v.facts.Transfer, events)
	if v.arrivals, err = r.ArrivalCounts(carriers(v.entries)); err != nil {
		return err
	}
	v.kept, err = r.KeptAbout(store.OfTransfer, v.facts.Transfer)
	return err
}

// readCustomer reads whose it is, and what else bears upon it.
func (v *transferView) readCustomer(r *store.Reader) (err error) {
	if v.identity, err = readIdentity(r, v.facts.Profile); err != nil {
		return err
	}
	if v.things, err = r.ActivitiesOfTransfer(v.facts.Transfer); err != nil {
		return err
	}
	if v.beside, err = readBeside(r, []transfer.Facts{v.facts}); err != nil {
		return err
	}
	if v.recipient, err = readRecipient(r, v.facts.Account); err != nil {
		return err
	}
	profiles, err := profilesOfAccount(r, v.facts.Profile, v.identity.account(), v.beside.of(v.facts.Profile))
	if err != nil {
		return err
	}
	v.inFlight, err = countFlights(r, profiles)
	return err
}

// readAsked reads what was asked of Wise, and what Wise said.
func (v *transferView) readAsked(r *store.Reader) (err error) {
	if v.cancellations, err = r.Cancellations(v.facts.Transfer); err != nil {
		return err
	}
	opened, err := r.SupportCasesOfTransfer(v.facts.Transfer)
	if err != nil {
		return err
	}
	if v.ourCases, err = readOurCases(r, opened); err != nil {
		return err
	}
	if v.tellings, err = r.Tellings(v.facts.Transfer); err != nil {
		return err
	}
	if v.notes, err = r.Notes(v.facts.Transfer); err != nil {
		return err
	}
	v.told, err = readTold(r, v.facts, v.identity, v.beside)
	return err
}

// carriers lists every delivery behind the entries.
func carriers(entries []transfer.Entry) []int64 {
	var ids []int64
	for _, e := range entries {
		ids = append(ids, wording.Deliveries(e.Sources)...)
	}
	return ids
}

// readTransferPage reads what a page about one transfer shows, and the health of the
// feeds that it rests on; fault.NotFound for one that no event has named.
func (s *Server) readTransferPage(c echo.Context, id int64, face front.Face) (view transferView, health *templates.Feed, err error) {
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readTransfer(r, id); err != nil {
			return err
		}
		if view.looks, err = r.LooksAt(store.HandleTransfer, id); err != nil {
			return err
		}
		if err = s.readLens(r, &view); err != nil {
			return err
		}
		if view.beside.history, err = s.past.read(r, face.Now); err != nil {
			return err
		}
		health, err = front.ReadFeed(r, face, feed.OfTransfers()...)
		return err
	})
	return view, health, err
}

// readLens reads what is only seen across transfers: what came before, and what is
// coming to many just now.
func (s *Server) readLens(r *store.Reader, v *transferView) (err error) {
	if v.recurrence, err = s.readRecurrence(r, v.facts, v.told.details); err != nil {
		return err
	}
	v.incidents, err = s.readIncidents(r)
	return err
}
