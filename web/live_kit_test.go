package web

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/testkit"
)

// listening is an open stream of a browser.
type listening struct {
	t      *testing.T
	answer *http.Response
	lines  *bufio.Scanner
	leave  context.CancelFunc
}

// listen opens the stream of a page that listens to topics.
func (b *browser) listen(on string, more ...string) *listening {
	b.t.Helper()
	query := url.Values{"on": {on}}
	for i := 0; i+1 < len(more); i += 2 {
		query.Set(more[i], more[i+1])
	}
	ctx, leave := context.WithCancel(context.Background())
	b.t.Cleanup(leave)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, b.http.URL+"/live?"+query.Encode(), nil)
	must(b.t, err)
	answer, err := b.client.Do(req)
	must(b.t, err)
	b.t.Cleanup(func() { _ = answer.Body.Close() })
	l := &listening{t: b.t, answer: answer, lines: bufio.NewScanner(answer.Body), leave: leave}
	if answer.StatusCode == http.StatusOK && !l.lines.Scan() {
		b.t.Fatalf("the stream did not begin: %v", l.lines.Err())
	}
	return l
}

// next is the next message, "changed transfer:7"; "" when the stream has ended.
func (l *listening) next() string {
	event := ""
	for l.lines.Scan() {
		line := l.lines.Text()
		if name, ok := strings.CutPrefix(line, "event: "); ok {
			event = name
		}
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			return event + " " + data
		}
	}
	return ""
}

// somebody adds one more agent and gives the e-mail.
func (s *site) somebody(i int) string {
	s.t.Helper()
	email := fmt.Sprintf("agent%d@example.com", i)
	testkit.AddNamed(s.t, s.db, email, fmt.Sprintf("Agent %d", i), auth.Agent)
	return email
}

// count asks the database for a number.
func (s *site) count(query string) (n int) {
	s.t.Helper()
	must(s.t, s.sql().QueryRow(query).Scan(&n))
	return n
}
