package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/web/front"
)

// apiSummary is one transfer in a list.
type apiSummary struct {
	ID          int64          `json:"id"`
	Profile     *int64         `json:"profile_id"`
	State       *string        `json:"state"`
	StateLabel  *string        `json:"state_label"`
	Stage       *string        `json:"stage"` // of a payout problem: failed, returned, cancelled, refunded
	Since       *string        `json:"since"`
	Amount      *string        `json:"amount"`
	Currency    *string        `json:"currency"`
	Answer      apiShortAnswer `json:"answer"`
	ActiveCases []apiCase      `json:"active_cases"`
	Failures    []apiFailure   `json:"failures"` // of the attempt that goes on now
	Refunds     []apiRefund    `json:"refunds"`
	Flags       []apiFlag      `json:"flags"`    // what does not fit, of each kind one: Answer.Checks
	Assignee    *apiPerson     `json:"assignee"` // null: nobody
	Audience    front.Audience `json:"audience"`
}

type apiShortAnswer struct {
	Code       answer.Code    `json:"code"`
	Headline   string         `json:"headline"`
	WhoActs    reason.Who     `json:"who_acts"`
	NewPayment *apiNewPayment `json:"new_payment"`
	Audience   front.Audience `json:"audience"`
}

// summaries composes one answer for each transfer of a list.
func (s *Server) summaries(list []transfer.Facts, all beside, now time.Time) []apiSummary {
	out := make([]apiSummary, 0, len(list))
	for _, f := range list {
		out = append(out, s.summary(f, all, now))
	}
	return out
}

func (s *Server) summary(f transfer.Facts, all beside, now time.Time) apiSummary {
	a := s.compose(f, all, s.CompanyAt(now))
	whole := transferJSON(transferView{facts: f}, a, s.catalogue())
	out := apiSummary{
		ID: whole.ID, Profile: whole.Profile, State: whole.State, StateLabel: whole.StateLabel,
		Stage: front.OrNull(string(a.Stage)), Since: whole.Since,
		Answer: apiShortAnswer{
			Code: a.Code, Headline: a.Headline.Text, WhoActs: a.WhoActs, NewPayment: whole.Answer.NewPayment,
		},
		ActiveCases: whole.ActiveCases, Failures: []apiFailure{}, Refunds: whole.Refunds, Flags: flagsJSON(a.Checks()),
	}
	out.Assignee = all.hands.person(f.Transfer)
	for _, failure := range currentOnly(a.Failures) {
		out.Failures = append(out.Failures, failureJSON(failure))
	}
	out.Amount, out.Currency = front.AmountOrNull(debited(f))
	return out
}

// debited is what was debited for a transfer; the zero Amount when that is not known.
func debited(f transfer.Facts) money.Amount {
	amount, _ := f.Amount()
	return amount
}
