package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"transferdesk/internal/wise"
)

// taker is a server that takes what verifies under the key file, as serve does.
func taker(t *testing.T, publicKey string) (url string, taken *atomic.Int64) {
	t.Helper()
	taken = new(atomic.Int64)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, _ := io.ReadAll(req.Body)
		keys, err := wise.ReadKeys([]string{publicKey})
		if err == nil {
			_, err = keys.VerifyRequest(body, req.Header)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		taken.Add(1)
	}))
	t.Cleanup(server.Close)
	return server.URL, taken
}

func TestLivesAreSentAndTheKeyIsKept(t *testing.T) {
	folder := t.TempDir()
	key, public := filepath.Join(folder, "key.pem"), filepath.Join(folder, "public.pem")
	url, taken := taker(t, public)
	var before []byte
	for range 2 {
		var out bytes.Buffer
		args := []string{"send", "--target", url, "--key", key, "--public-key-out", public, "--transfers", "5", "--trickle", "0"}
		if err := run(t.Context(), args, &out, io.Discard); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), "deliveries taken") || taken.Load() < 20 {
			t.Errorf("%d taken: %s", taken.Load(), out.String())
		}
		text, err := os.ReadFile(key)
		if err != nil || (before != nil && !bytes.Equal(before, text)) {
			t.Errorf("the key was not kept: %v", err)
		}
		before = text
	}
	if info, err := os.Stat(key); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key's mode: %v, %v", info.Mode(), err)
	}
}

func TestLoadPrintsItsReport(t *testing.T) {
	public := filepath.Join(t.TempDir(), "public.pem")
	url, taken := taker(t, public)
	var out bytes.Buffer
	args := []string{"load", "--target", url, "--public-key-out", public, "--connections", "2", "--events", "12"}
	if err := run(t.Context(), args, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "12 events") || !strings.Contains(out.String(), "0 refused") || taken.Load() != 12 {
		t.Errorf("%d taken: %s", taken.Load(), out.String())
	}
}

func TestTheCommandLineSaysWhatIsWrong(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.pem")
	if err := os.WriteFile(broken, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		args []string
		want string
	}{
		"no target":             {[]string{"send"}, "--target"},
		"an unknown flag":       {[]string{"--target", "x", "--frobnicate"}, "frobnicate"},
		"no transfers":          {[]string{"send", "--target", "x", "--transfers", "0"}, "at least 1"},
		"no transfers to serve": {[]string{"--transfers", "0"}, "at least 1"},
		"a broken key":          {[]string{"--target", "x", "--key", broken}, "key"},
		"no connections":        {[]string{"load", "--target", "x", "--connections", "0"}, "connection"},
		"no such failure":       {[]string{"--fail", "melted"}, "melted"},
		"more than all":         {[]string{"--duplicate", "2"}, "shares"},
		"no address":            {[]string{"--addr", "nowhere"}, "--addr"},
	}
	for name, test := range tests {
		err := run(t.Context(), test.args, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	var out bytes.Buffer
	if err := run(t.Context(), []string{"--help"}, &out, io.Discard); err != nil || !strings.Contains(out.String(), "load") || !strings.Contains(out.String(), "/_sim/failure") {
		t.Errorf("--help: %v\n%s", err, out.String())
	}
}
