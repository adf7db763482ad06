package screens

import (
	"fmt"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// caseIn is a support case with Wise that came into a state.
func caseIn(number int64, state string, at time.Time) string {
	return fmt.Sprintf(`{"event_type":"partner-support#case-changed","schema_version":"2.0.0","sent_at":%[3]q,"subscription_id":"01234567-89ab-4cde-8f01-23456789abcd",
		"data":{"resource":{"case_id":%[1]d,"case_type":"GENERAL_ENQUIRY","details":{"transfer_id":50088672,"user_id":7788991,"profile_id":16055450},"status":%[2]q,"type":"partner-support-case"},
		"type":"NEW_CASE","occurred_at":%[3]q}}`, number, state, at.Format(time.RFC3339))
}

// onRow puts the focus on the link of a row, by the row's id, and remembers both.
func (tb *tab) onRow(id string) {
	tb.t.Helper()
	eval[bool](tb, `(window.row = document.getElementById(`+quoted(id)+`), window.link = row.querySelector("a[href]"), window.href = link.href,
		window.words = row.textContent, link.focus(), document.activeElement === link)`)
}

// keptRow says whether the focus is where it was, in a row that says what it said, and
// which the list has once.
func (tb *tab) keptRow() []bool {
	tb.t.Helper()
	return eval[[]bool](tb, `[document.activeElement === link && link.isConnected, link.href === href, row.contains(link) && row.textContent === words,
		[...row.closest("table").querySelectorAll("th a")].filter(other => other.href === href).length === 1]`)
}

func TestARowOfACaseStaysItsOwnWhenOthersMove(t *testing.T) {
	s := newSite(t)
	s.deliver(caseIn(66001, "OPEN", now.Add(-3*time.Hour)), caseIn(66002, "OPEN", now.Add(-2*time.Hour)), caseIn(66003, "OPEN", now.Add(-time.Hour)))
	tb := s.tab(t, auth.Agent)
	tb.open("/cases")
	tb.wait(isLive)
	tb.onRow("case-66002")
	s.deliver(caseIn(66001, "CLOSED", now.Add(-time.Minute)), caseIn(66004, "OPEN", now.Add(-2*time.Minute)))
	tb.wait(`(document.querySelector('[data-testid="news"]') || {}).textContent === "1 new"`)
	tb.wait(`/over|closed/i.test(document.getElementById("case-66001").textContent)`)
	for i, kept := range tb.keptRow() {
		if !kept {
			t.Errorf("the focus, its link, its row, that it stands once: number %d is another one", i+1)
		}
	}
}

func TestARowOfACustomerStaysItsOwnWhenOthersMove(t *testing.T) {
	s := newSite(t)
	s.deliver(append(sentOut(liveTransfer), caseIn(66001, "OPEN", now.Add(-3*time.Hour)), caseIn(66002, "OPEN", now.Add(-2*time.Hour)))...)
	tb := s.tab(t, auth.Agent)
	tb.open("/customers/16055450")
	tb.wait(isLive)
	for i, id := range []string{"of:/transfers/50088672", "of:/activity/support_case/66001"} {
		tb.onRow(id)
		transfer, number := liveTransfer+1+int64(i), 66003+int64(i)
		s.deliver(movedTo(transfer, "incoming_payment_waiting", "processing", now.Add(-time.Minute)), caseIn(number, "OPEN", now.Add(-time.Minute)))
		tb.wait(fmt.Sprintf(`["of:/transfers/%d", "of:/activity/support_case/%d"].every(id => document.getElementById(id))`, transfer, number))
		for i, kept := range tb.keptRow() {
			if !kept {
				t.Errorf("%s: the focus, its link, its row, that it stands once: number %d is another one", id, i+1)
			}
		}
	}
}
