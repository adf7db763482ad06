package front

import "testing"

func TestNextLeadsOnlyToOurOwnPaths(t *testing.T) {
	for next, want := range map[string]string{
		"/transfers/1":            "/transfers/1",
		"/bounced?reason=A&x=%2F": "/bounced?reason=A&x=%2F",
		"/":                       "/",
		"":                        "/",
		"transfers/1":             "/",
		"//evil.com":              "/",
		"///evil.com":             "/",
		`/\evil.com`:              "/",
		`\/evil.com`:              "/",
		`/transfers\..\..\evil`:   "/",
		"/\t/evil.com":            "/",
		"/\n/evil.com":            "/",
		"/\x00/evil.com":          "/",
		" /evil.com":              "/",
		"https://evil.com/":       "/",
		"javascript:alert(1)":     "/",
		"/%5Cevil.com":            "/",
		"/%2F/evil.com":           "/",
		"/login?next=/login":      "/",
		"/logout":                 "/",
		"/setup":                  "/",
	} {
		if got := OwnPath(next); got != want {
			t.Errorf("next=%q: got %q, want %q", next, got, want)
		}
	}
}
