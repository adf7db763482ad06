package templates

import "testing"

func TestWhatCannotBeSeenIsWrittenOut(t *testing.T) {
	for text, want := range map[string]string{
		"plain text":             "plain text",
		"two\nlines\tand a tab":  "two\nlines\tand a tab",
		"\u202egnp.exe":          `\u202egnp.exe`,
		"zero\u200bwidth":        `zero\u200bwidth`,
		"\x1b[31m red":           `\u001b[31m red`,
		"می\u200cخواهم":          "می\u200cخواهم",
		"a\u0301\u0301 b\u0301":  "a\u0301\u0301 b\u0301",
		"non\u00a0breaking €100": "non\u00a0breaking €100",
	} {
		if got := shown(text); got != want {
			t.Errorf("shown(%q) = %q, want %q", text, got, want)
		}
	}
	if got := clip("\u202e\u202e\u202eabc", 3); got != `\u202e\u202e\u202e…` {
		t.Errorf("clip cuts before it writes out: %q", got)
	}
}
