package atwise

import (
	"strings"
	"testing"

	"transferdesk/internal/fault"
)

func TestAnAddressIsHeldToWisesRules(t *testing.T) {
	for text, want := range map[string]string{
		"https://desk.example.com/webhooks/wise":               "",
		"https://desk.example.com:443/webhooks/wise":           "",
		"HTTPS://Desk.Example.Com/webhooks/wise":               "",
		"https://xn--bcher-kva.example/webhooks":               "",
		"":                                                     "is missing",
		"desk.example.com/webhooks/wise":                       "must begin with https://",
		"http://desk.example.com/webhooks/wise":                "must begin with https://",
		"https://desk.example.com:8443/webhooks":               "port 443",
		"https://desk.example.com/webhooks?a=b":                "no query string",
		"https://desk.example.com/webhooks?":                   "no query string",
		"https://desk.example.com/webhooks#x":                  "no fragment",
		"https://desk.example.com/webhooks#":                   "no fragment",
		"https://ada:secret@desk.example.com/":                 "no user name",
		"https://192.0.2.7/webhooks/wise":                      "not an IP address",
		"https://[2001:db8::1]/webhooks/wise":                  "not an IP address",
		"https://3221225991/webhooks/wise":                     "not an IP address",
		"https://192.0.2.0x7/webhooks/wise":                    "not an IP address",
		"https://localhost/webhooks/wise":                      "whole domain name",
		"https://desk/webhooks/wise":                           "whole domain name",
		"https://desk.office.local/webhooks/wise":              "public domain name",
		"https://bücher.example/webhooks":                      "xn--",
		"https://desk.example.com/\u202ewebhooks":              "percent-encoded",
		"https://desk.example.com/%E2%80%AE":                   "",
		"https://-desk.example.com/webhooks":                   "none can have",
		"https://desk-.example.com/webhooks":                   "none can have",
		"https://" + strings.Repeat("d", 64) + ".example.com/": "none can have",
		"https://" + strings.Repeat("d.", 127) + "com/":        "none can have",
		"https://desk.test/webhooks/wise":                      "public domain name",
		"https://desk.home.arpa./webhooks/wise":                "public domain name",
		"https:///webhooks/wise":                               "names no host",
		"https:desk.example.com":                               "cannot be read",
		"https://desk.example.com/\nHost: x":                   "cannot be read",
		"https://desk.example.com\\@evil.example":              "cannot be read",
		"javascript:alert(1)":                                  "cannot be read",
		"http://127.0.0.1:8080/webhooks/wise":                  "must begin with https://",
		"https://a.example/" + strings.Repeat("x", 1000):       "cannot be read",
	} {
		err := CheckAddress(text, false)
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(fault.TextOf(err), want) || fault.KindOf(err) != fault.Unprocessable) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

func TestASimulatedWiseDeliversToThisMachine(t *testing.T) {
	for text, good := range map[string]bool{
		"http://127.0.0.1:8080/webhooks/wise": true, "http://localhost:8080/x": true, "http://[::1]:8080/x": true,
		"http://127.0.0.1:8080/x?a=b": false, "http://192.0.2.7/x": false, "ftp://127.0.0.1/x": false, "https://desk.example.com/x": true,
	} {
		if err := CheckAddress(text, true); (err == nil) != good {
			t.Errorf("%s: got %v", text, err)
		}
	}
}
