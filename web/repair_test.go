package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// refuse makes the database refuse a transfer's row until it is mended.
func (s *site) refuse(transfer int) (mend func()) {
	s.t.Helper()
	run := func(statement string) {
		if _, err := s.sql().Exec(statement); err != nil {
			s.t.Fatal(err)
		}
	}
	run(fmt.Sprintf(`CREATE TRIGGER fault BEFORE INSERT ON rm_transfers WHEN NEW.transfer_id = %d BEGIN SELECT RAISE(ABORT, 'a fault'); END`, transfer))
	return func() { run(`DROP TRIGGER fault`) }
}

// mistaken is an event about transfer 9 that cannot be understood.
func mistaken(n int) string {
	return strings.Replace(stateChange(9, "incoming_payment_waiting", "processing", ago(time.Duration(n)*time.Minute)), `"current_state":"processing"`, `"current_state":null`, 1)
}

// awaitJob waits until no events are being applied again.
func (s *site) awaitJob() {
	s.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if job, any := s.server.Cfg.Repairs.Again(); any && !job.Ended.IsZero() {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatal("the job does not end")
		}
	}
}

func TestALeadAppliesAgainWhatAStoreFaultRefused(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(9, "", "incoming_payment_waiting", ago(3*time.Hour)))
	mend := s.refuse(9)
	s.deliver(stateChange(9, "incoming_payment_waiting", "processing", ago(2*time.Hour)), stateChange(10, "", "processing", ago(time.Hour)))
	lead, agent := s.signIn(auth.Lead), s.signIn(auth.Agent)

	page := lead.page("/events/2")
	if why := testid(page, "event-why"); !strings.Contains(why, "refused three times") {
		t.Fatalf("why: got %q, want that the database refused it", why)
	}
	if got := testid(lead.page("/transfers/10"), "answer"); got == "" {
		t.Error("the event behind it was held up")
	}
	if got := testid(lead.page("/"), "look"); !strings.HasPrefix(got, "1 event needs a look") {
		t.Errorf("the queue says %q, want that one event needs a look", got)
	}
	if agent.page("/").Find(`[data-testid="look"]`).Length()+agent.page("/events/2").Find(`main form[method="post"]`).Length() != 0 {
		t.Error("an agent is offered a repair")
	}
	again := func() {
		if answer := lead.submit("/events/2/again", url.Values{}); answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/events/2" {
			t.Fatalf("applying again: got %d to %q", answer.StatusCode, answer.Header.Get("Location"))
		}
	}
	again()
	if did := testid(lead.page("/events/2"), "repairs"); !strings.Contains(did, "Lead One had it applied again: it is still quarantined") {
		t.Errorf("while the fault stands: got %q", did)
	}
	mend()
	again()
	page = lead.page("/events/2")
	if did := testid(page, "repairs"); !strings.Contains(did, "Lead One had it applied again: it was applied") || !strings.Contains(page.Find(".head .tag").Text(), "Applied") {
		t.Errorf("after the fault: got %q", did)
	}
	if n := lead.page("/transfers/9").Find(`a[href="/events/2"]`).Length(); n == 0 {
		t.Error("the transfer's timeline does not lead to the event")
	}
	if n := lead.page("/").Find(`[data-testid="look"]`).Length(); n != 0 {
		t.Error("the queue still says that an event needs a look")
	}
	if got := s.recorded(auth.ApplyAgain); strings.Join(got, ", ") != "started event 2, done event 2, started event 2, done event 2" {
		t.Errorf("recorded %q", got)
	}
	if answer := lead.submit("/events/2/again", url.Values{}); answer.StatusCode != http.StatusConflict {
		t.Errorf("applying an applied event again: got %d, want 409", answer.StatusCode)
	}
}

func TestEverythingThatAFilterTakesIsAppliedAgain(t *testing.T) {
	s := newSite(t)
	mend := s.refuse(9)
	s.deliver(stateChange(9, "", "incoming_payment_waiting", ago(3*time.Hour)), stateChange(9, "incoming_payment_waiting", "processing", ago(2*time.Hour)), mistaken(5))
	mend()
	lead := s.signIn(auth.Lead)
	filter := "?status=quarantined&type=transfers%23state-change"
	link := lead.page("/events" + filter).Find(`main a[href^="/events/again?"]`)
	if got := folded(link.Text()); !strings.HasPrefix(got, "Apply 3 events again") {
		t.Fatalf("the list offers %q, want the number first", got)
	}
	page := lead.page(link.AttrOr("href", ""))
	form := url.Values{}
	for _, input := range page.Find(`[data-testid="again-offer"] input`).EachIter() {
		form.Add(input.AttrOr("name", ""), input.AttrOr("value", ""))
	}
	if form.Get("status") != "quarantined" || form.Get("type") != "transfers#state-change" || !strings.Contains(testid(page, "again-offer"), "Apply 3 events again") {
		t.Fatalf("the form carries %v: %q", form, testid(page, "again-offer"))
	}
	if answer := lead.submit("/events/again", form); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("starting: got %d", answer.StatusCode)
	}
	s.awaitJob()
	if got := testid(lead.page("/events/again"), "again-job"); !strings.Contains(got, "3 of 3 events judged again; 2 of them applied.") {
		t.Errorf("progress: got %q", got)
	}
	if rows := lead.page("/events" + filter).Find("tbody tr").Length(); rows != 1 {
		t.Errorf("%d are still quarantined, want the one that says nothing", rows)
	}
	if got := s.recorded(auth.ApplyAgain); strings.Join(got, ", ") != "started events, done events" {
		t.Errorf("recorded %q", got)
	}
}

