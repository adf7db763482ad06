package main

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"testing"
)

// TestOpenPagesDoNotHoldUpTheStop: a stream ends by itself only when its page is closed,
// and a stop with one under way would fail.
func TestOpenPagesDoNotHoldUpTheStop(t *testing.T) {
	db, password := newDatabase(t), "seven quiet otters swim upstream"
	must(t, password, "user", "add", "--database", db, "--email", "ada@example.com", "--name", "Ada", "--role", "agent", "--password-file", "-")
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--database", db, "--wise-environment", "sandbox")
	at, client := p.serving(), browser(t)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client.Jar = jar
	res, err := client.PostForm(at+"/login", url.Values{"email": {"ada@example.com"}, "password": {password}})
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	for range 6 {
		stream, err := client.Get(at + "/live?on=queue")
		if err != nil || stream.StatusCode != http.StatusOK {
			t.Fatalf("opening a stream: %v", err)
		}
		defer func() { _ = stream.Body.Close() }()
	}
	p.stop()
}
