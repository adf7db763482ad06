package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
)

// canaries are every secret of a test, and what comes out of a token endpoint.
var canaries = []string{clientSecret, personal, adasRefresh, "canary-access-token", "canary-rotated", "client-id:canary"}

// holdsCanary finds a secret in a text, also in the form in which Basic writes it.
func holdsCanary(text string) string {
	for _, c := range append(canaries, "Y2xpZW50LWlkOm") {
		if strings.Contains(text, c) {
			return c
		}
	}
	return ""
}

// echo fails, and quotes everything that it was sent, as careless servers do.
func echo(status int, shape string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		_, basic, _ := r.BasicAuth()
		said, _ := json.Marshal(fmt.Sprint("no: ", r.Header.Get("Authorization"), " ", r.FormValue("refresh_token"), " ", basic, " ", string(body)))
		_, credential, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		w.Header().Set("X-Trace-Id", "for "+credential)
		w.Header().Set("X-Rate-Limited-By", credential)
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, shape, said)
	}
}

func TestNoSecretIsToldWhateverFails(t *testing.T) {
	shapes := []string{`{"error":"invalid_grant","error_description":%s}`, `{"errors":[{"code":"x","message":%[1]s,"path":%[1]s}]}`, `{"exception":%s}`, "%s", "<html>%s"}
	for _, status := range []int{200, 302, 400, 401, 403, 409, 429, 500} {
		for _, shape := range shapes {
			for _, onlyTokens := range []bool{false, true} {
				answer := echo(status, shape)
				server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if r.URL.Path == "/oauth/token" && !onlyTokens {
						_, _ = io.WriteString(w, `{"access_token":"canary-access-token","refresh_token":"canary-rotated","expires_in":60}`)
						return
					}
					answer(w, r)
				}))
				d := ask(t, server.URL, nil)
				for _, o := range operations() {
					if o.name != "transfer" && o.name != "open case" && o.name != "cancel" {
						continue
					}
					err := o.ask(context.Background(), d.Client)
					e := d.troubleOf(err)
					said, _ := json.Marshal(e)
					for name, text := range map[string]string{
						"error": err.Error(), "text": e.Text(), "%+v": fmt.Sprintf("%+v %#v", e, *e), "JSON": string(said), "log": d.log.String(),
						"health": fmt.Sprintf("%+v", d.Health()), "last": fmt.Sprintf("%+v", d.Health().LastTrouble),
					} {
						if c := holdsCanary(text); c != "" {
							t.Errorf("%d %s, %s: the %s holds %s: %s", status, shape, o.name, name, c, text)
						}
					}
				}
				server.Close()
			}
		}
	}
}

func TestNoSecretIsPrintedWithTheClientOrItsConfiguration(t *testing.T) {
	server := wise(t, say(200, `{"id":1,"status":"x"}`))
	d := ask(t, server.URL, nil)
	d.ok(ada)
	cfg := api.Config{BaseURL: "https://api.wise.com", ClientID: clientID, ClientSecret: clientSecret, ClientKey: "client-key", PersonalToken: personal}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("text", "config", cfg, "pointer", &cfg, "client", d.Client)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("JSON", "config", cfg, "client", d.Client)
	caught := func() (said string) {
		defer func() { said = fmt.Sprint(recover()) }()
		panic(fmt.Errorf("with %v and %+v", cfg, d.Client))
	}()
	held := struct {
		Config api.Config
		Client *api.Client
	}{cfg, d.Client}
	for name, text := range map[string]string{
		"%v": fmt.Sprintf("%v %v %v", cfg, &cfg, d.Client), "%+v": fmt.Sprintf("%+v %+v %+v", cfg, d.Client, held), "%#v": fmt.Sprintf("%#v %#v %#v", cfg, d.Client, held),
		"%s": fmt.Sprintf("%s %q %x", cfg, cfg, cfg), "log": log.String(), "panic": caught,
	} {
		if c := holdsCanary(text); c != "" {
			t.Errorf("%s holds %s: %s", name, c, text)
		}
		if name == "%v" && !strings.Contains(text, "api.wise.com") {
			t.Errorf("%s says nothing: %s", name, text)
		}
	}
}

func TestAnErrorOfTheConfigurationQuotesNoSecret(t *testing.T) {
	for name, cfg := range map[string]api.Config{
		"a line's end in the secret":      {BaseURL: "https://api.wise.com", ClientID: "a", ClientSecret: clientSecret + "\n"},
		"a space in the token":            {BaseURL: "https://api.wise.com", PersonalToken: personal + " x"},
		"an id without a secret":          {BaseURL: "https://api.wise.com", ClientID: "a"},
		"a secret without an id":          {BaseURL: "https://api.wise.com", ClientSecret: clientSecret},
		"a password in the address":       {BaseURL: "https://user:canary-client-secret@api.wise.com"},
		"a query":                         {BaseURL: "https://api.wise.com?token=canary-personal-token"},
		"another scheme":                  {BaseURL: "ftp://api.wise.com"},
		"no host":                         {BaseURL: "https://"},
		"no address at all":               {PersonalToken: personal},
		"http to another machine":         {BaseURL: "http://api.wise.com"},
		"http to another address":         {BaseURL: "http://192.0.2.7:80"},
		"a key that leads elsewhere":      {BaseURL: "https://api.wise.com", ClientID: "a", ClientSecret: "b", ClientKey: "../../cases"},
		"user tokens without credentials": {BaseURL: "https://api.wise.com", UserTokens: "/nowhere"},
	} {
		client, err := api.New(cfg)
		if err == nil || client != nil || holdsCanary(err.Error()) != "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for _, base := range []string{"http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1", "https://api.wise.com/"} {
		if c, err := api.New(api.Config{BaseURL: base}); err != nil || c.Plain() {
			t.Errorf("%s: %v", base, err)
		}
	}
	if c, err := api.New(api.Config{BaseURL: "http://mock.internal:4010", AllowHTTP: true, Clock: time.Now}); err != nil || !c.Plain() {
		t.Errorf("to another machine: %v", err)
	}
}
