package note

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func text(s string) Span { return Span{Kind: Text, Text: s} }

func words(all ...Span) []Block { return []Block{{Kind: Paragraph, Spans: all}} }

func TestANoteIsReadAsItWasMeant(t *testing.T) {
	br := Span{Kind: Break}
	for name, c := range map[string]struct {
		source string
		want   []Block
	}{
		"a text":                     {"Called the bank.", words(text("Called the bank."))},
		"lines and paragraphs":       {"one\ntwo\n\nthree", append(words(text("one"), br, text("two")), words(text("three"))...)},
		"bold, italic and code":      {"**no** *new* `50088672`", words(Span{Kind: Bold, Spans: []Span{text("no")}}, text(" "), Span{Kind: Italic, Spans: []Span{text("new")}}, text(" "), Span{Kind: Code, Text: "50088672"})},
		"italic in bold":             {"**a *b* c**", words(Span{Kind: Bold, Spans: []Span{text("a "), {Kind: Italic, Spans: []Span{text("b")}}, text(" c")}})},
		"a product is no italic":     {"5*3*2 and 4 * 5 * 6", words(text("5*3*2 and 4 * 5 * 6"))},
		"a mark alone is text":       {"**not closed, `nor this", words(text("**not closed, `nor this"))},
		"marks in code stay":         {"`**a**`", words(Span{Kind: Code, Text: "**a**"})},
		"an address is kept whole":   {"see (https://x.example/*a*_b).", words(text("see ("), Span{Kind: Address, Text: "https://x.example/*a*_b"}, text(")."))},
		"another scheme is text":     {"javascript:alert(1) http://x.example", words(text("javascript:alert(1) http://x.example"))},
		"markup is text":             {"<b>x</b> [a](https://x.example)", words(text("<b>x</b> [a]("), Span{Kind: Address, Text: "https://x.example"}, text(")"))},
		"a year is no list":          {"2026. That was it", words(text("2026. That was it"))},
		"a list right after a text":  {"Asked:\n- name\n- bank", append(words(text("Asked:")), Block{Kind: Bullets, Items: []Item{{Blocks: words(text("name"))}, {Blocks: words(text("bank"))}}})},
		"a list keeps its numbers":   {"2. two\n3. three", []Block{{Kind: Numbers, Items: []Item{{Number: "2", Blocks: words(text("two"))}, {Number: "3", Blocks: words(text("three"))}}}}},
		"a list in a list":           {"- a\n  1. b\n- c", []Block{{Kind: Bullets, Items: []Item{{Blocks: append(words(text("a")), Block{Kind: Numbers, Items: []Item{{Number: "1", Blocks: words(text("b"))}}})}, {Blocks: words(text("c"))}}}}},
		"a quote":                    {"> said\n> so\nYes", []Block{{Kind: Quote, Blocks: words(text("said"), br, text("so"))}, words(text("Yes"))[0]}},
		"deeper quotes are text":     {">>>>> x", []Block{{Kind: Quote, Blocks: []Block{{Kind: Quote, Blocks: []Block{{Kind: Quote, Blocks: words(text(">> x"))}}}}}}},
		"deeper marks are text":      {"**a *b **c *d* c** b* a**", nil},
		"nothing":                    {"", nil},
		"a minus is no list":         {"-5 EUR\n- ", words(text("-5 EUR"), br, text("- "))},
		"the writing of other lands": {"**مرحبا** *你好*", words(Span{Kind: Bold, Spans: []Span{text("مرحبا")}}, text(" "), Span{Kind: Italic, Spans: []Span{text("你好")}})},
	} {
		got := Parse(c.source)
		if c.want == nil && c.source != "" {
			if lost := lost(c.source, got); lost != "" {
				t.Errorf("%s: %s", name, lost)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// lost says what of a text its tree does not hold, in the order of the text: only white
// space may differ, and marks in pairs.
func lost(source string, tree []Block) string {
	plain := Plain(tree)
	if a, b := bare(source), bare(plain); a != b {
		return "the text is not that of the source: " + cmp.Diff(a, b)
	}
	stars, ticks := marks(tree)
	if got := strings.Count(source, "*") - strings.Count(plain, "*"); got != stars {
		return "stars were lost"
	}
	if got := strings.Count(source, "`") - strings.Count(plain, "`"); got != ticks {
		return "marks of code were lost"
	}
	return ""
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '*' || r == '`' {
			return -1
		}
		return r
	}, s)
}

// marks counts those that the spans of a tree stand for.
func marks(tree []Block) (stars, ticks int) {
	for _, b := range tree {
		for _, item := range b.Items {
			s, t := marks(item.Blocks)
			stars, ticks = stars+s, ticks+t
		}
		s, t := marks(b.Blocks)
		inner, in := spanMarks(b.Spans)
		stars, ticks = stars+s+inner, ticks+t+in
	}
	return stars, ticks
}

func spanMarks(all []Span) (stars, ticks int) {
	for _, s := range all {
		inner, in := spanMarks(s.Spans)
		stars, ticks = stars+inner, ticks+in
		stars += map[SpanKind]int{Bold: 4, Italic: 2}[s.Kind]
		ticks += map[SpanKind]int{Code: 2}[s.Kind]
	}
	return stars, ticks
}

// depth is how deep a tree is.
func depth(tree []Block) (deepest int) {
	for _, b := range tree {
		for _, item := range b.Items {
			deepest = max(deepest, 1+depth(item.Blocks))
		}
		if b.Kind == Quote {
			deepest = max(deepest, 1+depth(b.Blocks))
		}
		deepest = max(deepest, spanDepth(b.Spans))
	}
	return deepest
}

func spanDepth(all []Span) (deepest int) {
	for _, s := range all {
		if s.Kind == Bold || s.Kind == Italic {
			deepest = max(deepest, 1+spanDepth(s.Spans))
		}
	}
	return deepest
}

func TestNothingOfATextIsLostWhateverItIs(t *testing.T) {
	piece := rapid.OneOf(rapid.SampledFrom([]string{"*", "**", "`", "- ", "1. ", "12. ", "> ", ">", "\n", "\n\n", "  ", " ", "https://x.example/a", "<b>", "a", "é", "\u202e", "\u200b", "5"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		source := Tidy(strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, "pieces"), ""))
		tree := Parse(source)
		if what := lost(source, tree); what != "" {
			t.Fatalf("%q: %s", source, what)
		}
		if d := depth(tree); d > MaxDepth {
			t.Fatalf("%q: depth %d", source, d)
		}
		if again := Tidy(source); again != source {
			t.Fatalf("tidied twice, %q is %q", source, again)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"**a** *b* `c`", "- a\n  - b\n1. c", "> > > > a", "*a **b* c**", "https://x.example)*", strings.Repeat("*a ", 500), "\xff*\xfe*"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		source = Tidy(source)
		if what := lost(source, Parse(source)); what != "" {
			t.Errorf("%q: %s", source, what)
		}
	})
}

func TestATextIsTidiedBeforeItIsKept(t *testing.T) {
	for source, want := range map[string]string{
		"\r\n a \r\nb\r\n\r\n": " a\nb",
		"a\x00b\xffc":          "a\ufffdb\ufffdc",
		"  \n \t ":             "",
	} {
		if got := Tidy(source); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
	if IsTooLong(strings.Repeat("é", MaxRunes)) || !IsTooLong(strings.Repeat("é", MaxRunes+1)) {
		t.Error("the bound is not in characters")
	}
}
