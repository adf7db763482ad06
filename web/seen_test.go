package web

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise"
)

// learn lets a state be learned by asking, now, and gives the delivery's id.
func (s *site) learn(transfer int64, status string) int64 {
	s.t.Helper()
	id, err := s.server.Cfg.Journal.Learn(context.Background(), wise.Seen{Transfer: transfer, Profile: testProfile, Account: 5, Status: status, AskedAt: s.now})
	if err != nil {
		s.t.Fatal(err)
	}
	if err := s.project.CatchUp(context.Background()); err != nil {
		s.t.Fatal(err)
	}
	return id
}

// askedOnce is a transfer of which Wise told "processing", and was asked afterwards.
func askedOnce(t *testing.T, status string) (s *site, delivery int64) {
	t.Helper()
	s = newSite(t)
	s.deliver(stateChange(7, "incoming_payment_waiting", "processing", ago(48*time.Hour)))
	s.setNow(testNow.Add(-time.Hour))
	delivery = s.learn(7, status)
	s.setNow(testNow)
	return s, delivery
}

func TestAStateLearnedByAskingIsShownAsWhatItIs(t *testing.T) {
	s, _ := askedOnce(t, "outgoing_payment_sent")
	doc := s.signIn(auth.Agent).page("/transfers/7")
	for id, want := range map[string]string{
		"answer": "Paid out by Wise; when is not known (Wise's API said so on 21 Nov 2026, 07:00 UTC).",
		"since":  "known since we asked Wise's API 1 h ago",
		"where":  "no date known",
	} {
		if got := testid(doc, id); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q in it", id, got, want)
		}
	}
	if got := testid(doc, "customer-text"); strings.Contains(got, "21 Nov") {
		t.Errorf("the customer is told %q", got)
	}
	if text := folded(doc.Find("main").Text()); !strings.Contains(text, "Wise has not sent the event for this state.") {
		t.Errorf("no flag: %s", text)
	}
	rows := storyRows(doc)
	if !has(rows, "Asked Wise: the transfer was “Paid out by Wise”", "asked by us, not sent by Wise", "outgoing_payment_sent", "1 h ago", "asked 21 Nov 2026, 07:00 UTC") ||
		!has(rows, "An event is missing here", "Wise has not sent the event of this state") || has(rows, "occurred 21 Nov") {
		t.Errorf("the timeline is %q", rows)
	}
}

func TestAskingAgainIsAQuietRowAndTheEventTakesItsPlace(t *testing.T) {
	s, _ := askedOnce(t, "outgoing_payment_sent")
	s.learn(7, "outgoing_payment_sent")
	agent := s.signIn(auth.Agent)
	doc := agent.page("/transfers/7")
	if got := folded(doc.Find(`[data-testid="timeline"] > li .quiet`).First().Text()); got != "Asked Wise: still “Paid out by Wise”" {
		t.Errorf("the quiet row is %q", got)
	}
	s.deliver(stateChange(7, "processing", "outgoing_payment_sent", ago(20*time.Hour)))
	doc = agent.page("/transfers/7")
	if got := testid(doc, "answer"); !strings.Contains(got, "Paid out by Wise on 20 Nov") {
		t.Errorf("after the event: %q", got)
	}
	if text := folded(doc.Find("main").Text()); strings.Contains(text, "Wise has not sent") || strings.Count(text, "Asked Wise: still") != 2 {
		t.Errorf("after the event: %s", text)
	}
}

func TestTheJSONOfAStateSeenHasNoDateOfItsOwn(t *testing.T) {
	s, delivery := askedOnce(t, "bounced_back")
	_, router := document(t)
	token := s.token(auth.Admin)
	var got struct {
		State    string  `json:"state"`
		Since    *string `json:"since"`
		Flags    []struct{ Code string }
		Timeline []struct {
			Kind, To, Note string
			OccurredAt     *string `json:"occurred_at"`
			Event          int64   `json:"event_id"`
		}
	}
	decodeInto(t, s.conforms(router, s.call(token, "/api/v1/transfers/7")), &got)
	last := got.Timeline[len(got.Timeline)-1]
	if got.State != "bounced_back" || got.Since != nil || last.Kind != "state_seen" || last.To != "bounced_back" || last.OccurredAt != nil ||
		last.Event != delivery || !strings.Contains(last.Note, "not sent by Wise") || !strings.Contains(last.Note, "2026-11-21T07:00:00Z") {
		t.Errorf("got %+v", got)
	}
	if !slices.ContainsFunc(got.Flags, func(f struct{ Code string }) bool { return f.Code == "state_by_asking" }) {
		t.Errorf("the flags are %+v", got.Flags)
	}
	for _, path := range []string{fmt.Sprintf("/api/v1/events/%d", delivery), "/api/v1/events?source=reconciliation", "/api/v1/bounced", fmt.Sprintf("/api/v1/customers/%d", testProfile)} {
		text := s.conforms(router, s.call(token, path))
		if strings.Contains(path, "event") && (!strings.Contains(text, `"source":"reconciliation"`) || !strings.Contains(text, `"occurred_at":null`) || strings.Contains(text, `"source":"webhook"`)) {
			t.Errorf("%s: %s", path, text)
		}
		if strings.Contains(text, `"since":"2026-11-21`) && !strings.Contains(path, "customers") {
			t.Errorf("%s tells the day of asking as a date: %s", path, text)
		}
	}
}

