package inquiry

import (
	"mime"
	"regexp"
	"strings"
	"unicode"
)

// plain makes a text one that ids can be read from: without the transport of a mail,
// without markup, with plain digits and spaces.
func plain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = withoutMarkup(withoutTransport(text))
	return strings.TrimSpace(strings.Map(plainRune, text))
}

// plainRune maps what looks like a digit, a space or a dash to it, and leaves out what
// cannot be seen.
func plainRune(c rune) rune {
	switch {
	case c < 0x7f:
		if c < ' ' && c != '\n' && c != '\t' {
			return ' '
		}
		return c
	case c >= 0xff01 && c <= 0xff5e: // full width
		return c - 0xfee0
	case unicode.Is(unicode.Nd, c):
		return digitOf(c)
	case unicode.Is(unicode.Cf, c):
		return -1
	case c == 0x2028 || c == 0x2029 || c == 0x85:
		return '\n'
	case unicode.IsSpace(c) || unicode.IsControl(c):
		return ' '
	case unicode.Is(unicode.Pd, c) || c == 0x2212:
		return '-'
	case c == '’' || c == '‘' || c == 'ʼ':
		return '\''
	case c == '、' || c == '،' || c == '٬':
		return ','
	case c == '。' || c == '٫':
		return '.'
	}
	return c
}

// digitOf gives the digit of any script. Unicode has each ten of them in a row, the
// zero first.
func digitOf(c rune) rune {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= c && c <= rune(t.Hi) {
			return '0' + (c-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= c && c <= rune(t.Hi) {
			return '0' + (c-rune(t.Lo))%10
		}
	}
	return c
}

var (
	// transportHeader are lines of a mail that are between its servers.
	transportHeader = regexp.MustCompile(`(?i)^[> ]*(?:Received(?:-SPF)?|Message-ID|DKIM-Signature|ARC-[a-z-]+|X-[a-z0-9-]+|Return-Path|Authentication-Results|MIME-Version|Content-[a-z-]+|Thread-[a-z-]+|List-[a-z-]+|Feedback-ID|User-Agent|Date|(?:In-Reply-To|References):[^\n]*<[^>]*@[^>]*>.*|boundary=.*)(?::|$)`)
	boundaryLine    = regexp.MustCompile(`^--[=_.0-9A-Za-z'()+,/:?-]{16,}$`)
	encodedLine     = regexp.MustCompile(`^[0-9A-Za-z+/]{60,}={0,2}$`)
	quotedPrintable = regexp.MustCompile(`(?i)quoted-printable|=3D|=C2=A0|=20\n`)
	escape          = regexp.MustCompile(`=[0-9A-F]{2}`)
	softBreak       = regexp.MustCompile(`([0-9A-Fa-f-])=\n([0-9A-Fa-f-])`)
	longSoftBreak   = regexp.MustCompile(`(?m)^(.{70,76})=\n`)
)

// withoutTransport takes out of a mail what only its servers read, and takes back how
// it was wrapped for them (RFC 2045, quoted-printable).
func withoutTransport(text string) string {
	quoted := quotedPrintable.MatchString(text)
	text = unwrapped(text, quoted)
	var b strings.Builder
	dropping := false
	for line := range strings.SplitAfterSeq(text, "\n") {
		bare := strings.TrimSuffix(line, "\n")
		dropping = transportHeader.MatchString(bare) || dropping && (strings.HasPrefix(bare, " ") || strings.HasPrefix(bare, "\t"))
		if dropping || boundaryLine.MatchString(bare) || isEncoded(bare) {
			b.WriteByte('\n')
			continue
		}
		b.WriteString(line)
	}
	return decodedWords(b.String())
}

// unwrapped joins the lines that a mail program has parted.
func unwrapped(text string, quoted bool) string {
	if !strings.Contains(text, "=") {
		return text
	}
	if quoted {
		text = strings.ReplaceAll(text, "=\n", "")
		text = escape.ReplaceAllStringFunc(text, func(code string) string { return string([]byte{hexOf(code[1])<<4 | hexOf(code[2])}) })
		return strings.ToValidUTF8(text, " ")
	}
	return softBreak.ReplaceAllString(longSoftBreak.ReplaceAllString(text, "$1"), "$1$2")
}

func hexOf(c byte) byte {
	if c >= 'A' {
		return c - 'A' + 10
	}
	return c - '0'
}

// isEncoded says that a line is a part of something in base64, such as a picture.
func isEncoded(line string) bool {
	return encodedLine.MatchString(line) && strings.ContainsFunc(line, unicode.IsUpper) && strings.ContainsFunc(line, unicode.IsLower)
}

// decodedWords reads the encoded words of a subject (RFC 2047); those that cannot be
// read stay.
func decodedWords(text string) string {
	if !strings.Contains(text, "=?") {
		return text
	}
	var dec mime.WordDecoder
	plain, err := dec.DecodeHeader(text)
	if err != nil {
		return text
	}
	return plain
}
