package templates

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
	"github.com/google/go-cmp/cmp"

	"transferdesk/static"
)

// update writes the goldens anew: go test ./templates -update.
var update = flag.Bool("update", false, "write the golden files anew")

// TestComponents holds each example of the design page against the HTML that was
// looked at there.
func TestComponents(t *testing.T) {
	seen := map[string]bool{}
	for _, group := range ExampleGroups() {
		for _, e := range group.Examples {
			if seen[e.Name] {
				t.Errorf("two examples are named %q", e.Name)
			}
			seen[e.Name] = true
			t.Run(e.Name, func(t *testing.T) { golden(t, e.Name, lines(t, e.Part)) })
		}
	}
	for name, part := range unexampled() {
		t.Run(name, func(t *testing.T) { golden(t, name, lines(t, part)) })
	}
}

// unexampled are states that print nothing, or that no page shows by themselves.
func unexampled() map[string]templ.Component {
	return map[string]templ.Component{
		"pager_only": pager("transfers", Pager{Next: ""}),
	}
}

// golden compares with testdata/name.golden.html, or writes it under -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden.html")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("reading the golden (go test ./templates -update writes it): %v", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs from its golden (-want +got):\n%s", name, diff)
	}
}

// lines renders a component; each tag begins a line, so that a difference reads
// well, and the hash of the icons is left out, so that a new icon changes none.
func lines(t *testing.T, c templ.Component) string {
	t.Helper()
	html := strings.ReplaceAll(rendered(t, c), static.URL("icons.svg"), "/assets/HASH/icons.svg")
	return strings.ReplaceAll(html, "><", ">\n<") + "\n"
}

// rendered is the component's HTML as it is sent.
func rendered(t *testing.T, c templ.Component) string {
	t.Helper()
	var out bytes.Buffer
	if err := c.Render(context.Background(), &out); err != nil {
		t.Fatalf("rendering: %v", err)
	}
	return out.String()
}

// document parses what a page renders to.
func document(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(rendered(t, c)))
	if err != nil {
		t.Fatalf("parsing the page: %v", err)
	}
	return doc
}
