package web

import (
	"fmt"
	"testing"

	"transferdesk/internal/auth"
)

// TestTheFlagLeadsFromHandledByComplianceToTheEvent: wherever a page says so, and
// nowhere for anybody else.
func TestTheFlagLeadsFromHandledByComplianceToTheEvent(t *testing.T) {
	s := newSite(t)
	bodies, paths := lockedBodies()
	s.deliver(bodies...)
	s.deliver(lockedFailure(), activeCases(testTransfer, ago(4e12), "REFERENCE_LOCATION_HIT"))
	agent := s.signIn(auth.Agent)
	all := []string{fmt.Sprintf("/transfers/%d", testTransfer)}
	for _, path := range paths {
		if path != "card/lifted-card" { // only its history is locked
			all = append(all, "/activity/"+path)
		}
	}
	for _, path := range all {
		if n := agent.page(path).Find("[data-testid=withheld]").Length(); n != 0 {
			t.Errorf("%s: %d ways are shown without the flag", path, n)
		}
	}
	s.flag("agent@example.com", true)
	for _, path := range all {
		links := agent.page(path).Find("[data-testid=withheld] a")
		if links.Length() == 0 {
			t.Errorf("%s: no way to what was withheld", path)
			continue
		}
		found := false
		for i := range links.Length() {
			href, _ := links.Eq(i).Attr("href")
			found = found || agent.page(href).Find("#for-compliance").Length() == 1
		}
		if !found {
			t.Errorf("%s: none of the events has anything for compliance", path)
		}
	}
	doc := agent.page(all[0])
	for _, part := range []string{"failure", "case", "timeline"} {
		if doc.Find("[data-testid="+part+"] [data-testid=withheld]").Length() == 0 {
			t.Errorf("the %s of the transfer leads nowhere", part)
		}
	}
	if lockedWord.MatchString(doc.Text()) {
		t.Error("the transfer's page itself says what is locked")
	}
}
