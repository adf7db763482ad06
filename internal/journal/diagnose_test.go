package journal_test

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/journal"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
)

// diagnosed gives the reasons under which arrivals were refused.
func diagnosed(t *testing.T, keys wise.Keys, arrivals ...journal.Arrival) map[string]int64 {
	t.Helper()
	db := testkit.DB(t)
	j := journal.New(db, keys, func() time.Time { return now }, slog.New(slog.DiscardHandler))
	for _, a := range arrivals {
		if err := j.Accept(t.Context(), a); err == nil {
			t.Fatalf("%q was accepted", a.Body)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	_, counts := rejected(t, db)
	return counts
}

func signedAs(signing testkit.Signing, signed, sent string) journal.Arrival {
	return journal.Arrival{Body: []byte(sent), Header: http.Header{"X-Signature-Sha256": {signing.Sign([]byte(signed))}}}
}

func TestABodyThatWasAlteredOnTheWayIsDiagnosed(t *testing.T) {
	signing := testkit.Signer(t)
	compact := `{"a":[1,2],"b":"x y"}`
	for name, c := range map[string]struct {
		signed, sent, want string
	}{
		"a line break was added":      {compact, compact + "\n", "body_with_newline"},
		"a line break was taken away": {compact + "\n", compact, "body_with_newline"},
		"it was written anew":         {compact, `{ "a": [1, 2], "b": "x y" }`, "body_reencoded"},
		"something else":              {compact, `{"a":[1,3],"b":"x y"}`, "signature_mismatch"},
		"no JSON":                     {compact, "x", "signature_mismatch"},
		"too large for a closer look": {compact, compact + strings.Repeat("\n", 70_000), "signature_mismatch"},
	} {
		if got := diagnosed(t, signing.Keys, signedAs(signing, c.signed, c.sent)); got[c.want] != 1 || len(got) != 1 {
			t.Errorf("%s: got %v, want %s", name, got, c.want)
		}
		if title := journal.Explain(c.want).Title; title == c.want || title == "" {
			t.Errorf("%s has no words", c.want)
		}
	}
}

func TestAKeyOfAnotherEnvironmentIsNamed(t *testing.T) {
	signing, db := testkit.Signer(t), testkit.DB(t)
	sandbox, err := wise.ParseKeys("sandbox", signing.PEM)
	if err != nil {
		t.Fatal(err)
	}
	production, err := wise.BuiltinKeys("production")
	if err != nil {
		t.Fatal(err)
	}
	j := journal.New(db, production, func() time.Time { return now }, slog.New(slog.DiscardHandler))
	j.Publish(sandbox)
	if err := j.Accept(t.Context(), signedAs(signing, "{}", "{}")); err == nil {
		t.Fatal("it was accepted")
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, got := rejected(t, db); got["signature_of_sandbox"] != 1 {
		t.Errorf("got %v, want the sandbox named", got)
	}
	if d := journal.Explain("signature_of_sandbox"); !strings.Contains(d.What, "sandbox") || !strings.Contains(d.Do, "--wise-environment sandbox") {
		t.Errorf("in words: %+v", d)
	}
	if names := wise.OtherKeys(production).Names(); len(names) != 1 || names[0] != "sandbox" {
		t.Errorf("beside production Wise publishes %v, want the sandbox's key", names)
	}
	if names := wise.OtherKeys(signing.Keys).Names(); len(names) != 2 {
		t.Errorf("beside a key of our own Wise publishes %v, want both", names)
	}
}

func TestAStrangerGetsFewCloseLooks(t *testing.T) {
	signing := testkit.Signer(t)
	var many []journal.Arrival
	for range 200 {
		many = append(many, signedAs(signing, "{}", "{}\n"))
	}
	got := diagnosed(t, signing.Keys, many...)
	if got["body_with_newline"] == 0 || got["body_with_newline"] > 100 || got["body_with_newline"]+got["signature_mismatch"] != 200 {
		t.Errorf("got %v, want few close looks and the rest as it is", got)
	}
}

func TestEveryReasonHasWords(t *testing.T) {
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	foreign := base64.StdEncoding.EncodeToString(make([]byte, stranger.Size()))
	for name, header := range map[string]http.Header{
		"none": {}, "old": {"X-Signature": {"x"}}, "two": {"X-Signature-Sha256": {foreign, foreign}}, "no base64": {"X-Signature-Sha256": {"%"}},
		"short": {"X-Signature-Sha256": {"AAAA"}}, "wrong": {"X-Signature-Sha256": {foreign}},
	} {
		for code := range diagnosed(t, testkit.Signer(t).Keys, journal.Arrival{Body: []byte("{}"), Header: header}) {
			if d := journal.Explain(code); d.Title == code || d.What == "" || d.Do == "" {
				t.Errorf("%s: %s has no words", name, code)
			}
		}
	}
	for _, code := range []string{journal.TooLarge, journal.ContentEncoding, journal.NotRead} {
		if journal.Explain(code).Title == code {
			t.Errorf("%s has no words", code)
		}
	}
	if journal.Explain("a_new_one").Title != "a_new_one" {
		t.Error("a code that is not known is not shown as it is")
	}
}
