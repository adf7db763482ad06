package api_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/money"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
)

func amount(t *testing.T, value, currency string) money.Amount {
	t.Helper()
	a, err := money.Parse("1000.50", currency)
	if value != "1000.50" {
		a, err = money.Parse("1151.78", currency)
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestEveryQuestionAboutATransferIsAnswered(t *testing.T) {
	s, url := sim(t)
	s.AddTransfer(simserver.Transfer{
		ID: 1, Profile: adas, Recipient: rita, Status: "outgoing_payment_sent", Reference: "INV 7", Rate: "1.1512", SourceCurrency: "GBP", SourceValue: "1000.50",
		TargetCurrency: "EUR", TargetValue: "1151.78", Created: start.AddDate(0, 0, -9), SentAt: start.AddDate(0, 0, -8), CustomerTransactionID: "9b0f4f9c-0000-4000-8000-000000000001",
	})
	d, ctx := ask(t, url, nil), context.Background()
	got, err := d.Transfer(ctx, ada, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := api.Transfer{
		ID: 1, User: ada, Recipient: rita, Status: "outgoing_payment_sent", Reference: "INV 7", Rate: "1.1512", Created: start.AddDate(0, 0, -9),
		Source: amount(t, "1000.50", "GBP"), Target: amount(t, "1151.78", "EUR"), CustomerID: "9b0f4f9c-0000-4000-8000-000000000001",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("transfer (-want +got):\n%s", diff)
	}
	list, err := d.Transfers(ctx, ada, api.TransferFilter{Profile: adas, CreatedFrom: start.AddDate(0, 0, -10), CreatedTo: start, Limit: 10})
	if err != nil || len(list) != 1 || list[0].ID != 1 {
		t.Errorf("transfers: %+v, %v", list, err)
	}
	if e, err := d.Estimate(ctx, ada, 1, time.UTC); err != nil || e.At.IsZero() || e.Formatted == "" {
		t.Errorf("estimate: %+v, %v", e, err)
	}
	if p, err := d.Payout(ctx, ada, 1); err != nil || p.Reference == "" || p.Processor == "" {
		t.Errorf("payout: %+v, %v", p, err)
	}
	if r, err := d.Receipt(ctx, ada, 1, api.Receipt); err != nil || len(r.Body) < 500 || r.TraceID == "" {
		t.Errorf("receipt: %d bytes, trace %q, %v", len(r.Body), r.TraceID, err)
	}
	if _, err := d.Cancel(ctx, ada, 1); d.troubleOf(err).Kind != api.NotAllowed || !d.troubleOf(err).Undone() {
		t.Errorf("cancel: %v", err)
	}
}

func TestATransferIsCancelled(t *testing.T) {
	s, url := sim(t)
	s.AddTransfer(simserver.Transfer{ID: 1, Profile: adas, Recipient: rita, Status: "processing"})
	if got, err := ask(t, url, nil).Cancel(context.Background(), ada, 1); err != nil || got.Status != "cancelled" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestEveryQuestionAboutAPersonIsAnswered(t *testing.T) {
	_, url := sim(t)
	d, ctx := ask(t, url, nil), context.Background()
	r, err := d.Recipient(ctx, ada, rita)
	if err != nil || r.ID != rita || r.Name != "R••• R•••" || r.Currency != "EUR" || r.Country != "DE" || !r.Active {
		t.Errorf("recipient: %+v, %v", r, err)
	}
	p, err := d.Profile(ctx, ada, adas)
	if err != nil || p.ID != adas || p.User != ada || p.State != "VISIBLE" || p.Type != "PERSONAL" || p.Country != "GB" {
		t.Errorf("profile: %+v, %v", p, err)
	}
	if all, err := d.Profiles(ctx, ada); err != nil || len(all) != 1 || all[0] != p {
		t.Errorf("profiles: %+v, %v", all, err)
	}
	if u, err := d.User(ctx, ada); err != nil || u != (api.User{ID: ada, Active: true}) {
		t.Errorf("user: %+v, %v", u, err)
	}
	if u, err := d.Me(ctx, ada); err != nil || u.ID != ada {
		t.Errorf("me: %+v, %v", u, err)
	}
}

func TestSubscriptionsOfBothScopesAreMadeListedAndDeleted(t *testing.T) {
	_, url := sim(t)
	callback := wise(t, func(http.ResponseWriter, *http.Request) {})
	d, ctx := ask(t, url, nil), context.Background()
	for name, scope := range map[string]api.Scope{"application": {}, "profile": {Profile: adas, User: ada}} {
		made, err := d.Subscribe(ctx, scope, api.NewSubscription{Name: "Desk", Event: "transfers#state-change", Version: "2.0.0", URL: callback.URL + "/hook"})
		if err != nil || made.ID == "" || made.Event != "transfers#state-change" || made.Version != "2.0.0" || made.URL != callback.URL+"/hook" || made.Domain != name || made.CreatedAt.IsZero() {
			t.Fatalf("%s: made %+v, %v", name, made, err)
		}
		if all, err := d.Subscriptions(ctx, scope); err != nil || len(all) != 1 || all[0] != made {
			t.Errorf("%s: all %+v, %v", name, all, err)
		}
		if one, err := d.Subscription(ctx, scope, made.ID); err != nil || one != made {
			t.Errorf("%s: one %+v, %v", name, one, err)
		}
		if scope.Profile == 0 {
			if sent, err := d.SendTest(ctx, made.ID); err != nil || len(sent) != 1 || sent[0].DeliveryID == "" {
				t.Errorf("test: %+v, %v", sent, err)
			}
		}
		if err := d.Unsubscribe(ctx, scope, made.ID); err != nil {
			t.Errorf("%s: deleting: %v", name, err)
		}
		if _, err := d.Subscription(ctx, scope, made.ID); d.troubleOf(err).Kind != api.NotFound {
			t.Errorf("%s: after that: %v", name, err)
		}
	}
}

func TestASupportCaseIsOpenedReadAndAnswered(t *testing.T) {
	_, url := sim(t)
	d, ctx := ask(t, url, nil), context.Background()
	opened, err := d.OpenCase(ctx, api.NewCase{Type: "GENERAL_ENQUIRY", Subject: "Transfer 1", Description: "Where is it?", ExternalID: "ours-1", User: ada, Profile: adas})
	if err != nil || opened.ID == 0 || opened.Status == "" {
		t.Fatalf("opened %+v, %v", opened, err)
	}
	said, err := d.AddCaseMessage(ctx, opened.ID, "Any news?")
	if err != nil || said.ID == "" || said.Author != "PARTNER" || said.Text != "Any news?" {
		t.Errorf("said %+v, %v", said, err)
	}
	got, err := d.Case(ctx, opened.ID)
	if err != nil || got.ExternalID != "ours-1" || len(got.Messages) == 0 {
		t.Errorf("case %+v, %v", got, err)
	}
}
