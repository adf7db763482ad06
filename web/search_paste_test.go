package web

import (
	"encoding/json"
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
	if d := cmp.Diff([]string{"1 e-mail", "2 transfer ids", "1 unknown number", "1 recipient id", "1 UETR", "2 amounts, not searched", "1 IBAN by the look of it: not searched, and not kept"}, chipsOf(doc)); d != "" {
		t.Errorf("the chips (-want +got):\n%s", d)
	}
	if text, _ := doc.Html(); strings.Contains(text, "0532") || strings.Contains(text, "DE89") {
		t.Error("the page shows the IBAN")
	}
	if title := doc.Find("title").Text(); !strings.HasPrefix(title, "4 found, 1 not") {
		t.Errorf("the title is %q", title)
	}
}

func TestANumberThatIsTwoThingsIsListedAsBoth(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testProfile, "", "incoming_payment_waiting", ago(5e12)))
	s.deliver(bouncedLife(testTransfer)...)
	got := listed(s.signIn(auth.Agent).paste("16055450\n49983981\n16055450"))
	if len(got) != 3 || !strings.Contains(got[0], "Transfer 16055450") || !strings.Contains(got[1], "Customer 16055450") || !strings.Contains(got[2], "Transfer 49983981") {
		t.Errorf("got %q", got)
	}
}

func TestARecipientListsItsTransfersAndAReferenceItsCustomer(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testTransfer, "", "processing", ago(5e12)), stateChange(testTransfer+1, "", "processing", ago(5e12)))
	s.directory("KD 4711/a,Max,,16055999,")
	got := listed(s.signIn(auth.Agent).paste("Empfänger\tKunde\tTelefon\n14124090\tKD 4711/a\t+49 171 1234567\nkein\tC-99\t-\n"))
	if len(got) != 3 || !strings.Contains(got[0], "recipient 14124090") || !strings.Contains(got[1], "recipient 14124090") || !strings.Contains(got[2], "reference KD 4711/a") {
		t.Errorf("got %q, want two transfers and a customer, and nothing of C-99", got)
	}
}

func TestWhatIsBeyondTheBoundsIsSaid(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	var text strings.Builder
	for i := range 312 {
		fmt.Fprintf(&text, "%d\n", 49_983_000+i)
	}
	doc := agent.paste(text.String())
	if got := listed(doc); len(got) != 200 || !strings.HasPrefix(got[0], "49983000: no transfer") {
		t.Errorf("%d lines", len(got))
	}
	if got := chipsOf(doc); len(got) != 2 || got[1] != "the first 200 of 312" {
		t.Errorf("the chips are %q", got)
	}
	long := strings.Repeat("lorem ipsum ", 9000)
	doc = agent.paste("49983981 " + long + " 49983982")
	if got := chipsOf(doc); len(got) != 2 || got[1] != "the first 100 kB of the text" {
		t.Errorf("the chips are %q", got)
	}
	if doc.Find("textarea").Text() != "" {
		t.Error("a text of 100 kB stands in the field again")
	}
	if answer := agent.submit("/search", url.Values{"q": {strings.Repeat(long, 4)}}); answer.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a text beyond all bounds: got %d", answer.StatusCode)
	}
	full := agent.page("/search?q=" + url.QueryEscape(strings.Repeat("x ", 999)+"no"))
	if got := testid(full, "search-full"); !strings.Contains(got, "takes 2,000 characters, and it was full") {
		t.Errorf("a full search box: got %q", got)
	}
	if testid(agent.page("/search?q=short"), "search-full") != "" {
		t.Error("a search box that was not full is said to have been")
	}
}

// A mail is personal: it stands on the page that answers it, and nowhere else.
func TestAPastedTextLeavesNoTrace(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	doc := agent.paste("Canary writes of 49983999, canary@example.com")
	if got := strings.TrimSpace(doc.Find("#text").Text()); got != "Canary writes of 49983999, canary@example.com" {
		t.Errorf("the field holds %q, want what was pasted", got)
	}
	if got := doc.Find("#q").AttrOr("value", ""); got != "" {
		t.Errorf("the search box, which an address would hold, has %q", got)
	}
	answer := agent.submit("/search", url.Values{"q": {" #49983981\n"}})
	if to := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || to != "/transfers/49983981" {
		t.Errorf("one id alone: got %d to %q", answer.StatusCode, to)
	}
	s.sendJSON(s.token(auth.Agent), "/api/v1/search", `{"q":"canary 49983999"}`)
	agent.submit("/search?q=canary", url.Values{"q": {strings.Repeat("canary", 100_000)}})
	if strings.Contains(strings.ToLower(s.log.String()), "canary") || !strings.Contains(s.log.String(), "route=/search") {
		t.Error("the log holds the text, or no line of a search")
	}
	var n int
	err := s.sql().QueryRow(`SELECT count(*) FROM audit_entries WHERE lower(detail || subject_id || actor_name) LIKE '%canary%'`).Scan(&n)
	if err != nil || n != 0 {
		t.Errorf("%d audit rows hold the text, %v", n, err)
	}
}

