package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

// settle sends the settings form, changed.
func (b *browser) settle(change url.Values) *http.Response {
	b.t.Helper()
	form := url.Values{"zone": {""}, "theme": {"system"}, "density": {"roomy"}, "keys": {"on"}}
	for name, values := range change {
		form[name] = values
	}
	return b.submit("/settings", form)
}

// root reads how a page is to be drawn: theme, density, colour scheme, keys.
func rootOf(doc *goquery.Document) string {
	html, scheme := doc.Find("html"), doc.Find(`meta[name="color-scheme"]`)
	return strings.Join([]string{html.AttrOr("data-theme", "?"), html.AttrOr("data-density", "?"), scheme.AttrOr("content", "?"), doc.Find("body").AttrOr("data-keys", "?")}, " ")
}

func TestSettingsCountFromTheNextPageInEveryBrowserOfThePerson(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	email := s.person(auth.Agent)
	desk, phone, other := s.signInAs(email), s.signInAs(email), s.signIn(auth.Lead)
	if got, want := rootOf(desk.page("/")), "system roomy light dark on"; got != want {
		t.Errorf("before: %q, want %q", got, want)
	}
	answer := desk.settle(url.Values{"zone": {"Asia/Kathmandu"}, "theme": {"dark"}, "density": {"dense"}, "keys": {}})
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/settings?did=saved" {
		t.Fatalf("got %d to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	for _, path := range []string{"/", "/settings?did=saved", "/transfers/49983981", "/no/such/page"} {
		for name, b := range map[string]*browser{"at the desk": desk, "on the phone": phone} {
			doc := s.document(b.get(path), expectedStatus(path))
			if got, want := rootOf(doc), "dark dense dark off"; got != want {
				t.Errorf("%s %s: %q, want %q", path, name, got, want)
			}
			if got, want := testid(doc, "zone"), "Times in Asia/Kathmandu, now UTC+5:45"; got != want {
				t.Errorf("%s %s: %q, want %q", path, name, got, want)
			}
		}
	}
	if got := testid(desk.page("/settings?did=saved"), "toast"); !strings.Contains(got, "saved") {
		t.Errorf("the toast says %q", got)
	}
	if got, want := rootOf(other.page("/")), "system roomy light dark on"; got != want {
		t.Errorf("somebody else: %q, want %q", got, want)
	}
	if got, want := rootOf(s.nobody().page("/login")), "system roomy light dark on"; got != want {
		t.Errorf("nobody: %q, want %q", got, want)
	}
	if got := s.recorded(auth.ChangeSettings); !slices.Equal(got, []string{"done person 1"}) {
		t.Errorf("recorded: %v", got)
	}
}

// expectedStatus is 200, but for the page that is not there.
func expectedStatus(path string) int {
	if path == "/no/such/page" {
		return http.StatusNotFound
	}
	return http.StatusOK
}

func TestSettingsThatCannotBeTakenComeBackAsTheyWereTyped(t *testing.T) {
	b := newSite(t).signIn(auth.Agent)
	doc := b.document(b.settle(url.Values{"zone": {"Europe/Atlantis"}, "theme": {"dark"}, "density": {"airy"}, "keys": {}}), http.StatusUnprocessableEntity)
	if got := doc.Find(`.errors a[href="#zone"], .errors a[href="#density"]`).Length(); got != 2 {
		t.Errorf("%d of 2 fields are named in the summary", got)
	}
	if got := doc.Find("#zone option[selected]"); got.Length() != 1 || got.AttrOr("value", "") != "Europe/Atlantis" || doc.Find("#zone").AttrOr("aria-invalid", "") != "true" {
		t.Errorf("the zone that was typed is not kept: %q", got.AttrOr("value", "none"))
	}
	if doc.Find(`input[name="theme"][value="dark"][checked]`).Length() != 1 || doc.Find("#keys[checked]").Length() != 0 {
		t.Error("what was chosen beside it is not kept")
	}
	if got, want := rootOf(doc), "system roomy light dark on"; got != want {
		t.Errorf("something was changed: %q", got)
	}
}

func TestTheSettingsFormOffersEveryZoneOnceAndShowsTheTimeThere(t *testing.T) {
	s := newSite(t)
	b := s.signIn(auth.Agent)
	b.settle(url.Values{"zone": {"America/St_Johns"}})
	doc := b.page("/settings")
	seen := map[string]bool{}
	doc.Find("#zone option").Each(func(_ int, o *goquery.Selection) {
		value := o.AttrOr("value", "?")
		if seen[value] {
			t.Errorf("%q stands there twice", value)
		}
		seen[value] = true
	})
	if first := doc.Find("#zone option").First(); folded(first.Text()) != "Company time (UTC)" || len(seen) < 400 {
		t.Errorf("the first of %d is %q", len(seen), first.Text())
	}
	if got, want := folded(doc.Find(`#zone optgroup[label="America"] option[selected]`).Text()), "St Johns, Canada (UTC-3:30)"; got != want {
		t.Errorf("chosen is %q, want %q", got, want)
	}
	if got, want := testid(doc, "zone-example"), "Now it is 21 Nov 2026, 04:30 NST."; got != want {
		t.Errorf("the example says %q, want %q", got, want)
	}
	if doc.Find(`.menu a[href="/settings"]`).Length() != 1 {
		t.Error("no link in the person menu")
	}
}
