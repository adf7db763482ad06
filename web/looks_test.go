package web

import (
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/store"
	"transferdesk/web/front"
)

func TestThePageSaysWhoHasLookedAtTheTransfer(t *testing.T) {
	s := bouncedSite(t)
	anna, ben := s.signIn(auth.Agent), s.second(auth.Agent)
	s.call(s.token(auth.Agent), "/api/v1"+tellingPage)
	for _, step := range []struct {
		who  *browser
		wait time.Duration
		want string
	}{
		{anna, 0, "You are the first to look at this."},
		{anna, 20 * time.Minute, "Nobody but you has looked at this yet."},
		{ben, 10 * time.Minute, "First looked at by Agent One, 30 min ago; last by Agent One, 10 min ago."},
		{anna, 5 * time.Minute, "First looked at by you, 35 min ago; last by Ben Two, 5 min ago."},
	} {
		s.setNow(s.now.Add(step.wait))
		if got := testid(step.who.page(tellingPage), "looks"); got != step.want {
			t.Errorf("got %q, want %q", got, step.want)
		}
	}
	must(t, s.db.Read(t.Context(), func(r *store.Reader) error {
		by, err := r.Looks([]int64{testTransfer, 5, testTransfer})
		if len(by) != 1 || len(by[testTransfer]) != 2 || by[testTransfer][0].Name != "Agent One" {
			t.Errorf("by transfer there are %v", by)
		}
		return err
	}))
}

func TestWhatIsNoPageOfItsOwnIsNoLook(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	agent.get(tellingPage + "/proof")
	agent.page("/events/1")
	agent.page("/bounced")
	s.call(s.token(auth.Admin), "/api/v1"+tellingPage)
	var n int
	must(t, s.sql().QueryRow(`SELECT count(*) FROM looks`).Scan(&n))
	if n != 0 {
		t.Errorf("%d looks are kept", n)
	}
}

func TestAPageIsNotShownWhenItsLookCannotBeKept(t *testing.T) {
	s := bouncedSite(t)
	agent := s.signIn(auth.Agent)
	_, err := s.sql().Exec(`CREATE TRIGGER full BEFORE INSERT ON looks BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
	must(t, err)
	if got := agent.get(tellingPage).StatusCode; got != 503 {
		t.Errorf("got %d, want 503", got)
	}
	if rows := s.recorded(auth.ViewTransfer); len(rows) != 0 {
		t.Errorf("the view is recorded without its look: %v", rows)
	}
}

func TestTheQueueListsWhatItsReaderLookedUpLast(t *testing.T) {
	s := bouncedSite(t)
	_, err := s.desk.ImportCustomers(t.Context(), cli(), desk.Import{From: strings.NewReader("reference,name,email,profile_id,user_id\nC-1,Ada Lovelace,ada@example.com,16055450,7788991\n"), Bad: func(*customer.BadLine) {}})
	must(t, err)
	agent, other := s.signIn(auth.Agent), s.second(auth.Agent)
	if n := agent.page("/").Find(`[data-testid="recent-looks"]`).Length(); n != 0 {
		t.Error("the list is drawn although nothing was looked up")
	}
	for i := range 9 {
		agent.get("/transfers/" + front.IDText(int64(i+1)))
		s.setNow(s.now.Add(time.Minute))
	}
	for _, path := range []string{"/users/7788991", tellingPage, "/customers/16055450", tellingPage} {
		agent.get(path)
		s.setNow(s.now.Add(time.Minute))
	}
	rows := agent.page("/").Find(`[data-testid="recent-looks"] li`)
	hrefs := rows.Find("a").Map(func(_ int, a *goquery.Selection) string { return a.AttrOr("href", "") })
	if got := strings.Join(hrefs, " "); !strings.HasPrefix(got, "/transfers/49983981 /customers/16055450 /users/7788991 /transfers/9 /transfers/8") || len(hrefs) != 10 {
		t.Errorf("%d rows: %s", len(hrefs), got)
	}
	if got := folded(rows.First().Text()); !strings.HasPrefix(got, "Transfer 49983981") || !strings.HasSuffix(got, "1 min ago") || rows.First().Find("bdi").Text() != "Ada Lovelace" {
		t.Errorf("the first row is %q", got)
	}
	if rows.Eq(2).Find("bdi").Text() != "Ada Lovelace" || rows.Eq(3).Find("bdi").Length() != 0 {
		t.Error("a name is missing, or is said of what nobody has named")
	}
	if n := other.page("/").Find(`[data-testid="recent-looks"]`).Length(); n != 0 {
		t.Error("somebody else sees it")
	}
}
