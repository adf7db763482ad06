package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// hostileThings put a text into every field of what is told beside transfers that
// a stranger can fill.
func hostileThings(id int64, text string) []string {
	quoted, _ := json.Marshal(text)
	at := ago(time.Hour)
	var all []string
	for _, body := range []string{
		swiftCredit(id, "HOSTILE", "HOSTILE", at), cardTransaction(id, "HOSTILE", "HOSTILE", "HOSTILE", at), settlement("HOSTILE", false, at),
		cddCheck("HOSTILE", "HOSTILE", at), dispute("HOSTILE", "ACTIVE", "HOSTILE", at), cardStatus("HOSTILE", "HOSTILE", at),
		cardOrder("HOSTILE", "HOSTILE", "HOSTILE", at), supportCase(id, "HOSTILE", "HOSTILE", at), incomingTransfer("HOSTILE", at),
		recipientState(id, "HOSTILE", at), detailsPayment(id, "HOSTILE", "HOSTILE", at), kycReview("HOSTILE", at, at),
		swiftMessage(id, "HOSTILE", at), verification("HOSTILE", at),
	} {
		all = append(all, strings.ReplaceAll(body, `"HOSTILE"`, string(quoted)))
	}
	return all
}

// deliverHostileThings posts them for each hostile text; the ids begin at 700.
func (s *site) deliverHostileThings() {
	s.t.Helper()
	for i, text := range hostile {
		for _, body := range hostileThings(int64(700+i), text) {
			if answer := s.post(body, asHeader(text)); answer.StatusCode != http.StatusOK {
				s.t.Fatalf("delivering a thing with %.40q: got %d", text, answer.StatusCode)
			}
		}
	}
	s.deliver()
}

// hostileThingPages are the lists and pages on which they stand.
func hostileThingPages() []string {
	pages := []string{"/settlements", "/settlements?kind=incoming_transfer", "/activity/verification/16055450", "/activity/cdd_check/16055450",
		"/activity/kyc_review/" + testReview, "/activity/support_case/702", "/cases", "/cases/702", "/activity/recipient_account/702", "/activity/details_payment/702"}
	for _, word := range activities.KindWords() {
		pages = append(pages, "/customers/16055450/activity?kind="+string(word.Kind))
	}
	for i := range hostile {
		pages = append(pages, "/activity/swift_credit/"+front.IDText(int64(700+i)), "/activity/card_transaction/"+front.IDText(int64(700+i)))
	}
	return pages
}
