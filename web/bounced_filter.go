package web

import (
	"net/url"
	"slices"

	"transferdesk/internal/auth"
	"transferdesk/internal/money"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// bouncedFilter draws the filters of /bounced; their state is the address. The
// form stands open only where it found nothing: the rows are what was asked for.
func (s *Server) bouncedFilter(query url.Values, filter store.BouncedFilter, v bouncedView, who auth.Actor) templates.Filter {
	reasonTitle := func(code string) string { return s.catalogue().Failure(code).Title }
	reasons := front.Offered(v.reasons, func(code string) bool { return s.catalogue().Failure(code).Known })
	currencies := front.Offered(v.currencies, money.KnownCurrency)
	stage := func(code string) string { return wording.StageWords[transfer.Stage(code)] }
	chosen := front.Severals(query, "stage")
	f := templates.Filter{
		Action: "/bounced",
		Groups: []templates.FilterGroup{
			{Name: "stage", Label: "Stage", Choices: front.Choices(stageCodes(), chosen, stage)},
			{Name: "reason", Label: "Reason", Choices: front.Choices(together(reasons, filter.Reasons), filter.Reasons, reasonTitle)},
			{Name: "currency", Label: "Currency", Choices: front.Choices(together(currencies, filter.Currencies), filter.Currencies, front.Itself)},
			assigneeGroup(v.beside.hands.people, who, front.Severals(query, "assignee")),
		},
		Fields: []templates.FilterField{{Name: "since", Label: "In this stage since", Type: "date", Value: query.Get("since"), Hint: "or later, in UTC"}},
	}
	f.Chips = slices.Concat(
		front.Chips("/bounced", query, "stage", "Stage", chosen, stage),
		front.Chips("/bounced", query, "reason", "Reason", filter.Reasons, reasonTitle),
		front.Chips("/bounced", query, "currency", "Currency", front.Severals(query, "currency"), front.Itself),
		front.Chips("/bounced", query, "assignee", "Assignee", front.Severals(query, "assignee"), v.beside.hands.people.chosenName),
		front.Chips("/bounced", query, "since", "Since", front.Severals(query, "since"), front.Itself),
	)
	if len(f.Chips) > 0 {
		f.Clear, f.Open = "/bounced", len(v.page.Rows) == 0
	}
	return f
}

// together offers what there is and what is chosen though there is none of it.
func together(there, chosen []string) []string {
	all := slices.Clone(there)
	for _, v := range chosen {
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	return all
}

// bouncedEmpty tells "none yet" from "the filter takes none".
func bouncedEmpty(query url.Values) templates.Empty {
	if len(query) > 0 {
		return templates.Empty{Kind: templates.NothingMatches, Title: "No transfer matches",
			Text: "No transfer with a payout problem passes all of these filters.", Clear: "/bounced"}
	}
	return templates.Empty{Kind: templates.NothingYet, Title: "No payout problem yet",
		Text: "No payout has failed or come back, as far as Wise has told us."}
}
