package web

import (
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/reason"
	"transferdesk/store"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// apiCustomer is GET /api/v1/customers/{profile_id}. The user is the linked one
// whose account state decides; what is not known is null.
type apiCustomer struct {
	Profile      int64                `json:"profile_id"`
	User         *int64               `json:"user_id"`
	Reference    *string              `json:"reference"`
	Name         *string              `json:"name"`
	Account      apiAccount           `json:"account"`
	Links        []apiLink            `json:"links"`
	Verification *string              `json:"verification"`
	Transfers    []apiSummary         `json:"transfers"`
	NextCursor   *string              `json:"next_cursor"`
	OpenProblems []apiSummary         `json:"open_problems"`
	Activities   []activities.OneJSON `json:"activities"` // the newest of each kind
	Flags        []apiFlag            `json:"flags"`      // of the account, the verification and the links
	InFlight     *apiFlights          `json:"in_flight"`  // null: nothing is restricted, or nobody can say yet
	Audience     front.Audience       `json:"audience"`
}

// apiCustomerShow is GET /api/v1/customers/{profile_id}.
func (s *Server) apiCustomerShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "profile")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewCustomer, "profile", id); err != nil {
		return err
	}
	ask := customerAsk{profile: id, transfers: c.QueryParam("cursor")}
	var view customerView
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readCustomer(r, ask); err != nil {
			return err
		}
		return s.readCustomerLens(r, &view)
	})
	if err != nil {
		return err
	}
	s.wantProfile(id, view.whose, view.identity)
	return front.OKJSON(c, s.customerJSON(id, view))
}

func (s *Server) customerJSON(id int64, v customerView) apiCustomer {
	now := s.Now()
	entry, _ := v.identity.Entry()
	out := apiCustomer{
		Profile:      id,
		Reference:    front.OrNull(entry.Reference),
		Name:         front.OrNull(entry.Name),
		Account:      s.accountJSON(v.identity, v.beside.of(id), now),
		Links:        linksJSON(v.identity.Links),
		Transfers:    s.summaries(v.transfers.Rows, v.beside, now),
		NextCursor:   front.OrNull(v.transfers.Next),
		OpenProblems: s.summaries(v.problems, v.beside, now),
		Verification: v.things.verificationJSON(),
		Activities:   s.activities.ListJSON(v.things.facts, now),
		Flags:        flagsJSON(s.customerChecks(v, s.CompanyAt(now))),
		InFlight:     s.flightsJSON(v.flights, s.decidesFor(v, s.CompanyAt(now)), now),
	}
	if account := v.identity.account(); account != nil {
		out.User = front.OrNull(account.User)
	}
	return out
}

// apiLink is one user that a source names, and whether its account counts here.
type apiLink struct {
	User      int64   `json:"user_id"`
	Source    string  `json:"source"` // of the claim that decides: lead, import, api or event
	Since     *string `json:"since"`
	Counts    bool    `json:"counts"`
	Withdrawn bool    `json:"withdrawn"`
}

func linksJSON(links customer.Links) []apiLink {
	words := map[customer.LinkSource]string{customer.ByLead: "lead", customer.ByImport: "import", customer.ByAPI: "api", customer.ByLearned: "event"}
	out := []apiLink{}
	for _, l := range links {
		source := l.Source()
		out = append(out, apiLink{User: l.User, Source: words[source.Source], Since: front.RFCOrNull(source.At), Counts: l.Counts, Withdrawn: l.Withdrawn()})
	}
	return out
}

// verificationJSON is the state of the customer's verification as Wise spells it;
// null: not told.
func (t customerThings) verificationJSON() *string {
	known := t.of(activity.Verification)
	if len(known) == 0 || slices.ContainsFunc(known, func(f activity.Facts) bool { return reason.IsLocked(f.State()) }) {
		return nil
	}
	return front.OrNull(known[0].State())
}
