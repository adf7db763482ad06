package atwise

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"transferdesk/internal/fault"
	"transferdesk/internal/note"
)

// checkCaseText refuses a text that may not be sent.
func checkCaseText(what, text string) error {
	if note.IsEmpty(text) || utf8.RuneCountInString(text) > MaxCaseText || !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return fault.New(fault.Unprocessable, fmt.Sprintf("The %s must have 1 to %d characters.", what, MaxCaseText))
	}
	return nil
}

// tidyText is a text as a form sends it, with plain ends of lines.
func tidyText(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"))
}

// formToken is a text that nobody can guess and no two forms share.
func formToken() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}

// traced names a trace id; "" for none.
func traced(id string) string {
	if id == "" {
		return ""
	}
	return "trace " + id
}

// joinWords puts what is not empty behind one another.
func joinWords(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
