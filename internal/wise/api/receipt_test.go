package api_test

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"

	"transferdesk/internal/wise/api"
)

func TestOnlyAWholePDFIsAReceipt(t *testing.T) {
	whole := "%PDF-1.7\n" + strings.Repeat("x", 5000) + "\n%%EOF\n"
	for name, test := range map[string]struct {
		body string
		ok   bool
	}{
		"whole":                          {whole, true},
		"with a line more":               {whole + "\r\n", true},
		"cut in the middle":              {whole[:len(whole)/2], false},
		"without its last bytes":         {strings.TrimSuffix(whole, "EOF\n"), false},
		"with its end long before":       {whole + strings.Repeat("y", 2000), false},
		"a page that speaks of one":      {"<html>%PDF-1.7 %%EOF", false},
		"an error in JSON":               {`{"errors":[]}`, false},
		"nothing":                        {"", false},
		"the largest that there may be":  {whole[:len(whole)-6] + strings.Repeat("z", 10_000_000-len(whole)) + "%%EOF\n", true},
		"larger than any that there may": {whole[:len(whole)-6] + strings.Repeat("z", 10_000_001-len(whole)) + "%%EOF\n", false},
	} {
		server := wise(t, func(w http.ResponseWriter, r *http.Request) {
			if got := r.Header.Get("Accept"); got != "application/pdf" {
				t.Errorf("%s: accepts %q", name, got)
			}
			say(200, test.body)(w, r)
		})
		d := ask(t, server.URL, nil)
		got, err := d.Receipt(context.Background(), ada, 1, api.USCombinedReceipt)
		switch {
		case test.ok && (err != nil || !bytes.Equal(got.Body, []byte(test.body)) || got.TraceID != "trace-1"):
			t.Errorf("%s: %d bytes, %v", name, len(got.Body), err)
		case !test.ok && (d.troubleOf(err).Kind != api.Unreadable || got.Body != nil):
			t.Errorf("%s: %d bytes, %v", name, len(got.Body), err)
		}
		if h := d.Health(); h.LastSuccess.IsZero() == test.ok || (h.LastTrouble == nil) != test.ok {
			t.Errorf("%s: health %+v", name, h)
		}
	}
}

func TestAReceiptOfAnotherNameIsNotAskedFor(t *testing.T) {
	server := wise(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("asked %s", r.URL) })
	d := ask(t, server.URL, nil)
	_, err := d.Receipt(context.Background(), ada, 1, "../2/receipt.pdf")
	if e := d.troubleOf(err); e.Kind != api.Invalid || e.Sent {
		t.Errorf("got %+v", e)
	}
}
