package web

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

// details lists what the audit rows of an act say beside their subject.
func (s *site) details(act auth.Act) (all []string) {
	s.t.Helper()
	rows, err := s.sql().Query(`SELECT detail FROM audit_entries WHERE act = ? ORDER BY id`, string(act))
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var detail string
		if err := rows.Scan(&detail); err != nil {
			s.t.Fatal(err)
		}
		all = append(all, detail)
	}
	return all
}

func TestAPrintForTheDeskHasAllOfItAndSaysWhatItIs(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	b := s.signIn(auth.Agent)
	b.settle(url.Values{"zone": {"Asia/Kathmandu"}})
	whole, paper := b.page("/transfers/49983981"), b.page("/transfers/49983981/print")
	text := testid(paper, "print")
	for _, part := range []string{"Internal: not for the customer", "Asia/Kathmandu", testid(whole, "answer"), testid(whole, "since"), testid(whole, "why"), testid(whole, "next"),
		"49983981", "16055450", "ACCOUNT_CLOSED", "1,247.50 EUR", testid(whole, "customer-text"), "funds_refunded", "event 1"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not on it:\n%s", part, text)
		}
	}
	signed := testid(paper, "printed-by")
	if !regexp.MustCompile(`^Printed by Agent One \(agent\) on 21 Nov 2026, 13:45 UTC\+5:45 · request id \S+$`).MatchString(signed) {
		t.Errorf("it is signed %q", signed)
	}
	if paper.Find("h1").Length() != 1 || paper.Find("main .paper a, main .paper form, main .paper button").Length() != 0 {
		t.Error("there is something to click on the paper, or not one h1")
	}
	if whole.Find(`[data-testid="print-link"][href="/transfers/49983981/print"]`).Length() != 1 {
		t.Error("no link leads from the transfer to its print")
	}
	if own := testid(whole, "page-printed-by"); !strings.HasPrefix(own, "Internal: not for the customer. Printed by Agent One (agent) on 21 Nov 2026, 13:45 UTC+5:45") {
		t.Errorf("the page itself, printed, is signed %q", own)
	}
	if got := s.recorded(auth.PrintTransfer); !slices.Equal(got, []string{"done transfer 49983981"}) {
		t.Errorf("recorded: %v", got)
	}
	if got := s.details(auth.PrintTransfer); !slices.Equal(got, []string{"print for the desk"}) {
		t.Errorf("recorded as %v", got)
	}
}

func TestAPrintForTheCustomerHasTheCustomersTextAlone(t *testing.T) {
	s := newSite(t, func(cfg *Config) { cfg.Company = tallinn(t) })
	s.deliver(refundedLife(testTransfer)...)
	b := s.signIn(auth.Agent)
	b.settle(url.Values{"zone": {"Asia/Kathmandu"}})
	text := testid(b.page("/transfers/49983981"), "customer-text")
	doc := b.page("/transfers/49983981/print?for=customer")
	paper := testid(doc, "print")
	left := strings.Replace(paper, text, "", 1)
	if left == paper {
		t.Fatalf("the text for the customer is not on it: %s", paper)
	}
	own := regexp.MustCompile(`^SANDBOX ?About payment 49983981 ?(Amount ?1,250.00 EUR ?)?As of ?21 Nov 2026, 10:00 EET ?Printed by Agent One \(agent\) on 21 Nov 2026, 10:00 EET · request id \S+$`)
	if !own.MatchString(folded(left)) {
		t.Errorf("beside the text it says %q", left)
	}
	if got := s.details(auth.PrintTransfer); !slices.Equal(got, []string{"print for the customer"}) {
		t.Errorf("recorded as %v", got)
	}
}

func TestANoteIsOnThePrintForTheDeskAndOnNoOther(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	b := s.signIn(auth.Agent)
	const text = "The daughter rings on Monday."
	if got := b.submit("/transfers/49983981/notes", url.Values{"text": {text}}).StatusCode; got != http.StatusSeeOther {
		t.Fatalf("noting: got %d", got)
	}
	if desk := testid(b.page("/transfers/49983981/print"), "print"); !strings.Contains(desk, text) {
		t.Errorf("the note is not on the print for the desk:\n%s", desk)
	}
	if paper := testid(b.page("/transfers/49983981/print?for=customer"), "print"); strings.Contains(paper, text) {
		t.Errorf("the note is on the print for the customer:\n%s", paper)
	}
}

func TestAPrintIsRefusedWhereItCannotBeRecordedOrIsForNobody(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	b := s.signIn(auth.Agent)
	if got := b.get("/transfers/49983981/print?for=press").StatusCode; got != http.StatusBadRequest {
		t.Errorf("for the press: got %d, want 400", got)
	}
	if got := b.get("/transfers/777/print").StatusCode; got != http.StatusNotFound {
		t.Errorf("of a transfer that nobody named: got %d, want 404", got)
	}
	s.breakAudit()
	if got := b.get("/transfers/49983981/print").StatusCode; got != http.StatusServiceUnavailable {
		t.Errorf("unrecorded: got %d, want 503", got)
	}
}
