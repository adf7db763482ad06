package web

import (
	"slices"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// apiTransfer is GET /api/v1/transfers/{id}. Only
// answer.customer_text may go to a customer.
type apiTransfer struct {
	ID          int64        `json:"id"`
	Profile     *int64       `json:"profile_id"`
	Account     *int64       `json:"recipient_account_id"`
	State       *string      `json:"state"`
	StateLabel  *string      `json:"state_label"`
	Since       *string      `json:"since"`
	Bounced     bool         `json:"bounced"`
	Answer      apiAnswer    `json:"answer"`
	Timeline    []apiEntry   `json:"timeline"`
	ActiveCases []apiCase    `json:"active_cases"`
	Failures    []apiFailure `json:"failures"`
	Refunds     []apiRefund  `json:"refunds"`
	Flags       []apiFlag    `json:"flags"`
	Estimate    *apiEstimate `json:"estimate"` // null: not known, or of an attempt that is over
	Details     *apiDetails  `json:"details"`  // null: Wise's API has not told them
	Stoppable   apiStoppable `json:"stoppable"`

	Recurrence *apiRecurrence `json:"recurrence"` // null: not known yet, since older events are being read again

	Cancellation *apiCancellation `json:"cancellation"`
	Told         *apiTold         `json:"told"` // null: nothing was noted
	Work         apiWork          `json:"work"`
	Notes        []apiNote        `json:"notes"` // newest first, those that were withdrawn left out
	Clock        []apiClock       `json:"clock"` // empty: not known just now
	Audience     front.Audience   `json:"audience"`
}

type apiAnswer struct {
	Code         answer.Code     `json:"code"`
	Headline     string          `json:"headline"`
	Where        string          `json:"where"`
	Why          string          `json:"why"`
	WhoActs      reason.Who      `json:"who_acts"`
	NewPayment   *apiNewPayment  `json:"new_payment"`
	Next         string          `json:"next"`
	CustomerText string          `json:"customer_text"`
	Evidence     []int64         `json:"evidence"`
	Sentences    []apiSentence   `json:"sentences"`
	Audiences    answerAudiences `json:"audiences"`
}

type apiNewPayment struct {
	Who      reason.Who     `json:"who"`
	Ask      string         `json:"ask"`
	Retry    reason.Retry   `json:"retry"`
	Audience front.Audience `json:"audience"`
}

type apiEntry struct {
	Kind       transfer.Kind  `json:"kind"`
	OccurredAt *string        `json:"occurred_at"`
	ReceivedAt *string        `json:"received_at"`
	From       *string        `json:"from"`
	To         *string        `json:"to"`
	Code       *string        `json:"code"`
	Amount     *string        `json:"amount"`
	Currency   *string        `json:"currency"`
	Note       *string        `json:"note"`
	Event      *int64         `json:"event_id"` // null of what is no event of Wise's
	Repeats    int            `json:"repeats"`
	By         *string        `json:"by"` // of customer_told and work; else null
	Audience   front.Audience `json:"audience"`
}

type apiCase struct {
	Code     string         `json:"code"`
	Title    string         `json:"title"`
	Since    *string        `json:"since"`
	Evidence []int64        `json:"evidence"`
	Audience front.Audience `json:"audience"`
}

type apiFailure struct {
	Code       string         `json:"code"`
	Title      string         `json:"title"`
	Meaning    string         `json:"meaning"`
	Fix        string         `json:"fix"`
	WhoActs    reason.Who     `json:"who_acts"` // of the new payment
	OccurredAt *string        `json:"occurred_at"`
	Evidence   []int64        `json:"evidence"`
	Audience   front.Audience `json:"audience"`
}

type apiFlag struct {
	Code     string         `json:"code"`
	Text     string         `json:"text"`
	Since    *string        `json:"since"`
	Evidence []int64        `json:"evidence"`
	Audience front.Audience `json:"audience"`
}

// transferJSON is the JSON of the same facts and answer as the page's.
func transferJSON(v transferView, a answer.Answer, cards reason.Catalogue) apiTransfer {
	f := v.facts
	out := apiTransfer{
		ID:          f.Transfer,
		Profile:     front.OrNull(f.Profile),
		Account:     front.OrNull(f.Account),
		Since:       front.RFCOrNull(a.SinceAt),
		Bounced:     f.EverBounced(),
		Answer:      answerJSON(a),
		ActiveCases: []apiCase{}, Failures: []apiFailure{},
	}
	if a.SinceAsked {
		out.Since = nil // the flag state_by_asking says when we asked
	}
	if held, ok := f.Held(); ok {
		out.State, out.StateLabel = front.OrNull(string(held.State)), front.OrNull(wording.Of(held.State).Label)
	}
	inbound := wording.IsInbound(v.entries)
	out.Timeline = timelineJSON(v, func(i int) apiEntry { return entryJSON(v.entries[i], inbound, v.arrivals, cards) })
	for _, c := range a.Cases {
		out.ActiveCases = append(out.ActiveCases, apiCase{Code: c.Card.Code, Title: c.Card.Title, Since: front.RFCOrNull(c.Since), Audience: audienceOf(c.Card.Openness), Evidence: front.IDs(c.Evidence)})
	}
	for _, failure := range a.Failures {
		out.Failures = append(out.Failures, failureJSON(failure))
	}
	out.Refunds = refundsJSON(a.Refunds)
	out.Estimate, out.Details = estimateJSON(v), detailsJSON(v.told)
	out.Clock = clockJSON(a.Clocks)
	out.Stoppable, out.Cancellation = apiStoppable{Answer: a.Stop.Answer, Why: a.Stop.Why}, cancellationJSON(v.cancellations)
	out.Told, out.Work = toldJSON(v.tellings, a), workJSON(v.work)
	out.Notes = notesJSON(v.notes)
	out.Recurrence = recurrenceJSON(v.recurrence)
	out.Flags = flagsJSON(a.Flags)
	return out
}

func flagsJSON(flags []answer.Flag) []apiFlag {
	out := make([]apiFlag, 0, len(flags))
	for _, f := range flags {
		out = append(out, apiFlag{Code: f.Code, Text: f.Text, Since: front.RFCOrNull(f.Since), Evidence: front.IDs(f.Evidence)})
	}
	return out
}

func answerJSON(a answer.Answer) apiAnswer {
	out := apiAnswer{
		Code: a.Code, Headline: a.Headline.Text, Where: a.Where.Text, Why: a.Why.Text, WhoActs: a.WhoActs,
		Next: a.Next.Text, CustomerText: a.CustomerText.Text, Evidence: front.IDs(a.Evidence), Sentences: sentencesJSON(a), Audiences: audiencesOfAnswer(),
	}
	if a.NewPayment != nil {
		out.NewPayment = &apiNewPayment{Who: a.NewPayment.Who, Ask: a.NewPayment.Ask, Retry: a.NewPayment.Retry}
	}
	return out
}

func failureJSON(f answer.Failure) apiFailure {
	meaning := f.Card.Meaning
	if !f.Card.Known && f.Described != "" {
		meaning += " It says: " + f.Described
	}
	return apiFailure{
		Code: f.Card.Code, Title: f.Card.Title, Meaning: meaning, Fix: f.Card.Fix,
		WhoActs: f.Card.NewPayment, OccurredAt: front.RFCOrNull(f.At), Audience: audienceOf(f.Card.Openness), Evidence: front.IDs(f.Evidence),
	}
}

// entryJSON is one event of the timeline, oldest first. A delivery id of the
// first carrier leads to the raw event.
func entryJSON(e transfer.Entry, inbound bool, arrivals map[int64]int, cards reason.Catalogue) apiEntry {
	out := apiEntry{
		Kind:       e.Kind,
		OccurredAt: front.RFCOrNull(e.At.Time),
		ReceivedAt: front.OrNull(when.RFC(wording.FirstArrival(e.Sources))),
		From:       front.OrNull(string(e.From)),
		To:         front.OrNull(string(e.To)),
		Code:       front.OrNull(entryCode(e)),
		Note:       front.OrNull(entryNote(e, inbound, cards)),
		Event:      front.OrNull(e.Source.Delivery),
		Repeats:    wording.Repeats(e.Sources, arrivals),
		Audience:   audienceOfCodes(slices.Concat(e.Cases, []string{e.Code, string(e.From), string(e.To)})...),
	}
	if e.Kind == transfer.StateSeen {
		out.OccurredAt = nil // when we asked is not when it happened
	}
	out.Amount, out.Currency = front.AmountOrNull(entryAmount(e))
	return out
}
