package main

import (
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"
)

func TestTheDemoBringsItsBacklogInAndLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	p := start(t, "demo", "--addr", "127.0.0.1:0", "--transfers", "40", "--days", "20")
	at := p.find(&p.out, `Transferdesk demo: (http://\S+)`)
	for _, person := range demoPeople {
		p.find(&p.out, `(`+person.Email+`\s+\S{19}\n)`)
	}
	p.find(&p.out, `(The backlog is in)`)
	if !strings.Contains(p.log.String(), "20 days of events 100%") {
		t.Errorf("the bar shows %q", p.log.String())
	}

	words := strings.Fields(p.find(&p.out, `lead@demo.example(.*)\n`))
	client := browser(t)
	form := url.Values{"email": {"lead@demo.example"}, "password": {words[0]}}
	res, err := client.PostForm(at+"/login", form)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusSeeOther || len(res.Cookies()) == 0 {
		t.Fatalf("signing in is answered %d", res.StatusCode)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, at+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.AddCookie(res.Cookies()[0])
	if res, err = client.Do(req); err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("the queue is answered %d", res.StatusCode)
	}

	p.stop()
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 0 {
		t.Errorf("the demo leaves %v behind (%v)", left, err)
	}
}

func TestTheDemoStopsInTheMiddleOfItsBacklog(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	p := start(t, "demo", "--addr", "127.0.0.1:0", "--transfers", "5000")
	p.find(&p.log, `(60 days of events\s+\d+%)`)
	p.stop()
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("the demo leaves %v behind (%v)", left, err)
	}
}

func TestTheDemoTakesAnotherPortWhenItsOwnIsTaken(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	p := start(t, "demo", "--addr", taken.Addr().String(), "--transfers", "1", "--days", "1")
	at := p.find(&p.out, `Transferdesk demo: (http://\S+)`)
	if strings.HasSuffix(at, taken.Addr().String()) || !strings.Contains(p.out.String(), taken.Addr().String()+" is taken") {
		t.Errorf("it says\n%s", p.out.String())
	}
	if got := statusOf(t, browser(t), at+"/healthz"); got != http.StatusOK {
		t.Errorf("/healthz answers %d", got)
	}
	p.stop()
}

func TestTheDemoIsForThisMachineOnly(t *testing.T) {
	for _, addr := range []string{":0", "0.0.0.0:0", "192.0.2.1:8080", "desk.example.com:80", "nonsense"} {
		if _, err := do(t, "", "demo", "--addr", addr); err == nil || !strings.Contains(err.Error(), "--addr") {
			t.Errorf("--addr %s: got %v", addr, err)
		}
	}
}

func TestTheDemosClockFollowsArrivalsAndThenTheRealOne(t *testing.T) {
	first := time.Date(2026, 9, 21, 12, 0, 0, 0, time.UTC)
	real := first.AddDate(0, 2, 0)
	clock := &demoClock{wall: func() time.Time { return real }, at: first}
	clock.Follow(first.Add(time.Hour))
	if got := clock.Now(); !got.Equal(first.Add(time.Hour)) {
		t.Errorf("it shows %v, want the arrival's time", got)
	}
	clock.Follow(first)
	if got := clock.Now(); !got.Equal(first.Add(time.Hour)) {
		t.Errorf("it went back to %v", got)
	}
	clock.GoLive()
	if got := clock.Now(); !got.Equal(real) {
		t.Errorf("live it shows %v, want the real time %v", got, real)
	}
}

func TestTheDemosPasswordsAreNewEachTimeAndGoodEnough(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		password := demoPassword()
		if len(password) < 15 || seen[password] {
			t.Errorf("the password %q", password)
		}
		seen[password] = true
	}
}
