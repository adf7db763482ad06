package screens

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/wise/wisesim"
)

// noPage are parts of the routes that show nobody a page.
var noPage = []string{"/api/", "/webhooks/", "/healthz", "/readyz", "/live", "/assets/", ".pdf"}

// within are the routes whose answer a page takes in: they are looked at as part of it.
var within = []string{"/transfers/:transfer/wise", "/transfers/:transfer/proof/wise"}

// gate is one that is held at a page; once: when it has loaded, else in each mode.
type gate struct {
	name string
	find func(*tab) []string
}

// The gates of what a page loads, and of what it looks like.
var (
	loadGates = []gate{{"complaints", complaints}, {"other servers", foreign}, {"weight", overweight}, {"shift", shifted}}
	lookGates = []gate{{"width", sideways}, {"axe", inaccessible}, {"cells", misshapen}}
)

// pages are the routes under which a browser is shown a page.
func (s *site) pages() (all []string) {
	for _, r := range s.server.Handler().(interface{ Routes() []*echo.Route }).Routes() {
		part := func(p string) bool { return strings.Contains(r.Path, p) }
		if r.Method == http.MethodGet && !slices.ContainsFunc(noPage, part) && !slices.Contains(within, r.Path) {
			all = append(all, r.Path)
		}
	}
	slices.Sort(all)
	return all
}

// TestEveryPagePassesEveryGate opens each page of the router in each of its states.
func TestEveryPagePassesEveryGate(t *testing.T) {
	t.Parallel()
	w := newWorld(t, wisesim.Plan{Seed: 7, Now: now, Transfers: 60, Days: 60})
	w.live(t)
	table := w.screens(t)
	w.inPieces.Store(true) // for the gate of layout shift
	for _, route := range w.pages() {
		if len(table[route]) == 0 {
			t.Errorf("GET %s: this page has no line in the table of screens", route)
		}
		for _, s := range table[route] {
			t.Run(s.name(), func(t *testing.T) {
				t.Parallel()
				s.pass(t, w.tab(t, s.as))
			})
		}
		delete(table, route)
	}
	for route := range table {
		t.Errorf("the table of screens has %s, which is no page", route)
	}
}

// pass holds all gates at one screen.
func (s screen) pass(t *testing.T, tb *tab) {
	for _, m := range []mode{light, dark, paper, phone} {
		tb.show(m)
		gates := lookGates
		if m == light || m == phone {
			if got, want := s.open(tb), cmp.Or(s.status, http.StatusOK); got != want {
				t.Fatalf("answered %d, want %d", got, want)
			}
			gates = slices.Concat(loadGates, lookGates)
		}
		for _, g := range gates {
			for _, fault := range g.find(tb) {
				t.Errorf("%s, %s: %s", m.name, g.name, fault)
			}
		}
	}
}

// open brings the tab to the screen and gives the status.
func (s screen) open(tb *tab) int {
	tb.t.Helper()
	status := tb.open(s.path)
	if s.send != "" {
		status = tb.send(s.send, s.fields)
	}
	return status
}

// name is what the screen's test is called.
func (s screen) name() string {
	name := cmp.Or(string(s.as), "nobody") + " " + s.path
	if s.send != "" {
		name += " sends " + s.send
	}
	return name
}
