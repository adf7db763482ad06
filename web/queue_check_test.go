package web

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/web/front"
)

// checked gives the rows of a list, sorted, and wants its counter to be as many.
func (s *site) checked(agent *browser, show string) []string {
	s.t.Helper()
	s.setNow(s.now.Add(dueFor)) // counted anew
	doc := agent.page("/?show=" + show)
	rows := links(doc)
	counter := folded(doc.Find(`[data-testid="checks"] a[href="/?show=` + show + `"][aria-current]`).Text())
	if n, _, _ := strings.Cut(counter, " "); n != strconv.Itoa(len(rows)) {
		s.t.Errorf("%s: the counter says %q, and the rows are %v", show, counter, rows)
	}
	if why := doc.Find(`[data-testid="due"]`).Length(); why != len(rows) {
		s.t.Errorf("%s: %d of %d rows say why they are there", show, why, len(rows))
	}
	slices.Sort(rows)
	return rows
}

// agreeing gives those of the transfers of which the JSON of their own page says so.
func (s *site) agreeing(token string, ids []int64, says func(map[string]any) bool) (all []string) {
	s.t.Helper()
	for _, id := range ids {
		if says(s.fetch(token, fmt.Sprint("/api/v1/transfers/", id))) {
			all = append(all, fmt.Sprint(id))
		}
	}
	slices.Sort(all)
	return all
}

// isSeenBefore says whether a transfer is an open problem, and its flags tell of another
// one before it.
func (s *site) isSeenBefore(body map[string]any) bool {
	s.t.Helper()
	var f transfer.Facts
	must(s.t, s.db.Read(context.Background(), func(r *store.Reader) (err error) {
		f, err = r.Transfer(int64(body["id"].(float64)))
		return err
	}))
	open := []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled}
	return slices.Contains(open, f.Stage()) && slices.ContainsFunc(body["flags"].([]any), func(f any) bool {
		code := f.(map[string]any)["code"]
		return code == answer.FlagRecipientFailedBefore || code == answer.FlagSameCodeAgain
	})
}

func TestSeenBeforeCountsWhatTheFlagsOfOpenProblemsSay(t *testing.T) {
	s := newSite(t)
	const sent, bounced = "outgoing_payment_sent", "bounced_back"
	failed := func(id int64, code string, before time.Duration) []string {
		return append(walked(id, "processing", before+2*time.Hour, sent, before+time.Hour), payoutFailure(id, code, "", ago(before)))
	}
	var ids []int64
	give := func(id int64, bodies ...string) {
		ids = append(ids, id)
		s.deliver(bodies...)
	}
	give(402, walked(402, sent, 20*day, bounced, 9*day)...)                                         // came back after 401
	give(401, by(700, testAccount, failed(401, "ACCOUNT_CLOSED", 10*day)...)...)                    // the first to this account
	give(403, by(testProfile, 900, failed(403, "WRONG_NAME", 10*day)...)...)                        // the first with this code
	give(404, by(testProfile, 901, failed(404, "WRONG_NAME", 8*day)...)...)                         // again, to another account
	give(405, by(testProfile, 902, failed(405, "ACCOUNT_CLOSED", 8*day)...)...)                     // 401 was another customer's
	give(406, walked(406, "processing", 8*day)...)                                                  // flagged, and no problem
	give(407, append(failed(407, "ACCOUNT_CLOSED", 7*day), refund(407, "5", "EUR", ago(6*day)))...) // flagged, and over
	give(408, by(701, 903, failed(408, "PARTNER_SANCTION_HIT", 9*day)...)...)                       // for compliance alone
	give(409, by(701, 904, failed(409, "PARTNER_SANCTION_HIT", 7*day)...)...)                       // and so is its code
	give(410, by(702, testAccount, failed(410, "PARTNER_SANCTION_HIT", 7*day)...)...)               // but its recipient is not
	give(411, payoutFailure(411, "WRONG_NAME", "", ago(7*day)))                                     // no event names the account
	give(412, by(703, 905, failed(412, "WRONG_NAME", 7*day)...)...)                                 // nothing before
	give(413, by(704, 906, walked(413, sent, 20*day, bounced, 9*day, "cancelled", 8*day)...)...)    // the first to 906
	give(414, by(705, 906, walked(414, sent, 20*day, bounced, 8*day, "cancelled", 7*day)...)...)    // again, and cancelled
	give(415, by(706, 906, stateChange(415, "", "incoming_payment_waiting", ago(9*day)), stateChange(415, bounced, "processing", ago(8*day)))...)
	give(416, by(707, 907, append(walked(416, sent, 20*day, bounced, 9*day), activeCases(416, ago(8*day), "deposit_proof_needed"))...)...)
	give(417, by(707, 908, append(walked(417, sent, 20*day, bounced, 7*day), activeCases(417, ago(7*day), "Deposit_Proof_Needed"))...)...)
	give(418, by(708, 909, append(walked(418, sent, 20*day, bounced, 7*day), activeCases(418, ago(7*day), "deposit_proof_needed"))...)...)
	give(419, by(707, 910, append(walked(419, sent, 20*day, bounced, 7*day), activeCases(419, ago(8*day), "deposit_proof_needed"), activeCases(419, ago(7*day)))...)...)
	give(420, by(709, 911, failed(420, "PARTNER_SANCTION_HIT", 9*day)...)...) // before 421
	give(421, by(710, 911, failed(421, "WRONG_NAME", 8*day)...)...)           // what is for compliance alone was not seen
	give(422, by(707, 912, append(failed(422, "PARTNER_SANCTION_HIT", 7*day), activeCases(422, ago(7*day), "deposit_proof_needed"))...)...)
	give(423, by(707, 913, append(walked(423, sent, 20*day, bounced, 7*day, "cancelled", 6*day), activeCases(423, ago(7*day), "deposit_proof_needed"))...)...)

	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	got := s.checked(agent, "seen")
	if want := "402 404 410 411 414 415 417 422"; strings.Join(got, " ") != want {
		t.Errorf("rows %v, want %s", got, want)
	}
	if want := s.agreeing(token, ids, s.isSeenBefore); !slices.Equal(got, want) {
		t.Errorf("rows %v, and the flags say %v", got, want)
	}
}

