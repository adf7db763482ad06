package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestARebuildKeepsWhatPeopleGave(t *testing.T) {
	s := newTeam(t)
	s.anna.does("assignee", "me", "1")
	s.anna.does("follow-up", "pick", "2026-11-24")
	if answer := s.anna.submit(workPage+"/notes", url.Values{"text": {"She calls again."}}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("the note: %d", answer.StatusCode)
	}
	if answer := s.anna.submit("/settings", url.Values{"theme": {"dark"}, "density": {"dense"}}); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("the settings: %d", answer.StatusCode)
	}
	before := s.anna.page(workPage)
	must(t, s.project.Rebuild(context.Background(), nil))
	after := s.anna.page(workPage)
	was, is := folded(before.Find("main").Text()), folded(after.Find("main").Text())
	for _, given := range []string{"Assigned to", "24 Nov 2026", "She calls again."} {
		if !strings.Contains(was, given) {
			t.Errorf("the page before has no %q", given)
		}
	}
	if is != was {
		t.Errorf("after a rebuild: %q, want %q", is, was)
	}
	if got := after.Find("html").AttrOr("data-theme", ""); got != "dark" {
		t.Errorf("the theme is %q", got)
	}
}
