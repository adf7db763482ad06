package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// TestARefundStandsBesideWhatWasSentEverywhere: on the transfer's page, in the
// customer's list, in the JSON of both, and in the text for the customer.
func TestARefundStandsBesideWhatWasSentEverywhere(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	page := agent.page("/transfers/49983981")
	for _, want := range []string{"2.50 EUR less than the 1,250.00 EUR that a balance was debited for it", "banks in between may take fees: that is possible"} {
		if got := testid(page, "refund-beside"); !strings.Contains(got, want) {
			t.Errorf("the refund says %q, want %q", got, want)
		}
	}
	if got := testid(page, "customer-text"); !strings.Contains(got, ", 2.50 EUR less than was sent") || strings.Contains(got, "fee") {
		t.Errorf("the customer is told %q", got)
	}
	if row := agent.page("/customers/16055450"); !strings.Contains(testid(row, "refund-beside"), "2.50 EUR less than was sent") {
		t.Errorf("the list says %q", testid(row, "refund-beside"))
	}
	whole := s.fetch(token, "/api/v1/transfers/49983981")
	beside := whole["refunds"].([]any)[0].(map[string]any)["difference"].(map[string]any)
	sent, _ := beside["sent"].(map[string]any)
	if beside["compared"] != "less" || beside["amount"] != "2.50" || beside["currency"] != "EUR" || sent["amount"] != "1250.00" || sent["source"] != "event" {
		t.Errorf("the JSON says %v", beside)
	}
	if flag := flagOf(whole, "refund_differs"); flag == nil || len(flag["evidence"].([]any)) != 2 {
		t.Errorf("the flag is %v", flag)
	}
}

// TestAMissingEventAndMoneyWithoutItsStateStandInTheCustomersList: in one line each.
func TestAMissingEventAndMoneyWithoutItsStateStandInTheCustomersList(t *testing.T) {
	s := newSite(t)
	s.deliver(
		stateChange(testTransfer, "", "incoming_payment_waiting", ago(80*time.Hour)),
		stateChange(testTransfer, "outgoing_payment_sent", "bounced_back", ago(60*time.Hour)),
		stateChange(testTransfer, "bounced_back", "funds_refunded", ago(50*time.Hour)),
	)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	checks := folded(agent.page("/customers/16055450").Find(`[data-testid="check"]`).Text())
	for _, want := range []string{"An event is missing here: before “Back at Wise” Wise names “Paid out”", "no refund event has told the amount in 2 d 2 h"} {
		if !strings.Contains(checks, want) {
			t.Errorf("the list says %q, want %q", checks, want)
		}
	}
	row := s.fetch(token, "/api/v1/customers/16055450")["transfers"].([]any)[0].(map[string]any)
	whole := s.fetch(token, "/api/v1/transfers/49983981")
	for _, code := range []string{"gap", "refund_event_missing"} {
		if flagOf(row, code) == nil || flagOf(whole, code) == nil {
			t.Errorf("%s: the list has %v, the transfer %v", code, row["flags"], whole["flags"])
		}
	}
}

// TestARefundOfJustNowIsNoAlarm: that its other half may still come is said, calmly.
func TestARefundOfJustNowIsNoAlarm(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), stateChange(testTransfer, "bounced_back", "funds_refunded", ago(2*time.Hour)))...)
	page := s.signIn(auth.Agent).page("/transfers/49983981")
	if got := testid(page, "money-note"); !strings.Contains(got, "That is normal: the two come apart by minutes to hours.") {
		t.Errorf("it says %q", got)
	}
	if flag := flagOf(s.fetch(s.token(auth.Agent), "/api/v1/transfers/49983981"), "refund_event_missing"); flag != nil {
		t.Errorf("it is flagged: %v", flag)
	}
}

// flagOf finds the flag of a code in the JSON of something; nil when there is none.
func flagOf(of map[string]any, code string) map[string]any {
	flags, _ := of["flags"].([]any)
	for _, f := range flags {
		if flag := f.(map[string]any); flag["code"] == code {
			return flag
		}
	}
	return nil
}

// TestMoneyWithoutARefundStandsInTheQueue: what the page flags is what the list counts.
func TestMoneyWithoutARefundStandsInTheQueue(t *testing.T) {
	s := newSite(t)
	credit := strings.Replace(balanceDebit(testTransfer, "1240.00", "EUR", ago(30*time.Hour)), `"debit"`, `"credit"`, 1)
	s.deliver(append(bouncedLife(testTransfer), credit)...)
	agent := s.signIn(auth.Agent)
	if got := folded(agent.page("/?show=disagree").Find("main").Text()); !strings.Contains(got, "49983981") {
		t.Errorf("the list says %q", got)
	}
	if got := folded(agent.page("/transfers/49983981").Find("ul.strips").First().Text()); !strings.Contains(got, "A balance was credited 1,240.00 EUR on 20 Nov with this transfer's number, and Wise has reported no refund in 1 d 6 h.") {
		t.Errorf("the page says %q", got)
	}
}