func TestSeenBeforeComesAndGoesWithWhatHappensToOthers(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	s.deliver(by(700, testAccount, walked(501, "outgoing_payment_sent", 20*day, "bounced_back", 5*day)...)...)
	if got := s.checked(agent, "seen"); len(got) > 0 {
		t.Errorf("alone: %v", got)
	}
	s.deliver(walked(502, "outgoing_payment_sent", 20*day, "bounced_back", 4*day)...)
	if got := s.checked(agent, "seen"); !slices.Equal(got, []string{"502"}) {
		t.Errorf("a second one came back: %v", got)
	}
	s.deliver(stateChange(503, "", "bounced_back", ago(6*day))) // it is heard of late, and was before both
	if got := s.checked(agent, "seen"); !slices.Equal(got, []string{"501", "502"}) {
		t.Errorf("one before both is heard of: %v", got)
	}
	s.deliver(stateChange(502, "bounced_back", "funds_refunded", ago(day)))
	if got := s.checked(agent, "seen"); !slices.Equal(got, []string{"501"}) {
		t.Errorf("the second is refunded: %v", got)
	}
}

func TestSeenBeforeGoesOnOnTheNextPage(t *testing.T) {
	s := newSite(t)
	var bodies []string
	for id := range int64(front.RowsPerPage + 8) {
		bodies = append(bodies, stateChange(1000+id, "", "bounced_back", ago(5*day-time.Duration(id/3)*time.Minute)))
	}
	s.deliver(bodies...)
	s.wantTwoPages("seen", front.RowsPerPage+8) // three came back first, at one moment: each was before the others
}

// wantTwoPages wants all rows of a list on two pages, each once, and counted.
func (s *site) wantTwoPages(show string, want int) {
	s.t.Helper()
	agent := s.signIn(auth.Agent)
	first := agent.page("/?show=" + show)
	next, _ := first.Find(`a[rel="next"]`).Attr("href")
	second := agent.page(next)
	all := append(links(first), links(second)...)
	slices.Sort(all)
	if n := len(slices.Compact(all)); n != want || len(all) != want || second.Find(`a[rel="next"]`).Length() > 0 {
		s.t.Errorf("%s: two pages show %d different of %d, want %d", show, n, len(all), want)
	}
	if counter := folded(first.Find(`[aria-current][href="/?show=` + show + `"]`).Text()); !strings.HasPrefix(counter, fmt.Sprint(want, " ")) {
		s.t.Errorf("%s: the counter says %q", show, counter)
	}
}

// estimated keeps what Wise's API said of when a transfer arrives.
func (s *site) estimated(id int64, at, fetched time.Time) {
	s.t.Helper()
	value, err := json.Marshal(map[string]time.Time{"at": at})
	must(s.t, err)
	must(s.t, s.db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error {
		return tx.SaveWiseAnswer(store.WiseAnswer{Kind: store.OfEstimate, ID: id, Value: value, FetchedAt: fetched, TriedAt: fetched})
	}))
}

// isOverdue says whether the row sent_overdue speaks.
func isOverdue(body map[string]any) bool {
	return body["answer"].(map[string]any)["code"] == string(answer.SentOverdue)
}

