package web

import (
	"slices"
	"strings"

	"transferdesk/internal/desk"
)

// clipped keeps what was typed within reason.
func clipped(text string) string {
	text = strings.ToValidUTF8(text, "")
	if r := []rune(text); len(r) > 2*desk.MaxLinkNote {
		return string(r[:2*desk.MaxLinkNote])
	}
	return text
}

// joined puts words into one sentence, the empty ones left out.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// joinedText puts sentences together, the empty ones left out.
func joinedText(sentences ...string) string {
	return strings.TrimSpace(strings.Join(sentences, " "))
}

// cutText cuts a text of strangers at n characters.
func cutText(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n]) + "…"
	}
	return text
}
