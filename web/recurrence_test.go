package web

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// by makes payloads those of another customer and another recipient account.
func by(profile, account int64, bodies ...string) []string {
	swap := strings.NewReplacer(fmt.Sprint(testProfile), fmt.Sprint(profile), fmt.Sprint(testAccount), fmt.Sprint(account))
	out := make([]string, len(bodies))
	for i, body := range bodies {
		out[i] = swap.Replace(body)
	}
	return out
}

// transfersIn gives the transfers that a section links to, in its order.
func transfersIn(doc *goquery.Document, section string) string {
	var ids []string
	doc.Find(`[data-testid="` + section + `"] a[href^="/transfers/"]`).Each(func(_ int, a *goquery.Selection) { ids = append(ids, a.Text()) })
	return strings.Join(ids, " ")
}

// flagCodes gives the codes of a transfer's flags in the JSON.
func (s *site) flagCodes(token string, id int64) string {
	s.t.Helper()
	var codes []string
	for _, f := range s.fetch(token, fmt.Sprintf("/api/v1/transfers/%d", id))["flags"].([]any) {
		codes = append(codes, f.(map[string]any)["code"].(string))
	}
	return strings.Join(codes, " ")
}

func TestARecipientThatFailedBeforeIsSeenAcrossCustomers(t *testing.T) {
	s := newSite(t)
	s.deliver(by(700, testAccount, stateChange(11, "", "outgoing_payment_sent", ago(200*time.Hour)),
		payoutFailure(11, "ACCOUNT_CLOSED", "", ago(190*time.Hour)))...)
	s.deliver(stateChange(12, "", "bounced_back", ago(180*time.Hour)))
	s.deliver(by(testProfile, 999, stateChange(13, "", "bounced_back", ago(170*time.Hour)))...)
	s.deliver(bouncedLife(testTransfer)...)
	s.deliver(stateChange(14, "", "bounced_back", ago(10*time.Hour))) // after it: not before

	doc := s.signIn(auth.Agent).page("/transfers/49983981")
	seen := testid(doc, "seen-before")
	for _, want := range []string{"Desk only", "11 The recipient's account is closed ACCOUNT_CLOSED", "another customer", "12 Came back"} {
		if !strings.Contains(seen, want) {
			t.Errorf("seen before: %q does not say %q", seen, want)
		}
	}
	if got := transfersIn(doc, "seen-before"); got != "12 11" {
		t.Errorf("seen before: got %s, want the two that were before", got)
	}
	if strings.Contains(seen, "700") {
		t.Errorf("seen before names another customer: %q", seen)
	}
	token := s.token(auth.Agent)
	all := s.fetch(token, "/api/v1/transfers/49983981")
	same := all["recurrence"].(map[string]any)["same_recipient"].([]any)
	if len(same) != 2 || same[0].(map[string]any)["transfer_id"] != 12.0 || same[0].(map[string]any)["code"] != nil || same[1].(map[string]any)["code"] != "ACCOUNT_CLOSED" {
		t.Errorf("same_recipient: got %v", same)
	}
	if got := s.flagCodes(token, testTransfer); !strings.Contains(got, "recipient_failed_before") || strings.Contains(got, "same_code_again") {
		t.Errorf("flags: %s", got)
	}
}

