package atwise

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"transferdesk/internal/config"
	"transferdesk/internal/fault"
)

// maxAddress is the longest address of a webhook that is taken, in bytes.
const maxAddress = 1000

// CheckAddress says what is wrong with the address of a webhook by Wise's rules:
// https on port 443, a domain name, no query string. A simulated Wise, which runs
// on this machine, delivers to this machine too, without https. Its errors are
// fault.Unprocessable. Whether the certificate is one of a public CA cannot be
// seen from here.
func CheckAddress(text string, simulated bool) error {
	if text == "" {
		return badAddress("is missing.")
	}
	u, err := url.Parse(text)
	if err != nil || len(text) > maxAddress || u.Opaque != "" || !isPrintable(text) {
		return badAddress("cannot be read. It is like https://desk.example.com/webhooks/wise.")
	}
	if why := extraParts(u, text); why != "" {
		return badAddress(why)
	}
	if simulated && (u.Scheme == "http" || u.Scheme == "https") && config.IsThisMachine(u.Hostname()) {
		return nil
	}
	switch {
	case u.Scheme != "https":
		return badAddress("must begin with https://. Wise delivers to nothing else.")
	case u.Port() != "" && u.Port() != "443":
		return badAddress("must be on port 443, the usual one of https. Wise delivers to no other.")
	}
	if why := badHost(u.Hostname()); why != "" {
		return badAddress(why)
	}
	return nil
}

func badAddress(why string) error {
	return fault.New(fault.Unprocessable, "The address "+why)
}

// extraParts says which part of an address must not be there.
func extraParts(u *url.URL, text string) string {
	switch {
	case u.User != nil:
		return "must hold no user name and no password."
	case u.RawQuery != "" || u.ForceQuery:
		return "must have no query string, so nothing from the question mark on."
	case strings.Contains(text, "#"):
		return "must have no fragment, so nothing from the # on."
	case !isForeign(u.Host) && isForeign(text):
		return "has letters in its path that must be percent-encoded there."
	}
	return ""
}

// privateNames are the ends of names that only a private network knows (RFC 6761,
// RFC 6762, RFC 7686, RFC 8375 and ICANN's .internal).
var privateNames = []string{".localhost", ".local", ".internal", ".invalid", ".test", ".onion", ".home.arpa"}

// badHost says what is wrong with the name of a host.
func badHost(host string) string {
	name := strings.ToLower(strings.TrimSuffix(host, "."))
	labels := strings.Split(name, ".")
	last := labels[len(labels)-1]
	_, notAddress := netip.ParseAddr(host)
	switch {
	case name == "":
		return "names no host."
	case notAddress == nil || strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "0x"):
		return "must have a domain name, not an IP address."
	case slices.ContainsFunc(labels, func(l string) bool { return len(l) > 63 || strings.Trim(l, "-") != l }) || len(name) > 253:
		return "has a domain name that none can have: a part of it is too long, or begins or ends with a dash."
	case len(labels) < 2:
		return "must have a whole domain name, such as desk.example.com. Wise cannot reach a name that only your network knows."
	case strings.IndexFunc(name, func(r rune) bool { return !isNameRune(r) }) >= 0 || strings.Contains(name, ".."):
		return "has characters in its domain name that none has. A name in another script is written in its xn-- form."
	}
	for _, end := range privateNames {
		if strings.HasSuffix(name, end) {
			return "must have a public domain name. Wise cannot reach one that ends with " + end + "."
		}
	}
	return ""
}

func isNameRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == '_'
}

// isPrintable says that a text has no spaces and nothing that cannot be seen.
func isPrintable(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\\' || r == '"' || r == '<' || r == '>' }) < 0
}

// isForeign says that a text has characters that an address never has as they are.
func isForeign(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > 0x7f }) >= 0
}

// Simulated says whether Wise's API is one on this machine, which only a simulated
// one is.
func (a *Acts) Simulated() bool {
	u, err := url.Parse(a.wise.Host())
	return err == nil && config.IsThisMachine(u.Hostname())
}
