package gate

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestXForwardedForCountsOnlyFromATrustedProxy(t *testing.T) {
	for _, c := range []struct {
		name, peer, forwarded, want string
		proxies                     []string
	}{
		{"no proxy trusted", "127.0.0.1:1", "6.6.6.6", "127.0.0.1", nil},
		{"from a stranger", "9.9.9.9:1", "6.6.6.6", "9.9.9.9", []string{"10.0.0.1"}},
		{"from the proxy", "10.0.0.1:1", "6.6.6.6", "6.6.6.6", []string{"10.0.0.1"}},
		{"from a range", "10.0.0.9:1", "1.1.1.1, 6.6.6.6", "6.6.6.6", []string{"10.0.0.0/24"}},
		{"private addresses are not trusted by themselves", "192.168.0.1:1", "6.6.6.6", "192.168.0.1", []string{"10.0.0.1"}},
	} {
		extract, err := clientAddress(c.proxies)
		if err != nil {
			t.Fatal(err)
		}
		req := httptest.NewRequest(http.MethodGet, "/", nil)
		req.RemoteAddr = c.peer
		req.Header.Set("X-Forwarded-For", c.forwarded)
		if got := extract(req); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	if _, err := clientAddress([]string{"proxy.example"}); err == nil {
		t.Error("a proxy by name: got no error")
	}
}
