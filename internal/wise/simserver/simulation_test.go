package simserver_test

import (
	"net/http"
	"strings"
	"testing"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/simserver"
)

func TestTheSandboxMovesATransferInOrder(t *testing.T) {
	s, changes, refunds := open(t, signing(t)), receive(t, 200), receive(t, 200)
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#state-change", Version: "2.0.0", URL: changes.url})
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#refund", Version: "2.0.0", URL: refunds.url})
	dollars := one(1, "incoming_payment_waiting")
	dollars.TargetCurrency = "USD"
	s.AddTransfer(dollars)
	user := s.user("ada-1")
	for _, state := range []string{"processing", "funds_converted", "outgoing_payment_sent", "bounced_back", "funds_refunded"} {
		if state != "processing" {
			if got := s.ask(user, http.MethodGet, "/v1/simulation/transfers/1/processing", ""); got.status != 409 {
				t.Errorf("out of order: %d", got.status)
			}
		}
		got := s.ask(user, http.MethodGet, "/v1/simulation/transfers/1/"+state, "")
		if got.status != 200 || got.text(t, "status") != state {
			t.Fatalf("%s: %d %s", state, got.status, got.body)
		}
		if told := changes.next(t); string(told.Transfer.To) != state {
			t.Errorf("%s: told %s", state, told.body)
		}
	}
	refund := refunds.next(t).Transfer.Refund
	if got := refund.Value.InexactFloat64(); got < 1000.50*0.84 || got > 1000.50*0.96 {
		t.Errorf("a SWIFT refund of %s", refund)
	}
	for path, want := range map[string]int{"/v1/simulation/transfers/1/cancelled": 404, "/v1/simulation/transfers/2/processing": 404} {
		if got := s.ask(user, http.MethodGet, path, ""); got.status != want {
			t.Errorf("%s: %d", path, got.status)
		}
	}
}

func TestTheSandboxFailsAPayoutAndTopsABalanceUp(t *testing.T) {
	s, failures, movements := open(t, signing(t)), receive(t, 200), receive(t, 200)
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#payout-failure", Version: "2.0.0", URL: failures.url})
	s.AddSubscription(simserver.Subscription{TriggerOn: "balances#update", Version: "3.0.0", URL: movements.url})
	s.AddTransfer(one(1, "outgoing_payment_sent"))
	s.AddTransfer(one(2, "processing"))
	user := s.user("ada-1")
	const code = `{"failure_reason_code":"WRONG_NAME"}`
	for path, want := range map[string]int{"1/payout-failure": 200, "2/payout-failure": 400, "3/payout-failure": 404} {
		if got := s.ask(user, http.MethodPost, "/v1/simulation/transfers/"+path, code); got.status != want {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
	if got := failures.next(t); got.TransferID != 1 || got.Transfer.Code != "WRONG_NAME" {
		t.Errorf("told %s", got.body)
	}
	got := s.ask(user, http.MethodPost, "/v1/simulation/balance/topup", `{"profileId":601,"balanceId":4,"currency":"EUR","amount":10.50,"channel":"TRANSFER"}`)
	if got.status != 200 || !strings.Contains(got.body, `"value":10.50`) {
		t.Errorf("%d %s", got.status, got.body)
	}
	if told := movements.next(t); told.Transfer.Kind != transfer.BalanceUpdate || told.Transfer.Movement.Amount.Decimal() != "10.50" || !told.Transfer.Movement.Credit {
		t.Errorf("told %s", told.body)
	}
	if got := s.ask(s.user("bob-1"), http.MethodPost, "/v1/simulation/balance/topup", `{"profileId":601,"currency":"EUR","amount":1}`); got.status != 403 {
		t.Errorf("another's balance: %d", got.status)
	}
}

func TestMoneyThatHadComeGoesBackAfterACancellation(t *testing.T) {
	s, changes, refunds := open(t, signing(t)), receive(t, 200), receive(t, 200)
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#state-change", Version: "2.0.0", URL: changes.url})
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#refund", Version: "2.0.0", URL: refunds.url})
	s.AddTransfer(one(1, "processing"))
	s.AddTransfer(one(2, "incoming_payment_waiting"))
	for _, path := range []string{"/v1/transfers/1/cancel", "/v1/transfers/2/cancel"} {
		if got := s.ask("personal", http.MethodPut, path, ""); got.status != 200 || got.text(t, "status") != "cancelled" {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
	s.Wait()
	for id, want := range map[string]string{"1": "funds_refunded", "2": "cancelled"} {
		if got := s.ask("personal", http.MethodGet, "/v1/transfers/"+id, "").text(t, "status"); got != want {
			t.Errorf("transfer %s is %s, want %s", id, got, want)
		}
	}
	if got := refunds.next(t); got.TransferID != 1 || got.Transfer.Refund.Decimal() != "1000.50" || len(refunds.came) != 0 || len(changes.came) != 3 {
		t.Errorf("told %s; %d more, %d changes", got.body, len(refunds.came), len(changes.came))
	}
}
