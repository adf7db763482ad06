package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// screen is an output that may be read while it is written, and tells when.
type screen struct {
	mu      sync.Mutex
	text    bytes.Buffer
	changed chan struct{}
}

func newScreen() *screen { return &screen{changed: make(chan struct{}, 1000)} }

// Write adds to it.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case s.changed <- struct{}{}:
	default:
	}
	return s.text.Write(p)
}

// find waits for a text and gives its first group.
func (s *screen) find(t *testing.T, pattern string) string {
	t.Helper()
	for {
		s.mu.Lock()
		found := regexp.MustCompile(pattern).FindStringSubmatch(s.text.String())
		s.mu.Unlock()
		if found != nil {
			return found[1]
		}
		select {
		case <-s.changed:
		case <-t.Context().Done():
			t.Fatalf("%s is not in %s", pattern, s.text.String())
		}
	}
}

// ask sends a request with the personal token.
func ask(t *testing.T, method, url, body string) (int, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer sim-personal")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	got, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(got)
}

func TestTheAPIIsServedBesideTheLivesUntilItIsStopped(t *testing.T) {
	folder := t.TempDir()
	public, tokens := filepath.Join(folder, "public.pem"), filepath.Join(folder, "tokens.csv")
	target, taken := taker(t, public)
	ctx, stop := context.WithCancel(t.Context())
	out, ended := newScreen(), make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"--addr", "127.0.0.1:0", "--target", target, "--public-key-out", public, "--user-tokens-out", tokens,
			"--transfers", "8", "--days", "5", "--trickle", "1ms", "--speed", "1000"}, out, io.Discard)
	}()
	at := out.find(t, `simulated: (http://\S+)`)
	out.find(t, `([0-9]+) of [0-9]+ deliveries taken`)
	lives := taken.Load()

	status, list := ask(t, http.MethodGet, at+"/v1/transfers?limit=100", "")
	id := regexp.MustCompile(`"id":([0-9]+)`).FindStringSubmatch(list)
	if status != http.StatusOK || strings.Count(list, `"status"`) < 8 || id == nil {
		t.Fatalf("%d %s", status, list)
	}
	if status, body := ask(t, http.MethodPost, at+"/_sim/transfers/"+id[1]+"/status", `{"status":"charged_back"}`); status != http.StatusNoContent {
		t.Errorf("%d %s", status, body)
	}
	if _, body := ask(t, http.MethodGet, at+"/v1/transfers/"+id[1], ""); !strings.Contains(body, "charged_back") {
		t.Errorf("it is %s", body)
	}
	ask(t, http.MethodPut, at+"/_sim/failure", `{"mode":"server_error"}`)
	if status, _ := ask(t, http.MethodGet, at+"/v1/transfers/"+id[1], ""); status != http.StatusInternalServerError {
		t.Errorf("after the failure is switched on: %d", status)
	}
	for taken.Load() <= lives+5 {
		ask(t, http.MethodGet, at+"/v1/me", "") // the trickle goes on meanwhile
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	text, err := os.ReadFile(tokens)
	if err != nil || !regexp.MustCompile(`^user_id,refresh_token\n[0-9]+,sim-user-[0-9]+\n`).Match(text) {
		t.Errorf("the tokens: %s %v", text, err)
	}
}

func TestTheControlsAreForThisMachineOnly(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	out, ended := newScreen(), make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"--addr", "0.0.0.0:0", "--transfers", "1", "--trickle", "0", "--token", "mine", "--fail", "garbage"}, out, io.Discard)
	}()
	at := "http://127.0.0.1:" + out.find(t, `simulated: http://\S+:([0-9]+)`)
	if status, body := ask(t, http.MethodGet, at+"/v1/me", ""); status != http.StatusOK || !strings.HasPrefix(body, "<html>") {
		t.Errorf("garbage: %d %s", status, body)
	}
	if _, body := ask(t, http.MethodPut, at+"/_sim/failure", `{}`); !strings.HasPrefix(body, "<html>") {
		t.Errorf("the failure was switched off: %s", body)
	}
	stop()
	if err := <-ended; err != nil || strings.Contains(fmt.Sprint(out.text.String()), "mine") {
		t.Errorf("%v; %s", err, out.text.String())
	}
}
