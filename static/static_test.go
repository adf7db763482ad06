package static

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// budgets in compressed bytes (first load of a page: 80 KB with its HTML).
var budgets = map[string]int{"app.css": 12 << 10, "app.js": 25 << 10, "icons.svg": 12 << 10, "favicon.svg": 2 << 10}

func TestEveryAssetIsWithinItsBudget(t *testing.T) {
	for name, budget := range budgets {
		if got := len(assets()[name].Gzip); got == 0 || got > budget {
			t.Errorf("%s has %d bytes compressed, want 1 to %d", name, got, budget)
		}
	}
	if got, want := len(assets()), len(budgets); got != want {
		t.Errorf("%d assets are embedded, %d have a budget", got, want)
	}
}

func TestURLLeadsBackToTheAsset(t *testing.T) {
	for name := range budgets {
		hash, file, ok := strings.Cut(strings.TrimPrefix(URL(name), Prefix), "/")
		if !ok || file != name {
			t.Errorf("URL(%q) = %q, want the prefix, a hash and the name", name, URL(name))
		}
		if a, found := Open(hash, name); !found || len(a.Body) == 0 || a.Type == "" {
			t.Errorf("Open(%q, %q) = %d bytes of %q, found %v", hash, name, len(a.Body), a.Type, found)
		}
	}
}

func TestAnOldHashIsNotFound(t *testing.T) {
	if _, found := Open("000000000000", "app.css"); found {
		t.Error("an old hash found the new content; caches would keep it for ever")
	}
	if _, found := Open("", "../static.go"); found {
		t.Error("a path outside the assets was found")
	}
}

func TestGzipHoldsTheSameBytes(t *testing.T) {
	for name, a := range assets() {
		r, err := gzip.NewReader(bytes.NewReader(a.Gzip))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, a.Body) {
			t.Errorf("%s differs after compression (error %v)", name, err)
		}
	}
}

func TestTheStyleSheetLoadsNothing(t *testing.T) {
	css := string(assets()["app.css"].Body)
	for _, word := range []string{"url(", "@import", "http:", "https:"} {
		if strings.Contains(css, word) {
			t.Errorf("app.css contains %q", word)
		}
	}
}

// TestColoursComeFromTheTokens: a colour that a component names itself is one in the dark
// as in the light.
func TestColoursComeFromTheTokens(t *testing.T) {
	declared := regexp.MustCompile(`[a-z-]+: *([^;{}]+);`)
	raw := regexp.MustCompile(`(?i)#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|\b(black|white|gr[ae]y|silver|red|green|blue|orange|yellow|purple)\b`)
	parts, err := filepath.Glob("style/*.css")
	if err != nil || len(parts) < 2 {
		t.Fatalf("listing the parts: found %v, error %v", parts, err)
	}
	for _, part := range parts {
		css, err := os.ReadFile(part)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range declared.FindAllStringSubmatch(string(css), -1) {
			if filepath.Base(part) != "tokens.css" && raw.MatchString(d[1]) {
				t.Errorf("%s: %q is no token", part, d[0])
			}
		}
	}
}

func TestEveryPartIsServed(t *testing.T) {
	listed := map[string]bool{}
	for _, parts := range sources {
		for _, part := range parts {
			listed[part] = true
		}
	}
	for _, pattern := range []string{"style/*.css", "script/*.js"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("listing %s: found %v, error %v", pattern, found, err)
		}
		for _, part := range found {
			if !listed[filepath.ToSlash(part)] {
				t.Errorf("%s is in no asset: name it in sources", part)
			}
		}
	}
}

// TestEveryIconInUseIsInTheSprite reads the names from the templates' table, and
// finds no icon that nobody uses either.
func TestEveryIconInUseIsInTheSprite(t *testing.T) {
	table, err := os.ReadFile(filepath.Join("..", "templates", "icon.go"))
	if err != nil {
		t.Fatal(err)
	}
	sprite := symbols(t)
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`Icon = "([a-z0-9-]+)"`).FindAllStringSubmatch(string(table), -1) {
		used[m[1]] = true
		if !sprite[m[1]] {
			t.Errorf("icon %q is used and not in icons.svg", m[1])
		}
	}
	for id := range sprite {
		if !used[id] {
			t.Errorf("icon %q is in icons.svg and nobody uses it", id)
		}
	}
}

// symbols reads the ids of the sprite, which must be well-formed XML.
func symbols(t *testing.T) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(assets()["icons.svg"].Body))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return ids
		}
		if err != nil {
			t.Fatalf("reading icons.svg: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "symbol" {
			for _, a := range e.Attr {
				if a.Name.Local == "id" {
					ids[a.Value] = true
				}
			}
		}
	}
}
