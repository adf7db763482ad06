package web

import (
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// waitingForCustomer is the state in which Wise waits for what only the customer may
// know (partner-support#case-changed 5.0.0); it is our turn to ask them.
const waitingForCustomer = "WAITING_CUSTOMER_INPUT"

// caseTurn is whose turn it can be, and what the list says when it holds nothing.
type caseTurn struct {
	turn, label, none string
	fits              func(f activity.Facts, a answer.ActivityAnswer) bool
}

// caseTurns are the choices, the first that which is shown unasked.
func caseTurns() []caseTurn {
	of := func(who reason.Who) func(activity.Facts, answer.ActivityAnswer) bool {
		return func(_ activity.Facts, a answer.ActivityAnswer) bool { return a.WhoActs == who }
	}
	return []caseTurn{
		{"", "All", "There is no support case with Wise.", func(activity.Facts, answer.ActivityAnswer) bool { return true }},
		{"us", "Our turn", "No case waits for us.", of(reason.Us)},
		{"customer", "The customer’s input", "No case waits for what only the customer may know.", func(f activity.Facts, a answer.ActivityAnswer) bool {
			return !a.Locked && f.State() == waitingForCustomer
		}},
		{"wise", "Wise’s turn", "No case is with Wise.", of(reason.Wise)},
		{"over", "Over", "No case is over.", of(reason.Nobody)},
	}
}

// caseList is /cases: support cases with Wise, those that events told of and those
// that were opened from here, the last change first.
func (s *Server) caseList(c echo.Context, who auth.Actor) error {
	turns := caseTurns()
	at := slices.IndexFunc(turns, func(t caseTurn) bool { return t.turn == c.QueryParam("turn") })
	if at < 0 {
		return fault.New(fault.Invalid, "There is no such list: turn is us, customer, wise or over.")
	}
	chosen, cursor, face := turns[at], c.QueryParam("cursor"), s.Face(who)
	var page store.Page[store.ListedCase]
	var rows []templates.CaseRow
	var health *templates.Feed
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		keep := func(l store.ListedCase) bool {
			f := factsOfCase(l)
			return chosen.fits(f, s.activities.Say(f, nil, face))
		}
		if page, err = r.SupportCases(keep, cursor, front.RowsPerPage); err != nil {
			return err
		}
		if rows, err = s.caseRows(r, page.Rows, face); err != nil {
			return err
		}
		health, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	out := templates.CaseListPage{Frame: s.Frame(c, who, templates.NavCases, health), Rows: rows, More: page.Next != "",
		Empty: caseListEmpty(chosen, health), Pager: casePager(chosen, page.Next, cursor)}
	out.Title = chosen.label + " · Support cases with Wise"
	s.GoLive(c, &out.Frame, live.Cases)
	for _, t := range turns {
		out.Tabs = append(out.Tabs, templates.CaseTab{Link: templates.Link{Href: turnPath(t), Text: t.label}, Current: t.turn == chosen.turn})
	}
	return s.OK(c, templates.CaseList(out))
}

func turnPath(t caseTurn) string {
	if t.turn == "" {
		return "/cases"
	}
	return "/cases?" + url.Values{"turn": {t.turn}}.Encode()
}

func casePager(t caseTurn, next, here string) templates.Pager {
	var p templates.Pager
	if next != "" {
		p.Next = "/cases?" + url.Values{"turn": {t.turn}, "cursor": {next}}.Encode()
	}
	if here != "" {
		p.First = turnPath(t)
	}
	return p
}

// caseListEmpty tells "nothing has come yet" from "nothing waits".
func caseListEmpty(t caseTurn, feed *templates.Feed) templates.Empty {
	if t.turn == "" {
		return templates.Empty{Kind: templates.NothingYet, Title: "No support case yet",
			Text: "No partner-support#case-changed event has come, and nobody has opened a case from here. That is not to say that Wise has none."}
	}
	return templates.Empty{Kind: templates.NothingMatches, Title: "Nothing here", Text: t.none, Clear: "/cases"}
}
