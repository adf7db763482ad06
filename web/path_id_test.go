package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

func TestAnOddIdInAPathIsRefusedAndAnUnknownOneNotFound(t *testing.T) {
	s := newSite(t)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	for id, want := range map[string]int{
		"1":                    http.StatusNotFound,
		"9223372036854775807":  http.StatusNotFound,
		"9223372036854775808":  http.StatusBadRequest,
		"99999999999999999999": http.StatusBadRequest,
		"0":                    http.StatusBadRequest,
		"-1":                   http.StatusBadRequest,
		"+1":                   http.StatusBadRequest,
		"01":                   http.StatusBadRequest,
		"1.0":                  http.StatusBadRequest,
		"1e3":                  http.StatusBadRequest,
		"0x1f":                 http.StatusBadRequest,
		"abc":                  http.StatusBadRequest,
		"١٢٣":                  http.StatusBadRequest,
		"1'--":                 http.StatusBadRequest,
		"<script>":             http.StatusBadRequest,
		"%00":                  http.StatusBadRequest,
		"..%2f..%2fetc":        http.StatusBadRequest,
		"null":                 http.StatusBadRequest,
		"1%20":                 http.StatusBadRequest,
	} {
		if !strings.Contains(id, "%") {
			id = url.PathEscape(id)
		}
		for _, room := range []string{"/transfers/", "/customers/", "/users/", "/events/"} {
			if got := agent.get(room + id).StatusCode; got != want {
				t.Errorf("%s%s: got %d, want %d", room, id, got, want)
			}
			if got := s.call(token, "/api/v1"+room+id).StatusCode; got != want {
				t.Errorf("/api/v1%s%s: got %d, want %d", room, id, got, want)
			}
		}
	}
}

func TestTheLargestIdIsExactEverywhere(t *testing.T) {
	const largest = 9223372036854775807
	s := newSite(t)
	s.deliver(stateChange(largest, "", "incoming_payment_waiting", ago(5e12)))
	doc := s.signIn(auth.Agent).page("/transfers/9223372036854775807")
	if title := doc.Find("title").Text(); !strings.Contains(title, "9223372036854775807") {
		t.Errorf("title: got %q, want the exact id", title)
	}
	if got := body(t, s.call(s.token(auth.Agent), "/api/v1/transfers/9223372036854775807")); !strings.Contains(got, `"id":9223372036854775807,`) {
		t.Errorf("JSON: got %.80q, want the exact id", got)
	}
}
