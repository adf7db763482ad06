package templates

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"pgregory.net/rapid"

	"transferdesk/internal/note"
)

// noteTags are all that a note may be printed with, and the attributes of them.
var noteTags = map[string][]string{"p": {"dir"}, "br": nil, "strong": nil, "em": nil, "code": nil, "ul": nil, "ol": nil, "li": {"value"}, "blockquote": nil}

// readNote gives a note as a browser reads what is printed of it.
func readNote(t rapid.TB, source string) *goquery.Document {
	var out bytes.Buffer
	if err := noteBody(note.Parse(source)).Render(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// noSpace is a text without white space and without what a list or a quote is told by.
func noSpace(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsDigit(r) || strings.ContainsRune("->.", r) {
			return -1
		}
		return r
	}, text)
}

func TestANoteIsPrintedWithItsOwnTagsAndItsWholeText(t *testing.T) {
	piece := rapid.OneOf(rapid.SampledFrom([]string{"*", "**", "`", "- ", "1. ", "> ", "\n", "\n\n", "  ", " ", "https://x.example/\"a", `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "</p>", "&amp;", "a", "\u202e", "\u200b"}), rapid.StringMatching(`[a-zé<>"'&/]{0,6}`))
	rapid.Check(t, func(t *rapid.T) {
		source := note.Tidy(strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), ""))
		doc := readNote(t, source)
		doc.Find("body *").Each(func(_ int, tag *goquery.Selection) {
			name := goquery.NodeName(tag)
			allowed, known := noteTags[name]
			if !known {
				t.Fatalf("%q is printed with a <%s>", source, name)
			}
			for _, a := range tag.Nodes[0].Attr {
				if !slices.Contains(allowed, a.Key) {
					t.Fatalf("%q is printed with %s=%q", source, a.Key, a.Val)
				}
			}
		})
		if got, want := noSpace(doc.Text()), noSpace(shown(note.Plain(note.Parse(source)))); got != want {
			t.Fatalf("%q reads %q, want %q", source, got, want)
		}
	})
}

func TestANoteReadsAsOneLineOfText(t *testing.T) {
	doc := readNote(t, "see **this**, *that*and `code`.")
	if got := strings.TrimSpace(doc.Find("p").Text()); got != "see this, *that*and code." {
		t.Errorf("it reads %q: no space may come or go", got)
	}
	if dir := doc.Find("p").AttrOr("dir", ""); dir != "auto" {
		t.Errorf("its direction is %q", dir)
	}
}