func TestASetAsideEventLeavesTheListAndComesBack(t *testing.T) {
	s := newSite(t)
	s.deliver(mistaken(1), mistaken(2))
	lead := s.signIn(auth.Lead)
	listed := func(status string) int { return lead.page("/events?status=" + status).Find("tbody tr").Length() }
	doc := s.document(lead.submit("/events/1/aside", url.Values{"do": {"set"}, "note": {" \u200b"}}), http.StatusUnprocessableEntity)
	if got := doc.Find(`a[href="#aside-note"]`).Length(); got != 1 || listed("set_aside") != 0 {
		t.Errorf("without a reason: %d links to the field", got)
	}
	if answer := lead.submit("/events/1/aside", url.Values{"do": {"set"}, "note": {"Wise has told us <b>so"}}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("setting aside: got %d", answer.StatusCode)
	}
	if listed("quarantined") != 1 || listed("set_aside") != 1 || !strings.HasPrefix(testid(lead.page("/"), "look"), "1 event needs") {
		t.Errorf("%d quarantined, %d set aside, the queue says %q", listed("quarantined"), listed("set_aside"), testid(lead.page("/"), "look"))
	}
	if got := folded(s.signIn(auth.Admin).page("/admin/system").Find(`main a[href="/events?status=quarantined"]`).Text()); got != "1 quarantined" {
		t.Errorf("the system page says %q of the one that is not set aside", got)
	}
	text := folded(lead.page("/events/1").Find("main").Text())
	if !strings.Contains(text, "set aside by Lead One on 21 Nov 2026") || !strings.Contains(text, "Wise has told us <b>so") {
		t.Errorf("the page says %q", text)
	}
	got := s.fetch(s.token(auth.Agent), "/api/v1/events/1")
	if got["status"] != "quarantined" || got["set_aside"] != true {
		t.Errorf("JSON: got %v, set aside %v", got["status"], got["set_aside"])
	}
	if answer := lead.submit("/events/1/aside", url.Values{"do": {"undo"}, "note": {"they have not"}}); answer.StatusCode != http.StatusSeeOther || listed("quarantined") != 2 {
		t.Errorf("taking back: got %d, %d quarantined", answer.StatusCode, listed("quarantined"))
	}
}

func TestAnEventIsAttachedToWhatItIsAbout(t *testing.T) {
	s := newSite(t)
	s.deliver(`{"event_type":"transfers#state-change","data":`, stateChange(9, "", "processing", ago(time.Hour)), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(time.Hour)))
	lead := s.signIn(auth.Lead)
	attach := func(kind, id, do string) *http.Response {
		return lead.submit("/events/1/attach", url.Values{"do": {do}, "kind": {kind}, "id": {id}, "note": {"the amount says so"}})
	}
	for id, want := range map[string]string{"77": "The id 77 is unknown", "x": "whole number"} {
		doc := s.document(attach("transfer", id, "attach"), http.StatusUnprocessableEntity)
		if got := folded(doc.Find(".errors").Text()); !strings.Contains(got, want) || doc.Find("#attach-id").AttrOr("value", "") != id {
			t.Errorf("attaching to %s: got %q, want %q and what was typed", id, got, want)
		}
	}
	places := map[string]string{"transfer 9": "/transfers/9", fmt.Sprintf("profile %d", testProfile): fmt.Sprintf("/customers/%d", testProfile), fmt.Sprintf("user %d", testUser): fmt.Sprintf("/users/%d", testUser)}
	for thing, path := range places {
		kind, id, _ := strings.Cut(thing, " ")
		if answer := attach(kind, id, "attach"); answer.StatusCode != http.StatusSeeOther {
			t.Fatalf("attaching to %s: got %d", thing, answer.StatusCode)
		}
		kept := lead.page(path).Find(`section[aria-labelledby="kept"]`)
		if got := folded(kept.Text()); !strings.Contains(got, "attached by Lead One on 21 Nov 2026") || !strings.Contains(got, "the amount says so") || kept.Find(`a[href="/events/1"]`).Length() != 1 {
			t.Errorf("%s: got %q", path, got)
		}
		if n := lead.page("/events/1").Find(`[data-testid="attached"] a[href="` + path + `"]`).Length(); n != 1 {
			t.Errorf("the event does not lead to %s", path)
		}
	}
	if answer := attach("transfer", "9", "detach"); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("detaching: got %d", answer.StatusCode)
	}
	if n := lead.page("/transfers/9").Find(`section[aria-labelledby="kept"]`).Length(); n != 0 {
		t.Error("detached it still stands on the transfer's page")
	}
}

