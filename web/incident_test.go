package web

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// wave lets transfers fail with a code, one each minute before an age.
func (s *site) wave(first int64, n int, code string, before time.Duration) {
	s.t.Helper()
	for i := range n {
		s.deliver(payoutFailure(first+int64(i), code, "", s.now.Add(-before).Add(time.Duration(i)*time.Minute).Format(time.RFC3339)))
	}
}

// listed counts the transfers of the list that a link leads to.
func (s *site) listed(href string) (ids []int64) {
	s.t.Helper()
	u, err := url.Parse(href)
	if err != nil {
		s.t.Fatal(err)
	}
	since, err := time.Parse(time.RFC3339, u.Query().Get("since"))
	if err != nil {
		s.t.Fatalf("since of %s: %v", href, err)
	}
	err = s.db.Read(context.Background(), func(r *store.Reader) error {
		for cursor := ""; ; {
			page, err := r.LastWithCode(store.CodeKind(u.Query().Get("kind")), strings.TrimPrefix(u.Path, "/reasons/"), since, cursor, 2)
			if err != nil {
				return err
			}
			for _, row := range page.Rows {
				ids = append(ids, row.Facts.Transfer)
			}
			if cursor = page.Next; cursor == "" {
				return nil
			}
		}
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return ids
}

func TestAWaveIsOneBannerWhoseLinkHasExactlyItsTransfers(t *testing.T) {
	s := newSite(t)
	s.wave(1000, 7, "TECHNICAL_ISSUE", 100*time.Hour) // too long ago
	s.wave(2000, 7, "TECHNICAL_ISSUE", 3*time.Hour)
	s.wave(2000, 2, "TECHNICAL_ISSUE", 2*time.Hour) // two of them fail again: they count once
	s.wave(3000, 4, "WRONG_NAME", time.Hour)
	agent := s.signIn(auth.Agent)
	for _, path := range []string{"/", "/bounced", fmt.Sprintf("/customers/%d", testProfile)} {
		doc := agent.page(path)
		text := testid(doc, "incident")
		if n := doc.Find(`[data-testid=incident]`).Length(); n != 1 || !strings.Contains(text, "7 transfers failed with “a technical issue” (TECHNICAL_ISSUE) since 05:00 UTC") || strings.Contains(text, "WRONG_NAME") {
			t.Errorf("%s: %d banners: %q", path, n, text)
		}
		if !strings.Contains(text, "One text for all: “Your payment could not be paid out because of a technical issue that is not your fault.”") {
			t.Errorf("%s: without the text for all: %q", path, text)
		}
		href, _ := doc.Find(`[data-testid=incident] a`).Attr("href")
		if ids := s.listed(href); len(ids) != 7 || !strings.HasPrefix(href, "/reasons/TECHNICAL_ISSUE?kind=failure&since=2026-11-21T05:00:00Z") && !strings.Contains(href, "since=2026-11-21T05%3A00%3A00Z") {
			t.Errorf("%s: %s lists %v", path, href, ids)
		}
	}
	token := s.token(auth.Agent)
	for id, want := range map[int64]bool{2000: true, 2006: true, 1000: false, 3000: false} {
		if got := strings.Contains(s.flagCodes(token, id), "incident"); got != want {
			t.Errorf("flag of %d: got %v", id, got)
		}
	}
	text := s.fetch(token, "/api/v1/transfers/2000")["answer"].(map[string]any)["customer_text"].(string)
	if strings.Contains(text, "7 ") || strings.Contains(text, "usual") {
		t.Errorf("the customer is told of the wave: %q", text)
	}
}

func TestAnIncidentEndsWhenTheDayIsOver(t *testing.T) {
	s := newSite(t)
	s.wave(2000, 5, "TECHNICAL_ISSUE", 3*time.Hour) // in the hour that begins at 05:00
	email := s.person(auth.Agent)
	seen := func(now time.Time) bool {
		s.setNow(now)
		return s.signInAs(email).page("/").Find(`[data-testid=incident]`).Length() > 0
	}
	last := time.Date(2026, 11, 22, 4, 59, 0, 0, time.UTC)
	if !seen(testNow) || !seen(last) || seen(last.Add(time.Minute)) {
		t.Error("an incident is there for the 24 hours that its first transfer is in, and no longer")
	}
}

func TestWhatIsUsualIsNoIncident(t *testing.T) {
	s := newSite(t)
	for day := range 28 {
		s.wave(int64(10_000+100*day), 2, "TECHNICAL_ISSUE", time.Duration(day+2)*24*time.Hour)
	}
	s.wave(2000, 5, "TECHNICAL_ISSUE", 3*time.Hour)
	agent := s.signIn(auth.Agent)
	if got := testid(agent.page("/"), "incident"); got != "" {
		t.Errorf("five where two are usual: %q", got)
	}
	s.wave(2005, 1, "TECHNICAL_ISSUE", 2*time.Hour)
	if got := testid(agent.page("/"), "incident"); !strings.Contains(got, "6 transfers") || !strings.Contains(got, "(usually 2 a day)") {
		t.Errorf("six where two are usual: %q", got)
	}
	if got := folded(agent.page("/transfers/2005").Find(".strips").Text()); !strings.Contains(got, "usually 2 a day): probably not this customer's doing.") {
		t.Errorf("the flag: %q", got)
	}
}

func TestAWaveOfWhatIsLockedIsNoIncident(t *testing.T) {
	s := newSite(t)
	s.wave(2000, 9, "SUSPECTED_FRAUD_AML", 3*time.Hour)
	for i := range int64(9) {
		s.deliver(activeCases(3000+i, ago(2*time.Hour), "PARTNER_SANCTION_HIT"))
	}
	agent := s.signIn(auth.Agent)
	if got := testid(agent.page("/"), "incident"); got != "" {
		t.Errorf("got %q", got)
	}
	if got := s.flagCodes(s.token(auth.Agent), 2000); strings.Contains(got, "incident") || strings.Contains(got, "again") || strings.Contains(got, "before") {
		t.Errorf("flags: %s", got)
	}
}

func TestAWaveOfACodeWithoutACardIsForTheDeskOnly(t *testing.T) {
	s := newSite(t)
	s.wave(2000, 9, "NEVER_HEARD_OF", 3*time.Hour)
	got := testid(s.signIn(auth.Agent).page("/"), "incident")
	if !strings.Contains(got, "NEVER_HEARD_OF") || !strings.Contains(got, "For the desk only") || strings.Contains(got, "One text for all") {
		t.Errorf("got %q", got)
	}
}
