package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

func TestTheServerStartsAnswersAndStops(t *testing.T) {
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--database", newDatabase(t))
	at, client := p.serving(), browser(t)
	if got := statusOf(t, client, at+"/healthz"); got != http.StatusOK {
		t.Errorf("/healthz answers %d", got)
	}
	if got := statusOf(t, client, at+"/readyz"); got != http.StatusOK {
		t.Errorf("/readyz answers %d", got)
	}
	p.stop()
	if _, err := client.Get(at + "/healthz"); err == nil {
		t.Error("it still answers after it was stopped")
	}
}

func TestTheSetUpLinkIsPrintedWhileThereIsNobody(t *testing.T) {
	db := newDatabase(t)
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--database", db)
	at, client := p.serving(), browser(t)
	link := p.find(&p.out, `(http://\S+)`)
	if !strings.HasPrefix(link, at+"/setup?token=") {
		t.Fatalf("the link is %q", link)
	}
	if got := statusOf(t, client, link); got != http.StatusOK {
		t.Errorf("the link answers %d", got)
	}
	secret := link[strings.Index(link, "=")+1:]
	form := url.Values{"token": {secret}, "name": {"Ada"}, "email": {"ada@example.com"}, "password": {password}, "repeat": {password}}
	res, err := client.PostForm(at+"/setup", form)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusSeeOther || len(res.Cookies()) == 0 {
		t.Errorf("the form is answered %d with %d cookies", res.StatusCode, len(res.Cookies()))
	}
	if got := statusOf(t, client, link); got != http.StatusNotFound {
		t.Errorf("the link answers %d once it was used", got)
	}
	p.stop()
	for name, canary := range map[string]string{"secret": secret, "password": password, "e-mail": "ada@example.com"} {
		if strings.Contains(p.log.String(), canary) {
			t.Errorf("the log holds the %s:\n%s", name, p.log.String())
		}
	}
	again := start(t, "serve", "--addr", "127.0.0.1:0", "--database", db)
	again.serving()
	again.stop()
	if strings.Contains(again.out.String(), "/setup") {
		t.Error("a link is printed though there is somebody")
	}
}

func TestASecondServerOnTheSameFileIsRefusedAndCommandsAreNot(t *testing.T) {
	db := newDatabase(t)
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--database", db)
	p.serving()
	if _, err := do(t, "", "serve", "--addr", "127.0.0.1:0", "--database", db); err == nil || !strings.Contains(err.Error(), store.ErrServed.Error()) {
		t.Errorf("got %v, want %v", err, store.ErrServed)
	}
	must(t, password, "user", "add", "--database", db, "--email", "ada@example.com", "--name", "Ada", "--role", "lead", "--password-file", "-")
	must(t, "", "rebuild", "--database", db)
	p.stop()
}

func TestServeRefusesWhatItCannotServeWith(t *testing.T) {
	tests := map[string][]string{
		"key":        {"--wise-public-key", file(t, "garbage")},
		"missing":    {"--wise-public-key", "/nowhere/missing.pem"},
		"--base-url": {"--addr", "0.0.0.0:0"},
		"--zone":     {"--zone", "Mars/Olympus"},
	}
	for want, flags := range tests {
		db := newDatabase(t)
		_, err := do(t, "", append([]string{"serve", "--addr", "127.0.0.1:0", "--database", db}, flags...)...)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("serve %v: got %v, want an error that names %s", flags, err, want)
		}
	}
}

// Every webhook that was answered 200 must be in the journal after a stop in
// the middle of the crowd, and every one must verify by the key file alone.
func TestAGracefulStopLosesNothing(t *testing.T) {
	db, signer := newDatabase(t), testkit.Signer(t)
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--database", db, "--wise-public-key", file(t, string(signer.PEM)))
	at, client := p.serving(), browser(t)
	var taken, next atomic.Int64
	var crowd sync.WaitGroup
	for range 8 {
		crowd.Go(func() {
			for {
				body := fmt.Appendf(nil, `{"event_type":"never#heard-of","data":{"n":%d}}`, next.Add(1))
				if send(client, at, body, signer.Sign(body)) != http.StatusOK {
					return
				}
				if taken.Add(1) == 200 {
					p.cancel()
				}
			}
		})
	}
	crowd.Wait()
	if err := p.wait(); err != nil {
		t.Fatalf("stopping: %v", err)
	}
	kept := len(receiptsOf(t, db))
	if int64(kept) < taken.Load() || taken.Load() < 200 {
		t.Errorf("%d were answered 200, %d are kept", taken.Load(), kept)
	}
}

// send posts one webhook and gives the status, 0 without an answer.
func send(client *http.Client, at string, body []byte, signature string) int {
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, at+"/webhooks/wise", bytes.NewReader(body))
	if err != nil {
		return 0
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set(wise.SignatureHeader, signature)
	res, err := client.Do(req)
	if err != nil {
		return 0
	}
	_ = res.Body.Close()
	return res.StatusCode
}

func receiptsOf(t *testing.T, path string) (rows []store.ReceiptRow) {
	t.Helper()
	db := testkit.OpenDB(t, path, store.Options{})
	if err := db.Read(t.Context(), func(r *store.Reader) (err error) { rows, err = r.ReceiptsAfter(0, 100_000); return err }); err != nil {
		t.Fatal(err)
	}
	return rows
}
