package front

import (
	"net/url"
	"strings"
)

// OwnPath gives back where to go after signing in: next if it is a path on this
// site, else "/". Browsers read `//evil`, `/\evil` and control characters as
// another host, so anything but a plain absolute path is dropped.
func OwnPath(next string) string {
	if !strings.HasPrefix(next, "/") || len(next) > 2000 || strings.HasPrefix(next, "//") {
		return "/"
	}
	for _, r := range next {
		if r == '\\' || r < 0x21 || r == 0x7f {
			return "/"
		}
	}
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "//") || strings.Contains(u.Path, "\\") {
		return "/"
	}
	if u.Path == "/login" || u.Path == "/logout" || u.Path == "/setup" {
		return "/"
	}
	return u.RequestURI()
}

// LoginPath is the log-in page that leads back to where the person wanted to go.
func LoginPath(u *url.URL) string {
	next := OwnPath(u.RequestURI())
	if next == "/" {
		return "/login"
	}
	return "/login?next=" + url.QueryEscape(next)
}