func decodeInto(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
}

func TestTheEventOfAnAskingSaysThatWiseDidNotSendIt(t *testing.T) {
	s, delivery := askedOnce(t, "bounced_back")
	admin := s.signIn(auth.Admin)
	text := folded(admin.page(fmt.Sprintf("/events/%d", delivery)).Find("main").Text())
	for _, want := range []string{"Learned by asking Wise’s API", "transferdesk#transfer-seen", "Wise did not send this", "What we wrote down", `"bounced_back"`, "Asked21 Nov 2026, 07:00 UTC"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	for _, not := range []string{"signature", "Verified with", "Sent by Wise", "X-Delivery-Id", "delivery id", "Occurred", "test"} {
		if strings.Contains(text, not) {
			t.Errorf("%q stands in %s", not, text)
		}
	}
	for path, want := range map[string]int{
		"/events": 2, "/events?source=reconciliation": 1, "/events?source=webhook": 1, "/events?source=webhook&source=reconciliation": 2,
		"/events?type=transferdesk%23transfer-seen": 1, "/events?transfer=7&source=webhook": 1, "/events?transfer=7": 2,
	} {
		doc := admin.page(path)
		if n := doc.Find("table.rows tbody tr").Length(); n != want {
			t.Errorf("%s: %d rows, want %d", path, n, want)
		}
		asked := doc.Find(`table.rows [data-testid="asked"]`).Length()
		if all := strings.Contains(path, "webhook") && !strings.Contains(path, "reconciliation"); all == (asked > 0) {
			t.Errorf("%s: %d rows say that they were asked for", path, asked)
		}
	}
	if answer := admin.get("/events?source=carrier-pigeon"); answer.StatusCode != 400 {
		t.Errorf("an unknown source: got %d", answer.StatusCode)
	}
}

func TestAskingIsNoSignOfLifeOfWise(t *testing.T) {
	s := newSite(t)
	s.lively()
	s.setNow(testNow.Add(5 * time.Hour))
	s.learn(1001, "processing")
	agent := s.signIn(auth.Agent)
	for _, path := range []string{"/", "/transfers/1001", "/events"} {
		if got := testid(agent.page(path), "feed-health"); !strings.Contains(got, "Quiet for 5 h") {
			t.Errorf("%s: %q", path, got)
		}
	}
	doc := agent.page("/events")
	if got := folded(doc.Find("main").Text()); !strings.Contains(got, "0 applied") {
		t.Errorf("what we asked for is counted as sent: %.400s", got)
	}
	doc.Find(`a[href*="status=applied"]`).Each(func(_ int, a *goquery.Selection) {
		if href, _ := a.Attr("href"); strings.Contains(href, "since=") && !strings.Contains(href, "source=webhook") {
			t.Errorf("the count leads to %s, where what we asked for stands too", href)
		}
	})
}

func TestListsSayThatATimeIsOneOfAsking(t *testing.T) {
	s, _ := askedOnce(t, "bounced_back")
	agent := s.signIn(auth.Agent)
	for _, path := range []string{"/", "/bounced", fmt.Sprintf("/customers/%d", testProfile)} {
		if got := testid(agent.page(path), "asked"); got != "known since we asked" {
			t.Errorf("%s: %q", path, got)
		}
	}
	s.deliver(stateChange(7, "outgoing_payment_sent", "bounced_back", ago(20*time.Hour)))
	if got := testid(agent.page("/bounced"), "asked"); got != "" {
		t.Errorf("after the event: %q", got)
	}
}

func TestALockedStateThatWasSeenStandsOnNoPage(t *testing.T) {
	s, delivery := askedOnce(t, "SUSPECTED_FRAUD_AML")
	agent := s.signIn(auth.Agent)
	for _, path := range []string{"/transfers/7", "/events", fmt.Sprintf("/events/%d", delivery), "/", "/search?q=7", fmt.Sprintf("/customers/%d", testProfile)} {
		if text := body(t, agent.get(path)); strings.Contains(strings.ToUpper(text), "FRAUD_AML") {
			t.Errorf("%s shows what is locked", path)
		}
	}
	if rows := storyRows(agent.page("/transfers/7")); !has(rows, "Asked Wise: the transfer was “HANDLED_BY_COMPLIANCE”") {
		t.Errorf("the timeline is %q", rows)
	}
}