func TestPassedEstimatesCountWhatTheAnswersSay(t *testing.T) {
	s := newSite(t)
	const sent, bounced = "outgoing_payment_sent", "bounced_back"
	before := func(d time.Duration) time.Time { return testNow.Add(-d) }
	way := func(id int64, steps ...any) []string {
		return walked(id, append([]any{"processing", 100 * day}, steps...)...)
	}
	var ids []int64
	give := func(id int64, at, fetched time.Time, bodies ...string) {
		ids = append(ids, id)
		s.deliver(bodies...)
		s.estimated(id, at, fetched)
	}
	give(601, before(day), before(3*day), way(601, sent, 3*day)...)
	give(602, before(-day), before(3*day), way(602, sent, 3*day)...)                                                          // still to come
	give(603, before(day), before(3*day), way(603)...)                                                                        // not paid out
	give(604, before(day), before(3*day), way(604, sent, 3*day, bounced, 2*day)...)                                           // came back
	give(605, before(day), before(3*day), append(way(605, sent, 3*day), payoutFailure(605, "WRONG_NAME", "", ago(2*day)))...) // failed
	give(606, before(day), before(3*day), way(606, sent, 3*day, bounced, 2*day, sent, 2*day-time.Hour)...)                    // paid out again
	give(607, before(3*day+time.Hour), before(4*day), way(607, sent, 3*day)...)                                               // over before it was paid out
	give(608, before(day), before(4*day), way(608, sent, 4*day, "processing", 3*day, sent, 2*day)...)                         // of the attempt before
	give(609, before(day), before(2*day), way(609, sent, 4*day, "processing", 3*day, sent, 2*day)...)                         // of this one
	give(610, before(90*day), before(95*day), way(610, sent, 96*day)...)                                                      // on the last day
	give(611, before(90*day+time.Millisecond), before(95*day), way(611, sent, 96*day)...)                                     // and after it
	give(612, before(94*day), before(95*day), append(way(612, sent, 96*day), activeCases(612, ago(2*day), "deposit_proof_needed"))...)
	give(613, before(time.Millisecond), before(day), way(613, sent, 3*day)...)
	give(614, testNow.Add(time.Millisecond), before(day), way(614, sent, 3*day)...) // later in this second
	give(615, before(day), before(3*day), append(way(615, sent, 3*day), refund(615, "5", "EUR", ago(2*day)))...)
	s.estimated(699, before(day), before(3*day)) // no event has named it

	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	s.setNow(testNow.Add(-dueFor))
	got := s.checked(agent, "overdue")
	if want := "601 609 610 612 613"; strings.Join(got, " ") != want {
		t.Errorf("rows %v, want %s", got, want)
	}
	if want := s.agreeing(token, ids, isOverdue); !slices.Equal(got, want) {
		t.Errorf("rows %v, and the answers say %v", got, want)
	}
	if got, want := s.checked(agent, "overdue"), "601 609 612 613 614"; strings.Join(got, " ") != want {
		t.Errorf("a second later: rows %v, want %s", got, want)
	}
}

func TestAPassedEstimateIsCountedFromItsMomentUntilSomethingIsHeard(t *testing.T) {
	s := newSite(t)
	agent := s.person(auth.Agent)
	want := func(when string, rows ...string) {
		t.Helper()
		if got := s.checked(s.signInAs(agent), "overdue"); !slices.Equal(got, rows) {
			t.Errorf("%s: %v, want %v", when, got, rows)
		}
	}
	s.deliver(append(walked(701, "processing", 3*day, "outgoing_payment_sent", 2*day), walked(702, "processing", 3*day, "outgoing_payment_sent", 2*day)...)...)
	want("nothing was asked")
	s.estimated(701, testNow.Add(time.Hour), testNow)
	s.estimated(702, testNow.Add(time.Hour), testNow)
	want("still to come")
	s.setNow(testNow.Add(2 * time.Hour))
	want("passed", "701", "702")
	s.estimated(701, testNow.Add(day), s.now)
	want("Wise expects it later", "702")
	s.deliver(stateChange(702, "outgoing_payment_sent", "bounced_back", ago(0)))
	want("it came back")
	s.setNow(testNow.Add(2 * day))
	want("the later one passed too", "701")
	s.setNow(testNow.Add(91*day - dueFor))
	want("on the 90th day", "701")
	want("and after it")
}

func TestPassedEstimatesGoOnOnTheNextPage(t *testing.T) {
	s := newSite(t)
	for id := range int64(front.RowsPerPage + 7) {
		s.deliver(walked(1000+id, "processing", 9*day, "outgoing_payment_sent", 8*day)...)
		s.estimated(1000+id, testNow.Add(-day-time.Duration(id%5)*time.Hour), testNow.Add(-7*day))
	}
	s.wantTwoPages("overdue", front.RowsPerPage+7)
}
