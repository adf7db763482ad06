package web

import (
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
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
	chosen, cursor, face := turns[at], c.QueryParam("cursor"), s.face()
	var page store.Page[store.ListedCase]
	var rows []templates.CaseRow
	var health *templates.Feed
	err := s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		keep := func(l store.ListedCase) bool {
			f := factsOfCase(l)
			return chosen.fits(f, s.say(f, nil, face))
		}
		if page, err = r.SupportCases(keep, cursor, rowsPerPage); err != nil {
			return err
		}
		if rows, err = s.caseRows(r, page.Rows, face); err != nil {
			return err
		}
		health, err = readFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	out := templates.CaseListPage{Frame: s.frame(c, who, templates.NavCases, health), Rows: rows, More: page.Next != "",
		Empty: caseListEmpty(chosen, health), Pager: casePager(chosen, page.Next, cursor)}
	out.Title = chosen.label + " · Support cases with Wise"
	for _, t := range turns {
		out.Tabs = append(out.Tabs, templates.CaseTab{Link: templates.Link{Href: turnPath(t), Text: t.label}, Current: t.turn == chosen.turn})
	}
	return s.ok(c, templates.CaseList(out))
}

// factsOfCase is what events told of a case; of one that only we know, that it is
// being opened at Wise.
func factsOfCase(l store.ListedCase) activity.Facts {
	if l.Told != nil {
		return *l.Told
	}
	return factsOfOurs(*l.Ours)
}

// caseRows makes rows of cases, with the customers' names.
func (s *Server) caseRows(r *store.Reader, list []store.ListedCase, face clockface) ([]templates.CaseRow, error) {
	known, err := desk.KnownCases(r, numbersOf(list))
	if err != nil {
		return nil, err
	}
	var rows []templates.CaseRow
	var profiles []int64
	for _, l := range list {
		f := factsOfCase(l)
		rows, profiles = append(rows, s.caseRow(l, f, known, face)), append(profiles, f.Profile)
	}
	entries, err := r.EntriesOfProfiles(profiles)
	for i := range rows {
		if at := slices.IndexFunc(entries, func(e store.DirectoryEntry) bool { return e.Profile == profiles[i] && e.Profile != 0 }); at >= 0 && !rows[i].Thing.Locked {
			rows[i].Named = nameOf(entries[at])
		}
	}
	return rows, err
}

// numbersOf are Wise's numbers of those cases that have one.
func numbersOf(list []store.ListedCase) (ids []int64) {
	for _, l := range list {
		if id, ok := numberOfCase(factsOfCase(l).Key); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// caseRow makes the row of a case; one with a number that is not among the known ones
// is for compliance alone.
func (s *Server) caseRow(l store.ListedCase, f activity.Facts, known map[int64]bool, face clockface) templates.CaseRow {
	row := templates.CaseRow{Thing: thing(f, s.say(f, nil, face), face)}
	row.Thing.Transfer = idText(f.Transfer)
	locked := false
	if id, ok := numberOfCase(f.Key); ok {
		row.Thing.Href, locked = casePath(id), !known[id]
	}
	if l.Ours != nil {
		card := ourCaseCard(ourCase{*l.Ours, locked}, face, s.cfg.Wall())
		row.Ours = &card
		s.wordOurs(&row, l)
	}
	if row.Thing.Locked = row.Thing.Locked || locked; row.Thing.Locked {
		lockCase(&row.Thing)
	}
	return row
}

// wordOurs says of a case that no event has told of what became of opening it.
func (s *Server) wordOurs(row *templates.CaseRow, l store.ListedCase) {
	if l.Told != nil {
		return
	}
	row.Thing.Headline = joinedText(row.Ours.Title, row.Ours.Text)
	row.Thing.Since = row.Ours.At
	if l.Ours.Case == 0 {
		row.Thing.Tag.Tone = row.Ours.Tone
		row.Thing.Title, row.Thing.Href, row.Thing.Tag.Text = "No number yet", "/transfers/"+row.Ours.Transfer+"#our-cases", "Not known"
	}
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
