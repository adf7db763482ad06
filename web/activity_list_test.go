package web

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

func TestEveryKindStandsInItsSectionOfTheCustomersPage(t *testing.T) {
	s := newSite(t)
	s.deliver(wholeCustomer()...)
	doc := s.signIn(auth.Agent).page("/customers/16055450")
	for section, kinds := range map[string][]string{
		"incoming":     {"swift_message/m-1", "swift_credit/12345", "swift_credit/12346", "details_payment/901", "details_order/o-1"},
		"cards":        {"card/" + testCard, "card_order/1001L", "card_production/" + testCard, "card_transaction/4400", "card_challenge/ch-1", "card_wallet/w-1"},
		"disputes":     {"dispute/" + testDispute},
		"verification": {"verification/16055450", "cdd_check/16055450", "kyc_review/" + testReview, "profile_state/16055450"},
		"batches":      {"batch_payment/555"},
		"support":      {"support_case/136"},
		"recipients":   {"recipient_account/14124090"},
	} {
		for _, thing := range kinds {
			if n := doc.Find(`[data-testid="section-` + section + `"] tbody th a[href="/activity/` + thing + `"]`).Length(); n != 1 {
				t.Errorf("%s: %d links to %s, want one", section, n, thing)
			}
		}
	}
	for _, thing := range []string{"hold_limit/31", "overdraft/16055450", "balance/123"} {
		if n := doc.Find(`section[aria-labelledby="movements"] a[href="/activity/` + thing + `"]`).Length(); n != 1 {
			t.Errorf("money: %d links to %s, want one", n, thing)
		}
	}
	if n := doc.Find(`[data-testid="nothing-told"]`).Length(); n != 0 {
		t.Error("everything was told, and the page says that something was not")
	}
	doc.Find(".jumps a").Each(func(_ int, link *goquery.Selection) {
		if at := link.AttrOr("href", ""); doc.Find(at).Length() != 1 {
			t.Errorf("%s leads nowhere", at)
		}
	})
}

func TestWhatWaitsForSomebodyStandsOnTopByItsDeadline(t *testing.T) {
	s := newSite(t)
	s.deliver(wholeCustomer()...)
	rows := s.signIn(auth.Agent).page("/customers/16055450").Find(`section[aria-labelledby="open-now"] tbody tr`)
	var firsts []string
	rows.Each(func(_ int, row *goquery.Selection) { firsts = append(firsts, row.Find("a").First().AttrOr("href", "")) })
	if len(firsts) < 4 || firsts[0] != "/transfers/49983982" || firsts[1] != "/activity/kyc_review/"+testReview {
		t.Fatalf("open now: %q, want the transfer, then the review that has a deadline", firsts)
	}
	if text := rows.Eq(1).Text(); !strings.Contains(text, "due 24 Nov 2026") || !strings.Contains(text, "in 3 days") {
		t.Errorf("the review says %q, want its day and how far it is", text)
	}
	all := strings.Join(firsts, " ")
	for _, want := range []string{"support_case/136", "batch_payment/555", "hold_limit/31", "cdd_check/"} {
		if !strings.Contains(all, want) {
			t.Errorf("open now: %q, want %s in it", firsts, want)
		}
	}
	if strings.Contains(all, "card_order/") || strings.Contains(all, "settlement/") {
		t.Errorf("open now: %q, want nothing that goes on by itself", firsts)
	}
}

func TestACustomersListOfAKindPagesWithoutGaps(t *testing.T) {
	s := newSite(t)
	for i := range int64(120) {
		s.deliver(cardTransaction(9000+i, "COMPLETED", "", "Shop", ago(time.Duration(i/3)*time.Minute)))
	}
	agent := s.signIn(auth.Agent)
	doc := agent.page("/customers/16055450")
	link := doc.Find(`[data-testid="section-cards"] .group-row a`)
	if link.Text() != "all 120" {
		t.Fatalf("the section leads on with %q, want all 120", link.Text())
	}
	seen, at := map[string]bool{}, link.AttrOr("href", "")
	for pages := 0; at != "" && pages < 5; pages++ {
		doc = agent.page(at)
		doc.Find("tbody th a").Each(func(_ int, a *goquery.Selection) { seen[a.AttrOr("href", "")] = true })
		at = doc.Find(`a[rel="next"]`).AttrOr("href", "")
	}
	if len(seen) != 120 {
		t.Errorf("the pages hold %d transactions, want all 120", len(seen))
	}
	if got := s.recorded(auth.ViewCustomer); len(got) != 4 {
		t.Errorf("recorded %q, want the page and three of the list", got)
	}
}

func TestSettlementsHaveAPageOfTheirOwn(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	if n := agent.page("/settlements").Find(`.empty[data-testid="nothing-yet"]`).Length(); n != 1 {
		t.Error("no settlement was told, and the page does not say so")
	}
	s.deliver(settlement("TPFB1", true, ago(time.Hour)), settlement("TPFB/2 3", false, ago(2*time.Hour)))
	doc := agent.page("/settlements")
	rows := doc.Find("tbody tr")
	if rows.Length() != 2 || !strings.Contains(rows.Eq(1).Text(), "Not settled") || strings.Contains(rows.Eq(0).Text(), "Not settled") {
		t.Fatalf("the rows are %q", rows.Text())
	}
	link := rows.Eq(1).Find("th a").AttrOr("href", "")
	if text := agent.page(link).Find("main").Text(); !strings.Contains(text, "TPFB/2 3") || !strings.Contains(text, "Treasury") {
		t.Errorf("%s says %q, want the settlement and who acts", link, text)
	}
	for _, path := range []string{"/settlements?kind=incoming_transfer", "/settlements?kind=card"} {
		if n := agent.page(path).Find(".empty").Length(); n != 1 {
			t.Errorf("%s: want an empty list", path)
		}
	}
	agent.document(agent.get("/settlements?kind=x"), 400)
	agent.document(agent.get("/settlements?cursor=x"), 400)
}

// TestACustomerWithEverythingFitsTheBudget: 30 KiB of HTML, packed.
func TestACustomerWithEverythingFitsTheBudget(t *testing.T) {
	s := newSite(t)
	s.deliver(wholeCustomer()...)
	for i := range int64(60) {
		s.deliver(bouncedLife(60000 + i)...)
		s.deliver(dispute(fmt.Sprintf("d-%d", i), "ACTIVE", "IN_REVIEW", ago(time.Duration(i)*time.Hour)))
	}
	page := body(t, s.signIn(auth.Agent).get("/customers/16055450"))
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(page))
	must(t, err)
	must(t, w.Close())
	t.Logf("%d bytes, %d packed", len(page), packed.Len())
	if packed.Len() > 30<<10 {
		t.Errorf("the page has %d bytes packed, want at most %d", packed.Len(), 30<<10)
	}
}