func TestTheSameCustomerWithTheSameCodeAndSeveralAttemptsAreSeen(t *testing.T) {
	s := newSite(t)
	s.deliver(by(testProfile, 999, stateChange(11, "", "outgoing_payment_sent", ago(200*time.Hour)), payoutFailure(11, "ACCOUNT_CLOSED", "", ago(190*time.Hour)))...)
	s.deliver(by(testProfile, 999, payoutFailure(12, "WRONG_NAME", "", ago(190*time.Hour)))...)
	s.deliver(bouncedLife(testTransfer)...)
	s.deliver(stateChange(testTransfer, "bounced_back", "outgoing_payment_sent", ago(20*time.Hour)), payoutFailure(testTransfer, "ACCOUNT_CLOSED", "", ago(19*time.Hour)))
	token := s.token(auth.Agent)
	if got := s.flagCodes(token, testTransfer); !strings.Contains(got, "same_code_again") || !strings.Contains(got, "failed_twice") || strings.Contains(got, "recipient_failed_before") {
		t.Errorf("flags: %s", got)
	}
	if got := s.flagCodes(token, 11); strings.Contains(got, "failed_twice") || strings.Contains(got, "same_code_again") {
		t.Errorf("flags of the first one: %s", got)
	}
	s.deliver(stateChange(15, "", "processing", ago(300*time.Hour)))
	if got := s.flagCodes(token, 15); !strings.Contains(got, "recipient_failed_before") {
		t.Errorf("flags of one on its way, set up before the other failed: %s", got)
	}
	same := s.fetch(token, "/api/v1/transfers/49983981")["recurrence"].(map[string]any)["same_customer_code"].([]any)
	if len(same) != 1 || same[0].(map[string]any)["transfer_id"] != 11.0 {
		t.Errorf("same_customer_code: got %v", same)
	}
}

func TestARecipientIsNotKnownYetUntilAStateNamesIt(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(11, "", "bounced_back", ago(90*time.Hour)))
	s.deliver(payoutFailure(testTransfer, "ACCOUNT_CLOSED", "", ago(65*time.Hour)))
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	if got := testid(agent.page("/transfers/49983981"), "seen-before"); !strings.Contains(got, "The recipient is not known yet") {
		t.Errorf("before: %q", got)
	}
	s.deliver(stateChange(testTransfer, "processing", "outgoing_payment_sent", ago(66*time.Hour)))
	if got := s.flagCodes(token, testTransfer); !strings.Contains(got, "recipient_failed_before") {
		t.Errorf("after: flags %s", got)
	}
	if got := testid(agent.page("/transfers/11"), "seen-before"); !strings.Contains(got, "No other payment to this recipient account failed or came back before, as far as Wise has told us.") {
		t.Errorf("one of which nothing came before: %q", got)
	}
}

// sibling is a transfer set up before or after the duplicate, debited an amount.
func sibling(id int64, amount string, before time.Duration) []string {
	at := testNow.Add(-20 * 24 * time.Hour).Add(-before).Format(time.RFC3339)
	bodies := []string{stateChange(id, "", "processing", at)}
	if amount != "" {
		bodies = append(bodies, balanceDebit(id, amount, "EUR", at))
	}
	return bodies
}

func TestSiblingsAreThoseOfTenDaysAndOneAmount(t *testing.T) {
	const days = 24 * time.Hour
	s := newSite(t)
	s.deliver(sibling(testTransfer, "1250.00", 0)...)
	s.deliver(payoutFailure(testTransfer, "DUPLICATE_ENTRY", "", ago(19*days)))
	s.deliver(sibling(21, "1250", 10*days)...)
	s.deliver(sibling(22, "1250", 10*days+time.Second)...)
	s.deliver(sibling(23, "1250", -10*days)...)
	s.deliver(sibling(24, "1250", -10*days-time.Second)...)
	s.deliver(sibling(25, "1250.01", days)...)
	s.deliver(sibling(26, "", days)...)
	s.deliver(by(testProfile, 999, sibling(27, "1250", days)...)...)
	token := s.token(auth.Agent)
	rec := s.fetch(token, "/api/v1/transfers/49983981")["recurrence"].(map[string]any)
	var ids []string
	for _, one := range rec["siblings"].([]any) {
		ids = append(ids, fmt.Sprint(one.(map[string]any)["transfer_id"]))
	}
	if got := strings.Join(ids, " "); got != "21 23" && got != "23 21" {
		t.Errorf("siblings: got %s, want 21 and 23", got)
	}
	if rec["siblings_not_comparable"] != 1.0 {
		t.Errorf("not comparable: got %v, want the one of an amount that is not known", rec["siblings_not_comparable"])
	}
	doc := s.signIn(auth.Agent).page("/transfers/49983981")
	text := testid(doc, "siblings")
	for _, want := range []string{"the same amount", "whether the amount is the same is not known", "We compared 4 other transfers", "not “different”"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not say %q", text, want)
		}
	}
	if got := transfersIn(doc, "siblings"); got != "21 23 26" && got != "23 21 26" {
		t.Errorf("listed: %s", got)
	}
}

