package web

import (
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"transferdesk/internal/auth"
	"transferdesk/internal/live"
)

// quick lets streams of a test look often.
func (s *site) quick(beat, sweep time.Duration) {
	s.server.pace.Beat, s.server.pace.Sweep = beat, sweep
	s.server.readPlaybook(s.t.Context()) // editions are copies of the server
}

func TestAStreamIsOneThatNothingOnTheWayKeeps(t *testing.T) {
	s := newSite(t)
	l := s.signIn(auth.Agent).listen("transfer:49983981")
	got := map[string]string{}
	for _, name := range []string{"Content-Type", "Cache-Control", "X-Accel-Buffering", "Content-Encoding", "X-Content-Type-Options"} {
		got[name] = l.answer.Header.Get(name)
	}
	want := map[string]string{"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no",
		"Content-Encoding": "", "X-Content-Type-Options": "nosniff"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(s.log.String(), "route=/live") {
		t.Error("the request was logged before its end")
	}
}

func TestAStreamTellsWhichTopicsChangedAndNoMore(t *testing.T) {
	s := newSite(t)
	l := s.signIn(auth.Agent).listen("transfer:49983981 profile:16055450 bounced")
	s.deliver(bouncedLife(testTransfer)...)
	heard := map[string]bool{}
	for len(heard) < 3 {
		message := l.next()
		topics, ok := strings.CutPrefix(message, "changed ")
		if !ok {
			t.Fatalf("got %q", message)
		}
		for topic := range strings.FieldsSeq(topics) {
			heard[topic] = true
		}
	}
	want := map[string]bool{"transfer:49983981": true, string(live.Profile(testProfile)): true, "bounced": true}
	if diff := cmp.Diff(want, heard); diff != "" {
		t.Error(diff)
	}
}

func TestAPageThatBeganToListenLateHearsWhatItMissed(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)[:1]...)
	agent := s.signIn(auth.Agent)
	page := agent.page("/transfers/49983981")
	since, _ := page.Find("body").Attr("data-live-since")
	on, _ := page.Find("body").Attr("data-live")
	s.deliver(bouncedLife(testTransfer)...)
	if got := agent.listen(on, "since", since).next(); !strings.Contains(got, "transfer:49983981") {
		t.Errorf("got %q, want the transfer", got)
	}
}

func TestWhatIsNoTopicIsRefused(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	for _, query := range []string{"", "on=", "on=transfer:x", "on=everything", "on=here:transfer:1", "on=transfer:1&at=transfer:2", "on=queue&at=queue",
		"on=" + strings.Repeat("transfer:1+queue+", 31)} {
		if got := agent.get("/live?" + query).StatusCode; got != http.StatusBadRequest {
			t.Errorf("%s: got %d, want 400", query, got)
		}
	}
}

func TestAPageTooManyTakesThePlaceOfTheOldest(t *testing.T) {
	for name, c := range map[string]struct{ each, want int }{"of one browser": {13, 4}, "of one person": {3, 12}} {
		s := newSite(t)
		agent := s.signIn(auth.Agent)
		first := agent.listen("queue")
		for n := 1; n <= c.want; n++ {
			if n%c.each == 0 {
				agent = s.signInAs("agent@example.com")
			}
			agent.listen("queue")
		}
		if got := first.next(); got != "end displaced" {
			t.Errorf("%s: got %q, want it to be displaced", name, got)
		}
		if n := s.server.Cfg.Live.Listening(); n != c.want {
			t.Errorf("%s: %d streams, want %d", name, n, c.want)
		}
	}
}

