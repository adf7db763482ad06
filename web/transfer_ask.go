package web

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/inquiry"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// transferAsk asks Wise for one transfer and goes back to its page, which says what
// came of it: what Wise said is kept, and so is its trouble.
func (s *Server) transferAsk(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	err = s.Cfg.Reconcile.Ask(c.Request().Context(), who, front.RequestID(c), id)
	if err != nil && api.TroubleOf(err) == nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/transfers/"+front.IDText(id))
}

// askAction is the button on the transfer's page.
func (s *Server) askAction(v transferView, face front.Face) templates.Action {
	action := askButton(v.facts.Transfer)
	action.Note = askedNote(v.facts, v.told.details, face)
	if _, by := s.Cfg.Enrich.Speaker(v.identity.Links.Users()); by == api.ByNone {
		action.Why = "Wise’s API cannot be asked on behalf of this customer: there is neither a token of their Wise user nor a personal token."
	}
	return action
}

func askButton(id int64) templates.Action {
	return templates.Action{ID: "ask", Label: "Ask Wise now", Icon: templates.IconSearch, Post: "/transfers/" + front.IDText(id) + "/ask"}
}

// askedNote says how what Wise's API said last stands to what we hold; empty when it
// says nothing about the state that is held now.
func askedNote(f transfer.Facts, told store.Told[api.Transfer], face front.Face) string {
	if told.Trouble != nil {
		return "The last try, " + face.Text(told.TriedAt) + ", gave no answer."
	}
	held, _ := f.Held()
	if !told.Known || told.At.Before(held.At) && !held.Seen {
		return ""
	}
	asked := "asked " + face.Text(told.At) + "."
	status := string(wise.StateOf(told.Value.Status))
	switch same := wise.IsSeen(told.Value.Status, held.State); {
	case same && held.Seen:
		return "Wise has it as " + status + ", " + asked + " No event has told of that yet; it may still be on its way."
	case same:
		return "Wise says the same: " + status + ", " + asked
	}
	return "Wise had it as " + status + ", " + asked + " What came since stands above."
}

// askNobodyKnows is the button for a number that no event has named.
func (s *Server) askNobodyKnows(who auth.Actor, id int64) *templates.Action {
	if id <= 0 || !who.May(auth.AskTransfer) || s.Cfg.Wise.Access(0) == api.ByNone {
		return nil
	}
	action := askButton(id)
	action.Label = "Ask Wise for transfer " + strconv.FormatInt(id, 10)
	return &action
}

// askFound offers to ask Wise for what was searched for, where it is one number.
func (s *Server) askFound(who auth.Actor, q inquiry.Inquiry) *templates.Action {
	var ids []int64
	for _, t := range q.Terms {
		if t.Kind == inquiry.Number {
			ids = append(ids, t.ID)
		}
	}
	if len(ids) != 1 {
		return nil
	}
	return s.askNobodyKnows(who, ids[0])
}

// showUnnamed is the page of a transfer that no event has named: Wise may know it.
func (s *Server) showUnnamed(c echo.Context, who auth.Actor, id int64) error {
	face := s.Face(who)
	var told store.Told[api.Transfer]
	var feed *templates.Feed
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if told, err = store.ToldOf[api.Transfer](r, store.OfTransferDetails, id); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	frame := s.Frame(c, who, templates.NavNone, feed)
	frame.Title = "Transfer " + front.IDText(id) + " is not known"
	page := templates.MissingTransfer{Frame: frame, ID: front.IDText(id), Ask: s.askNobodyKnows(who, id), TriedAt: face.At(told.TriedAt)}
	switch {
	case told.Trouble != nil:
		page.Trouble, page.Trace = told.Trouble.Text, told.Trouble.TraceID
	case told.Known:
		page.Status = string(wise.StateOf(told.Value.Status))
	}
	return s.Render(c, http.StatusNotFound, templates.TransferMissing(page))
}

// isMissing says whether nothing is known of what was asked for.
func isMissing(err error) bool { return fault.KindOf(err) == fault.NotFound }
