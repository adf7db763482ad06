package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
)

// paste sends a text by the larger field and gives the page.
func (b *browser) paste(text string) *goquery.Document {
	b.t.Helper()
	return b.document(b.submit("/search", url.Values{"q": {text}}), http.StatusOK)
}

// listed are the lines of the page, in their order.
func listed(doc *goquery.Document) (all []string) {
	doc.Find(`[data-testid="search-lines"] > li`).Each(func(_ int, li *goquery.Selection) {
		all = append(all, folded(li.Text()))
	})
	return all
}

func chipsOf(doc *goquery.Document) (all []string) {
	doc.Find(`[data-testid="search-chips"] .pill`).Each(func(_ int, pill *goquery.Selection) { all = append(all, folded(pill.Text())) })
	return all
}

const mess = `From: Erika <erika@example.com>
Subject: where is my money?

Hi, #49 983 982 and https://wise.com/transactions/activities/by-resource/TRANSFER/49983981 are gone,
49983999 too. I paid 1,250.00 EUR and 99.50 EUR from DE89 3704 0044 0532 0130 00.
It went to 14124090, see UETR 5C1B1A8E-1111-4222-8333-0123456789AB (KD 4711/a).

> 49983981 again
`

func TestAWholeEmailIsAnsweredLineByLine(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer),
		strings.Replace(stateChange(49983982, "", "incoming_payment_waiting", ago(5e12)), fmt.Sprint(testAccount), "14124091", 1),
		swiftCredit(4455, testUETR, "ACME", ago(5e12)))...)
	s.directory("C-17,Erika Mustermann,Erika@Example.com,16055450,7788991")
	doc := s.signIn(auth.Agent).paste(strings.ReplaceAll(mess, "5C1B1A8E-1111-4222-8333-0123456789AB", strings.ToUpper(testUETR)))
	got := listed(doc)
	for i, want := range []string{"Customer 16055450", "Transfer 49983982", "Transfer 49983981", "49983999: no transfer, customer, user, recipient or case of that number", "14124090: Transfer 49983981", "SWIFT"} {
		if i >= len(got) || !strings.Contains(got[i], want) {
			t.Errorf("line %d: got %q, want %q in it", i, got, want)
		}
	}
	if d := cmp.Diff([]string{"1 e-mail", "2 transfer ids", "1 number", "1 recipient id", "1 UETR", "2 amounts, not searched", "1 IBAN by the look of it: not searched, and not kept"}, chipsOf(doc)); d != "" {
		t.Errorf("the chips (-want +got):\n%s", d)
	}
	if text, _ := doc.Html(); strings.Contains(text, "0532") || strings.Contains(text, "DE89") {
		t.Error("the page shows the IBAN")
	}
	if title := doc.Find("title").Text(); !strings.HasPrefix(title, "4 found, 1 not") {
		t.Errorf("the title is %q", title)
	}
}
