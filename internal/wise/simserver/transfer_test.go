package simserver_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/simserver"
)

// one is a transfer of Ada's in a state.
func one(id int64, state string) simserver.Transfer {
	return simserver.Transfer{
		ID: id, Profile: adas, Recipient: 701, Status: state, Reference: "INV 7", Rate: "1.1512", SourceCurrency: "GBP", SourceValue: "1000.50",
		TargetCurrency: "EUR", TargetValue: "1151.78", Created: start.Add(-time.Hour),
	}
}

func TestATransferIsToldToThoseWhoMaySeeIt(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "processing"))
	tests := []struct {
		name, token, path string
		status            int
	}{
		{"its own user", s.user("ada-1"), "/v1/transfers/1", 200},
		{"in the dated style", "personal", "/2026Q3/transfers/1", 200},
		{"another user", s.user("bob-1"), "/v1/transfers/1", 404},
		{"the application", s.application(), "/v1/transfers/1", 403},
		{"nobody", "", "/v1/transfers/1", 401},
		{"a wrong token", "nonsense", "/v1/transfers/1", 401},
		{"another version", "personal", "/v2/transfers/1", 404},
		{"no such transfer", "personal", "/v1/transfers/2", 404},
		{"no number", "personal", "/v1/transfers/one", 404},
	}
	for _, test := range tests {
		got := s.ask(test.token, http.MethodGet, test.path, "")
		if got.status != test.status || got.header.Get("X-Trace-Id") == "" {
			t.Errorf("%s: %d, trace %q; want %d", test.name, got.status, got.header.Get("X-Trace-Id"), test.status)
		}
		if test.status == 200 && (!strings.Contains(got.body, `"sourceValue":1000.50,`) || !strings.Contains(got.body, `"created":"2026-11-21 08:00:00"`)) {
			t.Errorf("%s: %s", test.name, got.body)
		}
	}
}

func TestATransferIsCancelledOnlyBeforeItIsConverted(t *testing.T) {
	s := open(t, nil)
	for state, want := range map[string]int{
		"incoming_payment_waiting": 200, "incoming_payment_initiated": 200, "processing": 200,
		"funds_converted": 409, "outgoing_payment_sent": 409, "cancelled": 409, "bounced_back": 409,
	} {
		s.AddTransfer(one(1, state))
		got := s.ask("personal", http.MethodPut, "/v1/transfers/1/cancel", "")
		if got.status != want {
			t.Errorf("%s: %d, want %d: %s", state, got.status, want, got.body)
		}
		if want == 200 && got.text(t, "status") != "cancelled" || want == 409 && !strings.Contains(got.body, "transfer.cancellation.not.allowed") {
			t.Errorf("%s: %s", state, got.body)
		}
	}
	troubled := one(2, "processing")
	troubled.HasActiveIssues = true
	s.AddTransfer(troubled)
	if got := s.ask("personal", http.MethodPut, "/v1/transfers/2/cancel", ""); got.status != 409 {
		t.Errorf("with problems: %d", got.status)
	}
}

func TestATransferIsMovedSilentlyOrNotButOnlyWhenThereIsOne(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "processing"))
	if err := s.SetStatus(1, "funds_converted", true); err != nil {
		t.Fatal(err)
	}
	if got := s.ask("personal", http.MethodGet, "/v1/transfers/1", "").text(t, "status"); got != "funds_converted" {
		t.Errorf("it is %s", got)
	}
	if err := s.SetStatus(2, "processing", true); !errors.Is(err, simserver.ErrNoTransfer) {
		t.Errorf("got %v", err)
	}
}