func TestAHostileTextIsTextAndNothingElse(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	for _, text := range []string{
		`</textarea><script>document.title="owned"</script> 49983999 <img src=x onerror=alert(1)>`,
		"\u202egpj.exe 49983999\u202c \u2066x", "<b>a</b>@<i>b</i> 49983999 T49983998\u202e", "`${7*7}` {{7*7}} 49983999 'a'@\"b\"",
	} {
		doc := agent.paste(text)
		if doc.Find("main script, main img").Length() != 0 || doc.Find("main textarea").Length() != 1 {
			t.Errorf("%q became markup", text)
		}
		if !strings.Contains(strings.Join(listed(doc), " "), "49983999: no transfer") {
			t.Errorf("%q: got %q", text, listed(doc))
		}
		doc.Find("main .id").Each(func(_ int, id *goquery.Selection) {
			if strings.ContainsAny(id.Text(), "\u202e\u2066") {
				t.Errorf("%q: an id turns the text around it: %q", text, id.Text())
			}
		})
	}
}

func TestALockedSupportCaseIsNotFoundInAText(t *testing.T) {
	s := newSite(t)
	open := sealed("partner-support#case-changed", "2.0.0", `{"resource":{"case_id":9100,"case_type":"GENERAL_ENQUIRY","details":{"transfer_id":null,"user_id":1,"profile_id":16055450},"status":"OPEN","type":"partner-support-case"},"type":"NEW_CASE","occurred_at":"2026-11-20T10:00:00Z"}`, "2026-11-20T10:00:01Z")
	s.deliver(open, strings.NewReplacer("9100", "9101", "GENERAL_ENQUIRY", "SANCTIONS").Replace(open))
	doc := s.signIn(auth.Agent).paste("cases 9100, 9101 and 9102, please")
	got := listed(doc)
	if len(got) != 3 || !strings.Contains(got[0], "9100") || strings.HasPrefix(got[0], "9100: no") {
		t.Errorf("got %q, want the open case first", got)
	}
	if len(got) == 3 && strings.ReplaceAll(got[1], "9101", "N") != strings.ReplaceAll(got[2], "9102", "N") {
		t.Errorf("a locked case reads %q, one that does not exist %q", got[1], got[2])
	}
}

// sendJSON sends a body with a token.
func (s *site) sendJSON(token, path, body string) *http.Response {
	s.t.Helper()
	req, err := http.NewRequest(http.MethodPost, s.http.URL+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	return s.do(http.DefaultClient, req)
}

func TestAProgramSearchesForATextByPOST(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	_, router := document(t)
	token := s.token(auth.Agent)
	answer := s.sendJSON(token, "/api/v1/search", `{"q":"49983981 and T49983999, 12.50 EUR, DE89370400440532013000"}`)
	s.conforms(router, answer)
	answer = s.sendJSON(token, "/api/v1/search", `{"q":"49983981 and T49983999, 12.50 EUR, DE89370400440532013000"}`)
	var got apiSearch
	if err := json.Unmarshal([]byte(body(t, answer)), &got); err != nil || len(got.Results) != 1 {
		t.Fatalf("got %+v, %v", got, err)
	}
	path, id := "/transfers/49983981", int64(testTransfer)
	want := apiSearch{
		Query:       "49983981 and T49983999, 12.50 EUR, [IBAN]",
		Interpreted: []string{"1 transfer id", "1 unknown number", "1 amount, not searched", "1 IBAN by the look of it: not searched, and not kept"},
		Results:     []apiHit{{Kind: "transfer", ID: &id, Title: "Transfer 49983981", Answer: got.Results[0].Answer, URL: &path, Audience: "desk"}},
		NotFound:    []apiLost{{Text: "T49983999", Answer: "no transfer, customer, user, recipient or case of that number", Audience: "desk"}},
		Audience:    "desk",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the answer (-want +got):\n%s", diff)
	}
	for body, status := range map[string]int{
		`{"q":"` + strings.Repeat("1234567 ", 12_500) + `"}`: http.StatusOK, `{}`: http.StatusUnprocessableEntity, `{"q":5}`: http.StatusUnprocessableEntity, `5`: http.StatusBadRequest,
		`{"q":"` + strings.Repeat("x", 700_000) + `"}`: http.StatusRequestEntityTooLarge,
	} {
		answer := s.sendJSON(token, "/api/v1/search", body)
		if answer.StatusCode != status {
			t.Errorf("%.20s: got %d, want %d", body, answer.StatusCode, status)
		}
		s.conforms(router, answer)
	}
}
