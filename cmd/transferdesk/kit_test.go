package main

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// limit is how long anything may take here, on a busy machine under -race.
const limit = 60 * time.Second

// noEnv is an environment without variables.
func noEnv(string) (string, bool) { return "", false }

// page is output that one goroutine writes and another reads.
type page struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (p *page) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(text)
}

func (p *page) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// do runs one command line to its end.
func do(t *testing.T, stdin string, args ...string) (stdout string, err error) {
	t.Helper()
	var out, log page
	err = run(t.Context(), args, noEnv, strings.NewReader(stdin), &out, &log)
	return out.String(), err
}

// must is do for what has to succeed.
func must(t *testing.T, stdin string, args ...string) (stdout string) {
	t.Helper()
	stdout, err := do(t, stdin, args...)
	if err != nil {
		t.Fatalf("transferdesk %s: %v", strings.Join(args, " "), err)
	}
	return stdout
}

// process is a command that runs until it is stopped.
type process struct {
	t        *testing.T
	out, log page
	cancel   context.CancelFunc
	ended    chan error
}

// start runs a command in the background; it is stopped at the test's end.
func start(t *testing.T, args ...string) *process {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p := &process{t: t, cancel: cancel, ended: make(chan error, 1)}
	go func() { p.ended <- run(ctx, args, noEnv, strings.NewReader(""), &p.out, &p.log) }()
	t.Cleanup(cancel)
	return p
}

// stop asks the command to stop and waits until it has.
func (p *process) stop() {
	p.t.Helper()
	p.cancel()
	if err := p.wait(); err != nil {
		p.t.Fatalf("stopping: %v\n%s", err, p.log.String())
	}
}

func (p *process) wait() error {
	p.t.Helper()
	select {
	case err := <-p.ended:
		return err
	case <-time.After(limit):
		p.t.Fatalf("it does not end\n%s", p.log.String())
		return nil
	}
}

// find waits until text matches the pattern and gives its first group.
func (p *process) find(in *page, pattern string) string {
	p.t.Helper()
	wanted := regexp.MustCompile(pattern)
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if found := wanted.FindStringSubmatch(in.String()); found != nil {
			return found[1]
		}
		select {
		case err := <-p.ended:
			p.t.Fatalf("it ended: %v\n%s", err, p.log.String())
		default:
		}
	}
	p.t.Fatalf("nothing matches %s in:\n%s", pattern, in.String())
	return ""
}

// serving waits until the server listens and gives its URL.
func (p *process) serving() string {
	p.t.Helper()
	return "http://" + p.find(&p.log, `msg=serving addr=(\S+)`)
}

// browser keeps cookies and follows no redirect; it closes its connections at the test's end.
func browser(t *testing.T) *http.Client {
	t.Helper()
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport, Timeout: limit, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
}

// statusOf asks for a page and gives the status of its answer.
func statusOf(t *testing.T, client *http.Client, url string) int {
	t.Helper()
	res, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	return res.StatusCode
}

// newDatabase names a database file that is not there yet.
func newDatabase(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "data", "transferdesk.db")
}

// file writes a file of one's own and gives its name.
func file(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
