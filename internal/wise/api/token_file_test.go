package api_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
)

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestAReplacedTokenIsWrittenBackBeforeItIsUsed(t *testing.T) {
	b := newBank(t)
	before := "# ours\r\nuser_id,refresh_token\r\n\r\n 77 , \"quoted-token\"\r\n501,canary-ada-refresh\r\n# the end, without a line's end"
	path := tokenFile(t, before)
	var atUse string
	b.rotate, b.used = func(string) string { return "rotated-1" }, func() { atUse = read(t, path) }
	d := ask(t, b.URL, func(cfg *api.Config) { cfg.UserTokens = path })
	d.ok(ada)
	if want := strings.Replace(before, "canary-ada-refresh", "rotated-1", 1); atUse != want {
		t.Errorf("got %q, want %q", atUse, want)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Dir(path) + "/.user-tokens-*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	d.clock.pass(12 * time.Hour)
	b.with(func(b *bank) { b.rotate = func(string) string { return "rotated-2" } })
	d.ok(ada)
	grants, _ := b.seen()
	if last := grants[len(grants)-1]; !strings.HasPrefix(last, "refresh_token rotated-1 ") || !strings.Contains(read(t, path), "501,rotated-2\r\n") {
		t.Errorf("asked %q; the file says %q", last, read(t, path))
	}
}

func TestATokenThatCannotBeWrittenBackIsNotLost(t *testing.T) {
	b := newBank(t)
	b.rotate = func(string) string { return "canary-rotated" }
	d := ask(t, b.URL, nil)
	b.before = func() { // the file can be read, and cannot be replaced
		if err := os.Chmod(d.tokens, 0o640); err != nil {
			t.Error(err)
		}
	}
	d.ok(ada)
	if !strings.Contains(d.log.String(), "could not be written back") || strings.Contains(d.log.String(), "canary") {
		t.Errorf("the log says %s", d.log)
	}
	if h := d.Health(); !strings.Contains(h.TokenFile, "could not be written back") || strings.Contains(h.TokenFile, "canary") {
		t.Errorf("health says %q", h.TokenFile)
	}
	b.with(func(b *bank) { b.before = nil; b.rotate = nil })
	if err := os.Chmod(d.tokens, 0o600); err != nil {
		t.Fatal(err)
	}
	d.clock.pass(12 * time.Hour)
	d.ok(ada)
	if grants, _ := b.seen(); !strings.HasPrefix(grants[1], "refresh_token canary-rotated ") {
		t.Errorf("then it asked %q", grants[1])
	}
	if !strings.Contains(read(t, d.tokens), "501,canary-rotated\n") {
		t.Errorf("the file says %q", read(t, d.tokens))
	}
	if h := d.Health(); h.TokenFile != "" {
		t.Errorf("health still says %q", h.TokenFile)
	}
}

func TestALineThatSomebodyElseChangedMeanwhileStaysTheirs(t *testing.T) {
	b := newBank(t)
	b.rotate = func(string) string { return "ours" }
	d := ask(t, b.URL, nil)
	b.before = func() { write(t, d.tokens, fmt.Sprintf("%d,theirs\n", ada)) }
	d.ok(ada)
	if got := read(t, d.tokens); got != "501,theirs\n" {
		t.Errorf("the file says %q", got)
	}
}

func TestTheFileIsReadAgainWhenItChanges(t *testing.T) {
	b := newBank(t)
	d := ask(t, b.URL, func(cfg *api.Config) { cfg.PersonalToken = "" })
	d.ok(ada)
	write(t, d.tokens, fmt.Sprintf("%d,of-bob\n", bob))
	if d.Access(bob) != api.ByUserToken || d.Access(ada) != api.ByNone {
		t.Errorf("bob %q, ada %q", d.Access(bob), d.Access(ada))
	}
	write(t, d.tokens, "not a line of it\n")
	if d.Access(bob) != api.ByUserToken {
		t.Error("a broken file takes the tokens away")
	}
	if h := d.Health(); !strings.Contains(h.TokenFile, "line 1") || strings.Contains(h.TokenFile, "not a line") {
		t.Errorf("health says %q", h.TokenFile)
	}
	if err := os.Chmod(d.tokens, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Transfer(context.Background(), bob, 1); err != nil {
		t.Errorf("a file that became loose takes the tokens away: %v", err)
	}
	if h := d.Health(); !strings.Contains(h.TokenFile, "0600") {
		t.Errorf("health says %q", h.TokenFile)
	}
}

func TestATokenInQuotesIsReplacedInQuotesWhereItNeedsThem(t *testing.T) {
	for before, want := range map[string]string{
		"501,\"plain\"\n": "501,\"with, comma\"\n", "\"501\",plain\n": "\"501\",\"with, comma\"\n", "501,\"old, comma\"": "501,\"with, comma\"",
	} {
		b := newBank(t)
		b.rotate = func(string) string { return "with, comma" }
		path := tokenFile(t, before)
		ask(t, b.URL, func(cfg *api.Config) { cfg.UserTokens = path }).ok(ada)
		if got := read(t, path); got != want {
			t.Errorf("%q became %q, want %q", before, got, want)
		}
		ask(t, b.URL, func(cfg *api.Config) { cfg.UserTokens = path }).ok(ada)
		if grants, _ := b.seen(); !strings.HasPrefix(grants[1], "refresh_token with, comma ") {
			t.Errorf("read again as %q", grants[1])
		}
	}
}

func TestALinkToTheFileStaysALink(t *testing.T) {
	b := newBank(t)
	b.rotate = func(string) string { return "rotated" }
	target := tokenFile(t, "501,first\n")
	link := filepath.Join(t.TempDir(), "link.csv")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	ask(t, b.URL, func(cfg *api.Config) { cfg.UserTokens = link }).ok(ada)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || read(t, target) != "501,rotated\n" {
		t.Errorf("link %v, %v; the file says %q", info.Mode(), err, read(t, target))
	}
}

func TestAFileThatCannotBeUsedIsRefusedWithTheReason(t *testing.T) {
	loose := tokenFile(t, "501,a\n")
	if err := os.Chmod(loose, 0o640); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ path, want string }{
		"not there":          {filepath.Join(t.TempDir(), "none.csv"), "no such file"},
		"read by others":     {loose, "must be 0600"},
		"a folder":           {t.TempDir(), "not a file"},
		"one column":         {tokenFile(t, "501\n"), "line 1"},
		"no number":          {tokenFile(t, "# x\nada,canary\n"), "line 2"},
		"no token":           {tokenFile(t, "501,\n"), "line 1"},
		"a token with a tab": {tokenFile(t, "501,canary\tcanary\n"), "line 1"},
		"three columns":      {tokenFile(t, "501,canary,x\n"), "line 1"},
		"nobody":             {tokenFile(t, "0,canary\n"), "line 1"},
		"twice":              {tokenFile(t, "501,canary\n501,canary\n"), "line 2"},
	} {
		_, err := api.New(api.Config{BaseURL: "https://api.wise.com", ClientID: "a", ClientSecret: "b", UserTokens: test.path})
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: got %v, want %q in it", name, err, test.want)
		}
	}
}