func TestARebuildKeepsWhatPeopleSaidOfEvents(t *testing.T) {
	s := newSite(t)
	s.deliver(mistaken(1), stateChange(9, "", "processing", ago(time.Hour)))
	lead := s.signIn(auth.Lead)
	lead.submit("/events/1/again", url.Values{})
	lead.submit("/events/1/attach", url.Values{"do": {"attach"}, "kind": {"profile"}, "id": {fmt.Sprint(testProfile)}, "note": {"one"}})
	lead.submit("/events/1/aside", url.Values{"do": {"set"}, "note": {"two"}})
	before := testid(lead.page("/events/1"), "repairs")
	if strings.Count(before, "Lead One") != 3 {
		t.Fatalf("the history says %q, want three lines", before)
	}
	if err := s.project.Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if after := testid(lead.page("/events/1"), "repairs"); after != before || !strings.Contains(lead.page("/events/1").Find(".head .tag").Text(), "Set aside") {
		t.Errorf("after a rebuild: got %q, want %q", after, before)
	}
}

func TestTheSameEventInAnotherMessageIsOneLinkAway(t *testing.T) {
	s := newSite(t)
	one := stateChange(9, "", "processing", ago(time.Hour))
	s.deliver(one, strings.Replace(one, "01234567-89ab", "11111111-89ab", 1), stateChange(9, "processing", "funds_converted", ago(time.Minute)))
	agent := s.signIn(auth.Agent)
	for path, other := range map[string]string{"/events/1": "/events/2", "/events/2": "/events/1"} {
		if n := agent.page(path).Find(`[data-testid="copies"] a[href="` + other + `"]`).Length(); n != 1 {
			t.Errorf("%s does not lead to %s", path, other)
		}
	}
	if n := agent.page("/events/3").Find(`[data-testid="copies"]`).Length(); n != 0 {
		t.Error("an event without copies lists some")
	}
}

func TestOneJobAtATimeAndAStopLeavesWhatIsDone(t *testing.T) {
	s := newSite(t)
	s.deliver(mistaken(1))
	lead := s.signIn(auth.Lead)
	held, started := make(chan struct{}), make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		ended <- s.db.Write(context.Background(), store.LaneProject, func(*store.Tx) error { close(started); <-held; return nil })
	}()
	<-started
	go func() { lead.submit("/events/again", url.Values{"status": {"quarantined"}}) }()
	for _, any := s.server.Cfg.Repairs.Again(); !any; _, any = s.server.Cfg.Repairs.Again() {
		time.Sleep(time.Millisecond)
	}
	second := s.server.Cfg.Repairs.StartAgain(context.Background(), cli(), "", store.EventFilter{}, "")
	if second == nil || !strings.Contains(second.Error(), "already") {
		t.Errorf("a second job: got %v, want it refused", second)
	}
	close(held)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	s.awaitJob()
	if answer := lead.submit("/events/again/stop", url.Values{}); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("stopping when nothing runs: got %d", answer.StatusCode)
	}
}

func TestALeadRepairsInABrowser(t *testing.T) {
	ctx, tr := openBrowser(t)
	s := newSite(t)
	mend := s.refuse(9)
	s.deliver(stateChange(9, "", "incoming_payment_waiting", ago(3*time.Hour)))
	email := s.person(auth.Lead)
	err := chromedp.Do(ctx, logIn(s.http.URL, email),
		chromedp.Click(`[data-testid="look"] a`), chromedp.WaitVisible(`main table`),
		chromedp.Click(`tbody a[href="/events/1"]`), chromedp.WaitVisible(`[data-testid="repair"]`))
	must(t, err)
	mend()
	must(t, chromedp.Do(ctx, chromedp.Click(`[data-testid="repair"] form[action$="/again"] button`), chromedp.WaitVisible(`[data-testid="repairs"]`)))
	if got := said(t, ctx, "repairs"); !strings.Contains(got, "it was applied") {
		t.Errorf("got %q, want that it was applied", got)
	}
	must(t, chromedp.Do(ctx, chromedp.Navigate(s.http.URL+"/transfers/9"), chromedp.WaitVisible(`[data-testid="answer"]`)))
	if all := tr.take(); len(all) != 0 {
		t.Errorf("the browser complains: %q", all)
	}
}
