package note

import "testing"

func TestATextOfWhichNothingCanBeSeenIsEmpty(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "spaces": " \t\r\n\v\f", "spaces that do not break": "\u00a0\u202f\u2007", "spaces of other widths": "\u2000\u2003\u200a\u205f\u3000\u1680",
		"a next line": "\u0085\u2028\u2029", "zero width": "\u200b\u200c\u200d", "a word joiner": "\u2060", "a byte order mark": "\ufeff", "a soft hyphen": "\u00ad",
		"turns of the direction": "\u200e\u200f\u061c\u202a\u202e\u202c\u2066\u2067\u2069", "controls": "\x00\x01\x1b\x7f", "fillers of Hangul": "\u115f\u1160\u3164\uffa0",
		"marks on nothing": "\u0301\u034f\ufe0f", "tags": "\U000e0001\U000e0041", "a Mongolian separator": "\u180e", "Braille without a dot": "\u2800", "all of it between lines": " \u200b\n\u2060\t\n\u00ad ",
	} {
		if !IsEmpty(text) {
			t.Errorf("%s: %q is taken for a text", name, text)
		}
	}
	for name, text := range map[string]string{
		"a letter": "a", "a letter among what is not seen": "\u200b \u2060x\u202e", "an accent on a letter": "e\u0301", "a number": "5", "a mark of ours": "*", "a dash": "-",
		"Chinese": "好", "Arabic after a turn": "\u200fمرحبا", "an emoji": "👍\ufe0f", "a dotted Braille": "\u2801", "what was no text": "\ufffd",
	} {
		if IsEmpty(text) {
			t.Errorf("%s: %q is taken for nothing", name, text)
		}
	}
}
