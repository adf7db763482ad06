package front

import (
	"slices"
	"strings"

	"transferdesk/internal/desk"
)

// Clipped keeps what was typed within reason.
func Clipped(text string) string {
	text = strings.ToValidUTF8(text, "")
	if r := []rune(text); len(r) > 2*desk.MaxLinkNote {
		return string(r[:2*desk.MaxLinkNote])
	}
	return text
}

// Joined puts words into one sentence, the empty ones left out.
func Joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// JoinedText puts sentences together, the empty ones left out.
func JoinedText(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}

// CutText cuts a text of strangers at n characters.
func CutText(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n]) + "…"
	}
	return text
}
