package wise

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// repair makes visible what encoding/json would silently replace or pass on:
// bytes that are not UTF-8 become the text \xff, lone surrogates the text \ud800
// and NULs the text \u0000. The body is given back as it is when it has none.
func repair(body []byte) (fixed []byte, repaired bool) {
	if utf8.Valid(body) && !bytes.Contains(body, []byte(`\u`)) {
		return body, false
	}
	out := make([]byte, 0, len(body)+16)
	for len(body) > 0 {
		size, bad := next(body)
		switch {
		case !bad:
			out = append(out, body[:size]...)
		case body[0] == '\\':
			out = append(append(out, '\\'), body[:size]...)
		default:
			out = append(append(out, `\\x`...), hex.EncodeToString(body[:1])...)
		}
		repaired = repaired || bad
		body = body[size:]
	}
	return out, repaired
}

// next measures the escape or the character that the body begins with, and says
// whether it must be made visible.
func next(body []byte) (size int, bad bool) {
	if body[0] != '\\' {
		r, size := utf8.DecodeRune(body)
		return size, r == utf8.RuneError && size == 1
	}
	high, ok := escaped(body)
	switch {
	case !ok:
		return min(2, len(body)), false
	case !utf16.IsSurrogate(high):
		return 6, high == 0
	}
	if low, ok := escaped(body[6:]); ok && utf16.DecodeRune(high, low) != utf8.RuneError {
		return 12, false
	}
	return 6, true
}

// escaped reads the \uXXXX that the body begins with.
func escaped(body []byte) (rune, bool) {
	if len(body) < 6 || body[0] != '\\' || body[1] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(string(body[2:6]), 16, 16)
	return rune(unit), err == nil
}
