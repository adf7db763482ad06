package simserver_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/simserver"
)

func TestAReceiptIsAPDFOnceTheTransferIsSent(t *testing.T) {
	s := open(t, nil)
	for state, want := range map[string]int{"processing": 404, "outgoing_payment_sent": 200, "bounced_back": 404} {
		s.AddTransfer(one(1, state))
		got := s.ask("personal", http.MethodGet, "/v1/transfers/1/receipt.pdf", "")
		if got.status != want {
			t.Errorf("%s: %d, want %d", state, got.status, want)
		}
		if whole := bytes.HasPrefix([]byte(got.body), []byte("%PDF-")) && strings.HasSuffix(strings.TrimSpace(got.body), "%%EOF"); want == 200 && !whole {
			t.Errorf("no PDF: %.40q", got.body)
		}
	}
}

func TestTheCombinedReceiptIsForUSProfilesFromTheAnnouncedPaymentOn(t *testing.T) {
	s := open(t, nil)
	for state, want := range map[string]int{"incoming_payment_waiting": 404, "incoming_payment_initiated": 200, "processing": 404, "outgoing_payment_sent": 200} {
		s.AddTransfer(simserver.Transfer{ID: 4, Profile: usual, Status: state})
		if got := s.ask(s.token([]string{"PersonalToken"}), http.MethodGet, "/v1/transfers/4/us-combined-receipt.pdf", ""); got.status != want {
			t.Errorf("%s: %d, want %d", state, got.status, want)
		}
	}
	s.AddTransfer(one(1, "outgoing_payment_sent"))
	if got := s.ask("personal", http.MethodGet, "/v1/transfers/1/us-combined-receipt.pdf", ""); got.status != 404 {
		t.Errorf("of another country: %d", got.status)
	}
}

func TestPayoutInformationComesAnHourAfterItWasSentAndTheMessageADayAfter(t *testing.T) {
	s := open(t, nil)
	dollars := one(1, "processing")
	dollars.TargetCurrency = "USD"
	s.AddTransfer(dollars)
	ask := func() answer { return s.ask("personal", http.MethodGet, "/v2/transfers/1/invoices/bankingpartner", "") }
	if got := ask(); got.status != 404 {
		t.Errorf("not sent: %d", got.status)
	}
	if err := s.SetStatus(1, "outgoing_payment_sent", true); err != nil {
		t.Fatal(err)
	}
	s.pass(time.Hour - 1)
	if got := ask(); got.status != 404 {
		t.Errorf("just sent: %d", got.status)
	}
	s.pass(1)
	if got := ask(); got.status != 200 || string(got.read(t)["mt103"]) != "null" || got.text(t, "deliveryMode") != "SWIFT" {
		t.Errorf("an hour later: %d %s", got.status, got.body)
	}
	s.pass(23 * time.Hour)
	if got := ask(); !strings.Contains(got.body, ":32A:261121USD1151,78") || !strings.Contains(got.body, "SIMULATED RECIPIENT") {
		t.Errorf("a day later: %s", got.body)
	}
}

func TestADeliveryEstimateIsInTheZoneThatIsAskedFor(t *testing.T) {
	s := open(t, func(o *simserver.Options) { o.RefreshTwice = true })
	s.AddTransfer(one(1, "processing"))
	user := s.user("ada-1")
	tests := map[string]struct {
		status int
		text   string
	}{
		"":               {200, "by Sunday, 22 November 10:00"},
		"Asia/Singapore": {200, "by Sunday, 22 November 18:00"},
		"Moon/Base":      {400, ""},
	}
	for zone, want := range tests {
		got := s.ask(user, http.MethodGet, "/v1/delivery-estimates/1?timezone="+zone, "")
		if got.status != want.status || got.status == 200 && (got.text(t, "formattedEstimatedDeliveryDate") != want.text || got.text(t, "estimatedDeliveryDate") != "2026-11-22T10:00:00.000+0000") {
			t.Errorf("%q: %d %s", zone, got.status, got.body)
		}
	}
	s.pass(48 * time.Hour)
	if got := s.ask(s.user("ada-1"), http.MethodGet, "/v1/delivery-estimates/1", ""); got.text(t, "estimatedDeliveryDate") != "2026-11-24T09:00:00.000+0000" {
		t.Errorf("when it is late: %s", got.body)
	}
}