func TestWhoeverMayNotHearAnyMoreHearsNothing(t *testing.T) {
	tests := map[string]struct {
		do   func(s *site, b *browser)
		want string
	}{
		"signed out": {func(s *site, b *browser) { b.submit("/logout", url.Values{}) }, "end signed-out"},
		"disabled": {func(s *site, b *browser) {
			must(s.t, s.desk.DisablePerson(s.t.Context(), cli(), "", "agent@example.com"))
		}, "end signed-out"},
		"an hour without a click":              {func(s *site, b *browser) { s.setNow(s.now.Add(61 * time.Minute)) }, "end signed-out"},
		"given the flag (comes again at once)": {func(s *site, b *browser) { s.flag("agent@example.com", true) }, "end stopping"},
	}
	for name, tt := range tests {
		t.Run(name+", at the next event", func(t *testing.T) {
			s := newSite(t)
			agent := s.signIn(auth.Agent)
			l := agent.listen("queue")
			tt.do(s, agent)
			s.server.Changed(live.Queue)
			if got := l.next(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if more := l.next(); more != "" {
				t.Errorf("and then %q", more)
			}
		})
		t.Run(name+", without an event", func(t *testing.T) {
			s := newSite(t)
			s.quick(5*time.Millisecond, time.Hour)
			agent := s.signIn(auth.Agent)
			l := agent.listen("queue")
			tt.do(s, agent)
			if got := l.next(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestAnOpenStreamIsNoUseOfTheSession: an hour of listening signs nobody in longer.
func TestAnOpenPageDoesNotKeepItsReaderSignedIn(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	for range 4 {
		s.setNow(s.now.Add(20 * time.Minute))
		agent.refresh("/")
	}
	if got := agent.get("/").StatusCode; got != http.StatusSeeOther {
		t.Errorf("after 80 minutes of refreshes alone: got %d, want to be sent to the log-in page", got)
	}
}

// refresh asks for a page as its script does.
func (b *browser) refresh(path string) *http.Response {
	b.t.Helper()
	req, err := http.NewRequest(http.MethodGet, b.http.URL+path, nil)
	must(b.t, err)
	req.Header.Set("X-Refresh", "1")
	return b.do(b.client, req)
}

func TestARefreshIsNoSecondViewForAQuarterOfAnHour(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	views := func() (n int) {
		for _, path := range []string{"/transfers/49983981", testCustomer, "/events/1"} {
			if answer := agent.refresh(path); answer.StatusCode != http.StatusOK {
				t.Fatalf("%s: got %d", path, answer.StatusCode)
			}
		}
		return s.count("SELECT count(*) FROM audit_entries WHERE act IN ('transfer.view', 'customer.view', 'event.view')")
	}
	for i, want := range []int{3, 3, 6} {
		if got := views(); got != want {
			t.Errorf("round %d: %d views recorded, want %d", i+1, got, want)
		}
		if i == 1 {
			s.setNow(s.now.Add(15 * time.Minute))
		}
	}
	agent.get("/transfers/49983981")
	if got := s.count("SELECT count(*) FROM audit_entries WHERE act = 'transfer.view'"); got != 3 {
		t.Errorf("a reload by hand: %d views, want 3", got)
	}
}

// TestTwoHundredPagesHearWhileEventsCome over real connections.
func TestTwoHundredPagesHearWhileEventsCome(t *testing.T) {
	const people, each, events = 17, 12, 20
	s := newSite(t, func(cfg *Config) {
		bears := live.Usual()
		bears.PerSession = 0 // few people with many pages stand for many people
		cfg.Live = live.New(bears, cfg.Clock)
	})
	before := goleak.IgnoreCurrent()
	var pages []*listening
	clients := []*http.Client{}
	for i := range people {
		b := s.signInAs(s.somebody(i))
		b.client.Transport = &http.Transport{}
		clients = append(clients, b.client)
		for range each {
			pages = append(pages, b.listen("transfer:49983981 queue"))
		}
	}
	var heard sync.WaitGroup
	for _, page := range pages {
		heard.Go(func() {
			for {
				message := page.next()
				if !strings.HasPrefix(message, "changed ") {
					t.Errorf("got %q", message)
					return
				}
				if strings.Contains(message, "profile:") {
					t.Error("heard of what it does not listen to")
				}
				if strings.Contains(message, "transfer:49983981") {
					return
				}
			}
		})
	}
	for i := range events {
		s.deliver(bouncedLife(int64(50000000 + i))[:1]...)
	}
	posted := time.Now()
	s.deliver(bouncedLife(testTransfer)[:1]...)
	heard.Wait()
	t.Logf("%d pages have heard %v after the event was sent", len(pages), time.Since(posted))
	for _, page := range pages {
		page.leave()
	}
	for s.server.Cfg.Live.Listening() > 0 {
		time.Sleep(time.Millisecond)
	}
	for _, client := range clients {
		client.CloseIdleConnections()
	}
	http.DefaultClient.CloseIdleConnections()
	goleak.VerifyNone(t, before)
}

// TestAReaderThatDoesNotReadIsLetGo: nothing is between the server and it that could
// take what is written, so a write stands until it is let go.
func TestAReaderThatDoesNotReadIsLetGo(t *testing.T) {
	s := newSite(t)
	s.server.pace.Write = 50 * time.Millisecond
	s.server.readPlaybook(t.Context())
	agent := s.signIn(auth.Agent)
	ln := newPipeListener()
	srv := newHTTPServer(s.server.Handler(), s.server.Log)
	served := make(chan error, 1)
	go func() { served <- srv.Serve(ln) }()
	conn := ln.dial()
	at, err := url.Parse(s.http.URL)
	must(t, err)
	var cookies []string
	for _, c := range agent.client.Jar.Cookies(at) {
		cookies = append(cookies, c.Name+"="+c.Value)
	}
	_, err = conn.Write([]byte("GET /live?on=queue HTTP/1.1\r\nHost: " + at.Host + "\r\nCookie: " + strings.Join(cookies, "; ") + "\r\n\r\n"))
	must(t, err)
	if _, err := conn.Read(make([]byte, 4096)); err != nil {
		t.Fatal(err)
	}
	for s.server.Cfg.Live.Listening() == 0 {
		time.Sleep(time.Millisecond)
	}
	for s.server.Cfg.Live.Listening() > 0 { // it never reads again
		s.server.Changed(live.Queue)
		time.Sleep(time.Millisecond)
	}
	must(t, srv.Close())
	<-served
	_ = conn.Close()
}

// pipeListener accepts connections that hold nothing: what one side writes waits for
// the other to read.
type pipeListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn, 1), done: make(chan struct{})}
}

func (p *pipeListener) dial() net.Conn {
	here, there := net.Pipe()
	p.conns <- there
	return here
}

func (p *pipeListener) Accept() (net.Conn, error) {
	select {
	case conn := <-p.conns:
		return conn, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipeListener) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}

func (p *pipeListener) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }
