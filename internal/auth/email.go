package auth

import (
	"net/mail"
	"strings"

	"transferdesk/internal/fault"
)

// maxEmail is the longest address that SMTP can carry (RFC 5321 with erratum 1690), in bytes.
const maxEmail = 254

// ParseEmail reads the e-mail address of an account: trimmed and in lower
// case, since people type it either way; fault.Unprocessable when it is none.
func ParseEmail(text string) (string, error) {
	text = FoldEmail(text)
	address, err := mail.ParseAddress(text)
	if err != nil || address.Address != text || len(text) > maxEmail {
		return "", fault.New(fault.Unprocessable, "The e-mail address cannot be read.")
	}
	return text, nil
}

// FoldEmail gives the form in which addresses are compared.
func FoldEmail(text string) string { return strings.ToLower(strings.TrimSpace(text)) }
