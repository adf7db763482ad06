package story

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/store"
)

// said is the whole answer: the JSON of the API, and what was composed for the reader.
type said struct {
	page     page
	composed answer.Answer  // in the reader's zone
	numbers  map[int64]int  // of the deliveries in the file
	reader   *time.Location // whose zone it is
}

// page is the JSON of a transfer, as far as an answer is told by it.
type page struct {
	State  *string `json:"state"`
	Answer struct {
		Code         string `json:"code"`
		Headline     string `json:"headline"`
		Where        string `json:"where"`
		Why          string `json:"why"`
		WhoActs      string `json:"who_acts"`
		Next         string `json:"next"`
		CustomerText string `json:"customer_text"`
		NewPayment   *struct {
			Who   string `json:"who"`
			Ask   string `json:"ask"`
			Retry string `json:"retry"`
		} `json:"new_payment"`
		Sentences []struct {
			Part, Text, Audience string
			Evidence             []int64
		} `json:"sentences"`
	} `json:"answer"`
	Timeline []line `json:"timeline"`
	Failures []struct {
		Code string `json:"code"`
	} `json:"failures"`
	Refunds []struct {
		Amount, Currency string
		OccurredAt       *string `json:"occurred_at"`
	} `json:"refunds"`
	Flags []struct {
		Code, Text string
		Evidence   []int64
	} `json:"flags"`
	Stoppable struct{ Answer, Why string } `json:"stoppable"`
}

// line is one event of the timeline.
type line struct {
	Kind       string  `json:"kind"`
	OccurredAt *string `json:"occurred_at"`
	From       *string `json:"from"`
	To         *string `json:"to"`
	Code       *string `json:"code"`
	Amount     *string `json:"amount"`
	Currency   *string `json:"currency"`
	Note       *string `json:"note"`
	Event      int64   `json:"event_id"`
	Repeats    int     `json:"repeats"`
}

// told opens the transfer's page now, through the API and by composing the answer
// once more for the reader's zone. Both must say the same where they have one zone.
func (w *world) told() said {
	w.t.Helper()
	w.now = w.life.settings.now
	s := said{numbers: w.numbers(), reader: w.life.settings.reader}
	req := httptest.NewRequest(http.MethodGet, "/api/v1/transfers/"+strconv.FormatInt(w.life.settings.transfer, 10), nil)
	req.Header.Set("Authorization", "Bearer "+w.token)
	got := w.ask(req)
	if got.Code != http.StatusOK {
		w.t.Fatalf("%s: the transfer's JSON: %d %s", w.life.name, got.Code, got.Body)
	}
	w.must(json.Unmarshal(got.Body.Bytes(), &s.page))
	s.composed = answer.Compose(w.input(w.life.settings.reader))
	w.compare(s.page, answer.Compose(w.input(w.life.settings.company)))
	return s
}

// compare holds the JSON against the composed answer.
func (w *world) compare(p page, a answer.Answer) {
	w.t.Helper()
	for name, pair := range map[string][2]string{
		"code":          {p.Answer.Code, string(a.Code)},
		"headline":      {p.Answer.Headline, a.Headline.Text},
		"who acts":      {p.Answer.WhoActs, string(a.WhoActs)},
		"customer text": {p.Answer.CustomerText, a.CustomerText.Text},
	} {
		if pair[0] != pair[1] {
			w.t.Errorf("%s: the JSON's %s is %q, composed is %q", w.life.name, name, pair[0], pair[1])
		}
	}
	w.compareSentences(p, a.Sentences())
}

// compareSentences holds each sentence of the JSON, with what it rests on, against the
// composed one, and sees that only one of them is for the customer.
func (w *world) compareSentences(p page, all []answer.Said) {
	w.t.Helper()
	var got, want []string
	for _, s := range p.Answer.Sentences {
		got = append(got, fmt.Sprintln(s.Part, s.Audience, s.Text, s.Evidence))
		if (s.Audience == string(answer.ForCustomer)) != (s.Part == string(answer.PartCustomerText)) {
			w.t.Errorf("%s: the sentence %s is for %s", w.life.name, s.Part, s.Audience)
		}
	}
	for _, s := range all {
		want = append(want, fmt.Sprintln(s.Part, s.Audience, s.Text, []int64(s.Evidence)))
	}
	if d := cmp.Diff(want, got); d != "" {
		w.t.Errorf("%s: sentences as composed (-) and of the JSON (+)\n%s", w.life.name, d)
	}
}

// input reads from the database what the answer is composed from.
func (w *world) input(zone *time.Location) (in answer.Input) {
	w.t.Helper()
	s := w.life.settings
	in = answer.Input{Catalogue: reason.Builtin(), Funding: s.funding, Now: s.now, Zone: zone, Company: s.company}
	w.must(w.db.Read(context.Background(), func(r *store.Reader) (err error) {
		if in.Facts, err = r.Transfer(s.transfer); err != nil {
			return err
		}
		if in.History, err = r.History(); err != nil {
			return err
		}
		if err = readCustomer(r, &in); err != nil {
			return err
		}
		account := activity.Key{Kind: activity.RecipientAccount, ID: strconv.FormatInt(in.Facts.Account, 10)}
		row, found, err := r.ActivityRow(store.Live, account)
		if found {
			in.Recipient = &row.Facts
		}
		return err
	}))
	if !s.estimate.At.IsZero() {
		in.Estimate = &s.estimate
	}
	if held, _ := in.Facts.Held(); !s.payoutAt.Before(held.At) {
		in.PayoutReference = s.payout
	}
	return in
}

// readCustomer reads what stands beside the customer's transfers: the verification,
// the profile's own state, and the linked users' accounts, of which the strictest counts.
func readCustomer(r *store.Reader, in *answer.Input) error {
	kinds := []activity.Kind{activity.Verification, activity.CDDCheck, activity.KYCReview, activity.ProfileState}
	beside, err := r.ActivitiesOfProfiles([]int64{in.Facts.Profile}, kinds, 20)
	if err != nil {
		return err
	}
	mine := beside[in.Facts.Profile]
	for i := range mine {
		if mine[i].Kind == activity.ProfileState {
			in.Profile = &mine[i]
		}
	}
	in.Verification = answer.VerificationOf(answer.VerificationInput{Facts: mine, Catalogue: in.Catalogue, Now: in.Now, Zone: in.Zone, Company: in.Company})
	identity, err := r.Identity(in.Facts.Profile)
	if err != nil {
		return err
	}
	var users []customer.UserFacts
	for _, id := range identity.Links.Users() {
		facts, err := r.User(id)
		if err != nil && fault.KindOf(err) != fault.NotFound {
			return err
		}
		users = append(users, facts)
	}
	if strictest, found := customer.Stricter(users); found {
		in.Account = &strictest
	}
	return nil
}
