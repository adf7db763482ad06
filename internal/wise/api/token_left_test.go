package api_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"transferdesk/internal/wise/api"
)

func TestWhatAKillHasLeftOfATokenFileIsRemoved(t *testing.T) {
	b := newBank(t)
	path := tokenFile(t, "501,canary-ada-refresh\n")
	left := filepath.Join(filepath.Dir(path), ".user-tokens-123")
	if err := os.WriteFile(left, []byte("501,canary-rotated\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := ask(t, b.URL, func(cfg *api.Config) { cfg.UserTokens = path })
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Errorf("it is still there: %v", err)
	}
	d.ok(ada)
}

func TestTheFileOfTokensIsLookedAtForHealth(t *testing.T) {
	b := newBank(t)
	path := tokenFile(t, "501,canary-ada-refresh\n")
	d := ask(t, b.URL, func(cfg *api.Config) { cfg.UserTokens = path })
	for mode, want := range map[os.FileMode]string{0o644: "must be 0600", 0o600: ""} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if got := d.Health().TokenFile; !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("with mode %o health says %q", mode, got)
		}
	}
}