func TestADuplicateWithoutSiblingsSaysWhatWasLookedAt(t *testing.T) {
	s := newSite(t)
	s.deliver(sibling(testTransfer, "1250.00", 0)...)
	s.deliver(payoutFailure(testTransfer, "DUPLICATE_ENTRY", "", ago(19*24*time.Hour)))
	want := "No other transfer to this recipient in ± 10 days that we know of; the other payment may not be through us."
	if got := testid(s.signIn(auth.Agent).page("/transfers/49983981"), "siblings"); !strings.Contains(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestNothingSeenBeforeReachesTheCustomer(t *testing.T) {
	alone, many := newSite(t), newSite(t)
	for _, code := range []string{"ACCOUNT_CLOSED", "DUPLICATE_ENTRY", "TECHNICAL_ISSUE", "NEVER_HEARD_OF"} {
		id := int64(100 + len(code))
		life := append(sibling(id, "1250", 0), payoutFailure(id, code, "", ago(19*24*time.Hour)))
		alone.deliver(life...)
		many.deliver(life...)
		for i := range int64(6) {
			other := append(sibling(id*10+i, "1250", 24*time.Hour), payoutFailure(id*10+i, code, "", ago(20*24*time.Hour)))
			many.deliver(by(700+i%2, testAccount, other...)...)
		}
		path := fmt.Sprintf("/api/v1/transfers/%d", id)
		want := alone.fetch(alone.tokenOnce(), path)["answer"].(map[string]any)["customer_text"]
		got := many.fetch(many.tokenOnce(), path)
		if got["answer"].(map[string]any)["customer_text"] != want || want == "" {
			t.Errorf("%s: what was seen before changes the text: %q, alone %q", code, got["answer"].(map[string]any)["customer_text"], want)
		}
		if rec := got["recurrence"].(map[string]any); len(rec["same_recipient"].([]any)) < 6 || len(rec["siblings"].([]any)) < 6 {
			t.Errorf("%s: nothing was seen before: %v", code, rec)
		}
	}
}

// tokenOnce makes the token of the first call, and gives it again.
func (s *site) tokenOnce() string {
	if s.once == "" {
		s.once = s.token(auth.Agent)
	}
	return s.once
}

func TestAmountsByWisesAPIMakeSiblingsToo(t *testing.T) {
	s := newSite(t)
	for id, target := range map[int64]string{testTransfer: "900.50", 21: "900.5", 22: "900.51"} {
		s.deliver(sibling(id, "", 0)...)
		err := s.db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error {
			value := fmt.Sprintf(`{"id":%d,"target":{"value":%q,"currency":"GBP"}}`, id, target)
			return tx.SaveWiseAnswer(store.WiseAnswer{Kind: store.OfTransferDetails, ID: id, Value: json.RawMessage(value), FetchedAt: testNow, TriedAt: testNow})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	rec := s.fetch(s.token(auth.Agent), "/api/v1/transfers/49983981")["recurrence"].(map[string]any)
	same := rec["siblings"].([]any)
	if len(same) != 1 || same[0].(map[string]any)["transfer_id"] != 21.0 || rec["siblings_not_comparable"] != 0.0 {
		t.Errorf("got %v", rec)
	}
	if got := testid(s.signIn(auth.Agent).page("/transfers/49983981"), "seen-before"); !strings.Contains(got, "Same recipient and amount, ± 10 days") {
		t.Errorf("a quiet line: %q", got)
	}
}
