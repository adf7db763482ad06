package api

import (
	"errors"
	"net/http"
	"net/url"
	"testing"
)

func TestTheLastLayerKnowsOneHostOnly(t *testing.T) {
	base, err := url.Parse("https://api.wise.com/gate")
	if err != nil {
		t.Fatal(err)
	}
	w := wire{base: base, tally: &tally{}, next: http.NewFileTransport(http.Dir(t.TempDir()))}
	for address, want := range map[string]error{
		"https://api.wise.com/gate/v1": nil, "https://api.wise.com/else": nil,
		"http://api.wise.com/gate/v1": errElsewhere, "https://api.wise.com:8443/gate/v1": errElsewhere, "https://api.wise.com.evil.com/": errElsewhere,
		"https://evil.com/": errElsewhere, "file:///etc/passwd": errElsewhere, "https://API.wise.com/": errElsewhere,
	} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := w.RoundTrip(req)
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
		if res != nil {
			_ = res.Body.Close()
		}
	}
	other, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://api.wise.com/", nil)
	if err != nil {
		t.Fatal(err)
	}
	other.Host = "evil.com"
	if _, err := w.RoundTrip(other); !errors.Is(err, errElsewhere) {
		t.Errorf("another name for the host: %v", err)
	}
}

func TestTheTransportHasNoProxyAndUnpacksNothing(t *testing.T) {
	for _, keepAlive := range []bool{true, false} {
		tr := newTransport(keepAlive)
		if tr.Proxy != nil || !tr.DisableCompression || tr.TLSClientConfig.InsecureSkipVerify || tr.DisableKeepAlives == keepAlive {
			t.Errorf("got %+v", tr)
		}
	}
}
