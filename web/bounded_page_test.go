package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// Wise may send any number of codes: no page grows with them.
func TestPagesStaySmallHoweverManyCodesCome(t *testing.T) {
	s := newSite(t)
	const n = 250
	bodies := make([]string, 0, n+2)
	for i := range n {
		bodies = append(bodies, payoutFailure(int64(1000+i), fmt.Sprintf("BRAND_NEW_%03d", i), "", ago(time.Duration(n+i)*time.Minute)))
	}
	s.deliver(append(bodies, payoutFailure(900, "WRONG_ID_NUMBER", "", ago(time.Hour)), payoutFailure(901, "A"+strings.Repeat("x", 3000), "", ago(time.Hour)))...)
	lead := s.signIn(auth.Lead)

	doc := lead.page("/reasons")
	rows := doc.Find(`[data-testid="codes-without-card"] tbody tr`)
	if rows.Length() != 100 || !strings.Contains(rows.Eq(1).Text(), "BRAND_NEW_000") {
		t.Errorf("%d codes to do, the second %q", rows.Length(), folded(rows.Eq(1).Text()))
	}
	if got := testid(doc, "codes-more"); !strings.HasPrefix(got, strconv.Itoa(n+1-100)+" more") {
		t.Errorf("the rest: %q", got)
	}
	offers := lead.page("/bounced").Find(`input[name="reason"]`)
	if offers.Length() != 100 || offers.Filter(`[value="WRONG_ID_NUMBER"]`).Length() != 1 {
		t.Errorf("%d reasons to choose from, or not the one that has a card", offers.Length())
	}
	chosen := lead.page("/bounced?reason=BRAND_NEW_249").Find(`input[name="reason"][value="BRAND_NEW_249"]`)
	if _, ticked := chosen.Attr("checked"); !ticked {
		t.Error("a reason that is chosen is not among the choices")
	}
}

// What is private and was typed into the wrong box is not printed again.
func TestThePlaybooksSearchEchoesNothingPrivate(t *testing.T) {
	doc := newSite(t).signIn(auth.Lead).page("/reasons?q=%20GB33BUKB20201555555555+closed")
	if got := doc.Find("#card").AttrOr("value", ""); got != "[IBAN] closed" {
		t.Errorf("the box holds %q", got)
	}
}

// A transfer may fail and be refunded without end: its page shows the latest, and how
// many there were.
func TestATransferPageShowsTheLatestOfManyFailures(t *testing.T) {
	s := newSite(t)
	var bodies []string
	for i := range 30 {
		bodies = append(bodies, payoutFailure(7, fmt.Sprintf("BRAND_NEW_%03d", i), "", ago(time.Duration(100+i)*time.Minute)), refund(7, strconv.Itoa(i+1), "EUR", ago(time.Duration(100+i)*time.Minute)))
	}
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	doc := agent.page("/transfers/7")
	for _, what := range []string{"failure", "refund"} {
		if n := doc.Find(`[data-testid="` + what + `"]`).Length(); n != mostCards {
			t.Errorf("%d of %s, want %d", n, what, mostCards)
		}
	}
	if got := doc.Find(`[data-testid="earlier-ones"]`); got.Length() != 2 || !strings.HasPrefix(got.Text(), "10 more") {
		t.Errorf("the rest: %q", got.Text())
	}
	if got := doc.Find(`[data-testid="failure"]`).First().Text(); !strings.Contains(got, "BRAND_NEW_000") {
		t.Errorf("the first is not the latest: %q", folded(got))
	}
	if got := testid(doc, "refund"); strings.Contains(got, "30.00 EUR") {
		t.Errorf("the oldest refund is shown: %q", got)
	}
	if answer := agent.get("/transfers/7"); answer.StatusCode != http.StatusOK {
		t.Errorf("got %d", answer.StatusCode)
	}
}
