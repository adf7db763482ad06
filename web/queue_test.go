package web

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/web/front"
)

// walked is a transfer through some states, so long ago each.
func walked(id int64, steps ...any) (bodies []string) {
	from := ""
	for i := 0; i < len(steps); i += 2 {
		to := steps[i].(string)
		bodies = append(bodies, stateChange(id, from, to, ago(steps[i+1].(time.Duration))))
		from = to
	}
	return bodies
}

const day = 24 * time.Hour

// past delivers 20 transfers that were paid out, came back and were refunded, each a
// minute slower than the one before.
func (s *site) past() {
	for i := range int64(20) {
		slow := time.Duration(i+1) * time.Minute
		s.deliver(append(walked(201+i, "incoming_payment_waiting", 400*day, "outgoing_payment_sent", 400*day-slow,
			"bounced_back", 390*day, "funds_refunded", 390*day-slow), refund(201+i, "5", "EUR", ago(390*day)))...)
	}
}

// due delivers one transfer or account for each list, and one beside it that is not due.
func (s *site) due() {
	const waiting, sent = "incoming_payment_waiting", "outgoing_payment_sent"
	for _, life := range [][]string{
		walked(301, waiting, 2*day, "processing", 2*time.Hour),
		walked(302, waiting, 19*time.Minute, "processing", time.Minute),
		walked(303, waiting, 300*day, sent, 299*day, "bounced_back", 20*time.Minute+time.Second),
		walked(304, waiting, 300*day, sent, 299*day, "bounced_back", 18*time.Minute),
		walked(305, waiting, 300*day, "processing", 299*day, "funds_refunded", 25*time.Hour),
		walked(306, waiting, 300*day, "processing", 299*day, "funds_refunded", 23*time.Hour),
		append(walked(307, waiting, 300*day, sent, 299*day, "bounced_back", 50*day, "funds_refunded", 2*day),
			balanceDebit(307, "12.50", "EUR", ago(300*day)), refund(307, "12.00", "EUR", ago(2*day))),
		append(walked(308, waiting, 300*day, sent, 299*day, "bounced_back", 50*day, "funds_refunded", 2*day),
			balanceDebit(308, "12.50", "EUR", ago(300*day)), refund(308, "12.5", "EUR", ago(2*day))),
		{stateChange(309, "", waiting, ago(2*day)), stateChange(309, "funds_converted", sent, ago(day))},
		append(walked(310, waiting, 4*day, sent, 3*day), payoutFailure(310, "TECHNICAL_ISSUE_RETRYABLE", "x", ago(3*day))),
		append(walked(311, waiting, 20*time.Hour, sent, 19*time.Hour), payoutFailure(311, "TECHNICAL_ISSUE_RETRYABLE", "x", ago(19*time.Hour))),
		walked(312, waiting, 14*day), walked(313, waiting, 14*day-time.Second),
		walked(314, waiting, 300*day, sent, 299*day, "bounced_back", 16*time.Minute, "cancelled", 15*time.Minute),
		walked(315, waiting, 300*day, sent, 299*day, "bounced_back", 298*day, "cancelled", 2*day),
		{userChanged(7, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_CLOSURE", ago(10*day)), profileState("WITHDRAW_ONLY", ago(91*day))},
	} {
		s.deliver(life...)
	}
}

func TestEveryListOfWhatIsDueCountsWhatItsRowsShow(t *testing.T) {
	s := newSite(t)
	s.past()
	s.due()
	agent := s.signIn(auth.Agent)
	for show, want := range map[string]string{
		"late": "301 303 315", "disagree": "305", "differs": "307", "gap": "309", "retrying": "310", "unfunded": "312", "cancelled": "315", "closing": "",
	} {
		doc := agent.page("/?show=" + show)
		got := links(doc)
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s: rows %v, want %s", show, got, want)
		}
		n := doc.Find("main tbody tr").Length()
		if counter := folded(doc.Find(`a[href="/?show=` + show + `"][aria-current]`).Text()); !strings.HasPrefix(counter, fmt.Sprint(n)) {
			t.Errorf("%s: the counter says %q, and there are %d rows", show, counter, n)
		}
		if why := doc.Find(`[data-testid="due"]`).Length(); show != "closing" && why != n {
			t.Errorf("%s: %d of %d rows say why they are due", show, why, n)
		}
	}
}

func TestAccountsThatCloseHaveTheirDayAndWhatIsInFlight(t *testing.T) {
	s := newSite(t)
	s.due()
	got := folded(s.signIn(auth.Agent).page("/?show=closing").Find("main tbody").Text())
	for _, want := range []string{"Profile " + fmt.Sprint(testProfile), "1 day ago", "User 7", "in 80 days", "no profile is linked"} {
		if !strings.Contains(got, want) {
			t.Errorf("the list says %q, want %q in it", got, want)
		}
	}
}

func TestWithTooFewOfOurOwnNothingIsCalledLate(t *testing.T) {
	s := newSite(t)
	s.due()
	doc := s.signIn(auth.Agent).page("/?show=late")
	if got := folded(doc.Find(`.tiles [aria-current]`).Text()); !strings.Contains(got, "– Late") || !strings.Contains(got, "too few") {
		t.Errorf("the counter says %q", got)
	}
	if len(links(doc)) > 0 {
		t.Errorf("rows %v", links(doc))
	}
}

func TestAListOfWhatIsDueGoesOnOnTheNextPage(t *testing.T) {
	s := newSite(t)
	for id := range int64(front.RowsPerPage + 7) {
		s.deliver(walked(1000+id, "incoming_payment_waiting", 20*day+time.Duration(id%5)*time.Hour)...)
	}
	agent := s.signIn(auth.Agent)
	first := agent.page("/?show=unfunded")
	next, _ := first.Find(`a[rel="next"]`).Attr("href")
	all := append(links(first), links(agent.page(next))...)
	slices.Sort(all)
	if n := len(slices.Compact(all)); n != front.RowsPerPage+7 {
		t.Errorf("two pages show %d transfers, want %d", n, front.RowsPerPage+7)
	}
}

func TestATransferSaysHowLongOursTookAndWhetherItIsLate(t *testing.T) {
	s := newSite(t)
	s.past()
	s.due()
	doc := s.signIn(auth.Agent).page("/transfers/303")
	if got, want := testid(doc, "pace"), "Of 22 refunded, half were within 11 min of the return, nine in ten within 20 min; 4 not finished yet."; got != want {
		t.Errorf("pace %q, want %q", got, want)
	}
	strips := folded(doc.Find(".strips").Text())
	if want := "Back at Wise for 20 min: longer than nine in ten of ours took to be refunded (20 min, of 22; 4 not finished yet)."; !strings.Contains(strips, want) {
		t.Errorf("flags %q, want %q", strips, want)
	}
	if customer := testid(doc, "customer-text"); strings.Contains(customer, "nine in ten") || strings.Contains(customer, "min") {
		t.Errorf("the customer is told of it: %q", customer)
	}
	req, err := http.NewRequest(http.MethodGet, s.http.URL+"/api/v1/transfers/303", nil)
	must(t, err)
	req.Header.Set("Authorization", "Bearer "+s.token(auth.Agent))
	var body apiTransfer
	must(t, json.NewDecoder(s.do(http.DefaultClient, req).Body).Decode(&body))
	last := body.Clock[len(body.Clock)-1]
	if last.Leg != "bounced_refunded" || !last.Enough || last.P90 == nil || *last.P90 != 20*60 || last.ByCode {
		t.Errorf("clock %+v", body.Clock)
	}
	if !slices.ContainsFunc(body.Flags, func(f apiFlag) bool { return f.Code == "late" }) {
		t.Errorf("flags %+v", body.Flags)
	}
}

func TestWhileOlderEventsAreReadAgainNoFigureIsTold(t *testing.T) {
	s := newSite(t)
	s.past()
	s.due()
	outside, err := sql.Open("sqlite3", "file:"+s.db.Path()+"?_busy_timeout=5000")
	must(t, err)
	defer func() { _ = outside.Close() }()
	_, err = outside.Exec(`UPDATE rm_meta SET decoder_version = decoder_version - 1`)
	must(t, err)
	agent := s.signIn(auth.Agent)
	doc := agent.page("/?show=late")
	if got := folded(doc.Find("main").Text()); strings.Count(strings.ToLower(got), "being brought up to date") != 3 || len(links(doc)) > 0 || doc.Find(`[data-testid="checks"]`).Length() > 0 {
		t.Errorf("the queue says %q", got)
	}
	if doc = agent.page("/transfers/303"); testid(doc, "pace") != "" || strings.Contains(doc.Find(".strips").Text(), "nine in ten") {
		t.Errorf("the transfer says %q", folded(doc.Find("main").Text()))
	}
}
