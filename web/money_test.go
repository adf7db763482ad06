package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// swiftCredited is a swift-in#credit of 786.54 GBP, whose transfer is id.
func swiftCredited(id int64, at string) string {
	return sealed("swift-in#credit", "4.2.0", fmt.Sprintf(
		`{"action":{"type":"credit","id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"55555","uetr":"f875814b-7d44-4d1b-a499-123456789abc",`+
			`"sender":{"name":"GEORGE SMITH"},"exchange_rate":0.8,"instructed_amount":{"value":1000,"currency":"USD"},"settled_amount":{"value":786.54,"currency":"GBP"},`+
			`"transaction_time":%q,"incoming_transfer_type":"CUSTOMER_CREDIT_TRANSFER"},"occurred_at":%q}`, id, testProfile, at, at), at)
}

// balanceCredited is the same money as balances#update or balances#credit.
func balanceCredited(eventType, version, more, at string) string {
	return sealed(eventType, version, fmt.Sprintf(
		`{"resource":{"type":"balance-account","id":8,"profile_id":%d},"transaction_type":"credit","amount":786.54,"currency":"GBP",`+
			`"post_transaction_balance_amount":900.00,"occurred_at":%q%s}`, testProfile, at, more), at)
}

func TestTheSameMoneyIsOneMovementWithAllThatTellsOfIt(t *testing.T) {
	at := ago(3 * time.Hour)
	bodies := []string{
		swiftCredited(80000015, at),
		balanceCredited("balances#credit", "2.0.0", "", at),
		balanceCredited("balances#update", "3.0.0", `,"balance_id":111,"step_id":5,"channel_name":"TRANSFER","transfer_reference":"BNK-7777"`, at),
		stateChange(80000015, "processing", "outgoing_payment_sent", at),
		strings.Replace(swiftCredited(80000015, at), "01234567-89ab", "99999999-89ab", 1), // another subscription
	}
	for range 2 {
		slices.Reverse(bodies)
		s := newSite(t)
		s.deliver(bodies...)
		agent := s.signIn(auth.Agent)
		page := agent.page(fmt.Sprintf("/customers/%d", testProfile))
		rows := page.Find(`section[aria-labelledby="movements"] > table.rows tbody tr`)
		if rows.Length() != 1 {
			t.Fatalf("%d movements, want 1: %s", rows.Length(), folded(rows.Text()))
		}
		row := folded(rows.Text())
		for _, want := range []string{"+786.54 GBP", "80000015", "BNK-7777", "900.00 GBP after it", "SWIFT credit",
			"told by balances#credit, balances#update, swift-in#credit and transfers#state-change"} {
			if !strings.Contains(row, want) {
				t.Errorf("the movement says %q, want %q in it", row, want)
			}
		}
		if n := rows.Find(`a[href^="/events/"]`).Length(); n != 5 {
			t.Errorf("it links to %d events, want 5", n)
		}
		transfer := agent.page("/transfers/80000015")
		if got := testid(transfer, "answer"); !strings.Contains(got, "A payment to the customer of 786.54 GBP was credited") {
			t.Errorf("answer: got %q", got)
		}
		timeline := testid(transfer, "timeline")
		if said := testid(transfer, "subscriptions"); !strings.Contains(said, "from 2 subscriptions: 01234567") {
			t.Errorf("the event from two subscriptions says %q", said)
		}
		thing := testid(agent.page("/activity/swift_credit/80000015"), "subscriptions")
		if !strings.Contains(thing, "99999999") {
			t.Errorf("the page of the SWIFT credit says %q", thing)
		}
		if !strings.Contains(timeline, "Credited by SWIFT") || strings.Contains(timeline, "Paid out by Wise") {
			t.Errorf("timeline: got %q", timeline)
		}
	}
}

func TestASwiftCreditWithoutAMovementIsOneAndTwoPaymentsStayTwo(t *testing.T) {
	s := newSite(t)
	at, later := ago(3*time.Hour), ago(2*time.Hour)
	s.deliver(
		swiftCredited(80000015, at), swiftCredited(80000016, later),
		balanceCredited("balances#update", "2.2.0", `,"balance_id":111,"channel_name":"TRANSFER","transfer_reference":"80000016"`, later),
		stateChange(80000016, "processing", "funds_refunded", ago(time.Hour)),
	)
	agent := s.signIn(auth.Agent)
	rows := agent.page(fmt.Sprintf("/customers/%d", testProfile)).Find(`section[aria-labelledby="movements"] > table.rows tbody tr`)
	if rows.Length() != 2 {
		t.Fatalf("%d movements, want 2: %s", rows.Length(), folded(rows.Text()))
	}
	if got := testid(agent.page("/transfers/80000016"), "answer"); !strings.Contains(got, "was returned to its payer") {
		t.Errorf("answer: got %q", got)
	}
}

func TestEachMovementStandsOnOnePageOfTheList(t *testing.T) {
	s := newSite(t)
	var bodies []string
	const n = 40
	for i := range int64(n) {
		at := ago(time.Duration(i) * 40 * time.Second)
		bodies = append(bodies, swiftCredited(80000100+i, at))
		if i%2 == 0 {
			bodies = append(bodies, balanceCredited("balances#update", "2.2.0", fmt.Sprintf(`,"balance_id":111,"transfer_reference":"%d"`, 80000100+i), at))
		}
	}
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	seen := map[string]int{}
	for path := fmt.Sprintf("/customers/%d", testProfile); path != ""; {
		page := agent.page(path)
		for _, link := range page.Find(`section[aria-labelledby="movements"] > table.rows a[href^="/transfers/"]`).EachIter() {
			seen[link.Text()]++
		}
		path, _ = page.Find(`a[rel="next"][href*="movements="]`).Attr("href")
	}
	for i := range int64(n) {
		if id := fmt.Sprint(80000100 + i); seen[id] != 1 {
			t.Errorf("the money of %s stands %d times", id, seen[id])
		}
	}
}
