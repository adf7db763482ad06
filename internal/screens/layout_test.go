package screens

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
)

// The transfer and the customers of the crowded site.
const (
	longLife   = 61_000_001 // a transfer with some 300 rows of timeline
	busy       = 16_100_001 // a customer with 400 transfers
	firstNamed = 16_200_000 // customers with a name of crookedNames each
)

// crookedNames are names that no layout expects.
var crookedNames = []string{
	strings.Repeat("Maximiliane-Constantia ", 8),
	strings.Repeat("Wolfeschlegelsteinhausenbergerdorff", 5),
	"مؤسسة التحويلات الدولية المحدودة للتجارة العامة " + strings.Repeat("والمقاولات ", 6),
	"\u202eevil\u202c \u2067right\u2069 \u200b\u200b\u200bnothing\u200d",
	strings.Repeat("漢字仮名", 40),
	strings.Repeat("Z\u0338\u0337\u0336", 50),
	"👩‍👩‍👧‍👦" + strings.Repeat("🏳️‍🌈", 40),
}

// news tells of one thing in the newest words.
func news(n wisesim.News) string {
	return string(n.Body("01234567-89ab-cdef-0123-456789abcdef", "2.0.0", n.At))
}

// newCrowdedSite is one with the bad input of layouts.
func newCrowdedSite(t *testing.T) *site {
	s := newSite(t)
	var bodies []string
	for n := range 400 {
		bodies = append(bodies, news(wisesim.News{Kind: transfer.StateChange, Transfer: int64(62_000_000 + n), Profile: busy, Account: int64(14_000_000 + n),
			From: "incoming_payment_waiting", To: "processing", At: now.Add(-time.Duration(n+1) * time.Hour)}))
	}
	for n := range 300 {
		states := [2]transfer.State{"processing", "funds_converted"}
		bodies = append(bodies, news(wisesim.News{Kind: transfer.StateChange, Transfer: longLife, Profile: busy, Account: 14_000_000,
			From: states[n%2], To: states[(n+1)%2], At: now.Add(-time.Duration(400-n) * time.Hour)}))
	}
	lines := "reference,name,email,profile_id,user_id\n"
	for n, name := range crookedNames {
		id := int64(firstNamed + n)
		bodies = append(bodies, news(wisesim.News{Kind: transfer.StateChange, Transfer: 63_000_000 + int64(n), Profile: id, Account: 14_000_000, From: "processing", To: "bounced_back", At: now.Add(-time.Hour)}))
		lines += fmt.Sprintf("%q,%q,%q,%d,%d\n", strings.Repeat("REF", 40)+fmt.Sprint(n), name, strings.Repeat("long.", 20)+"x@"+strings.Repeat("example-", 10)+".com", id, 9_900_000+n)
	}
	s.deliver(bodies...)
	_, err := s.cfg.Desk.ImportCustomers(context.Background(), cli(), desk.Import{From: strings.NewReader(lines), SkipBad: true, Bad: func(*customer.BadLine) {}})
	must(t, err)
	return s
}

// TestBadInputHoldsTheLayout: nothing reaches beyond the screen, the headline is to be
// seen at once, and a page with very much is folded so that it weighs no more than others.
func TestBadInputHoldsTheLayout(t *testing.T) {
	t.Parallel()
	s := newCrowdedSite(t)
	paths := []string{"/", "/bounced", fmt.Sprintf("/customers/%d", busy), fmt.Sprintf("/transfers/%d", longLife), fmt.Sprintf("/transfers/%d?rows=all", longLife), "/users/9900000"}
	for n := range crookedNames {
		paths = append(paths, fmt.Sprintf("/customers/%d", firstNamed+n), fmt.Sprintf("/transfers/%d", 63_000_000+n), fmt.Sprintf("/search?q=%d", firstNamed+n))
	}
	tb := s.tab(t, auth.Agent)
	for _, path := range paths {
		for _, m := range []mode{light, phone} {
			tb.show(m)
			tb.open(path)
			faults := append(append(shifted(tb), complaints(tb)...), sideways(tb)...) // the last opens folds
			if !strings.HasSuffix(path, "rows=all") {                                 // all of it is asked for
				faults = append(faults, overweight(tb)...)
			}
			if strings.HasPrefix(path, "/transfers/") {
				faults = append(faults, unanswered(tb)...)
			}
			if eval[bool](tb, `(one => !one || one.getBoundingClientRect().top > innerHeight - 16)(document.querySelector("h1"))`) {
				faults = append(faults, "the headline is not to be seen at once")
			}
			for _, fault := range faults {
				t.Errorf("%s at %s: %s", path, m.name, fault)
			}
		}
	}
}
