package auth_test

import (
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

func TestSecretsAndTokensHaveTheirShape(t *testing.T) {
	secret, token := auth.NewSecret(), auth.NewToken()
	if !auth.IsSecret(secret) || len(secret) != 43 || auth.IsToken(secret) {
		t.Errorf("secret %q is not 43 characters of base64url", secret)
	}
	if !auth.IsToken(token) || !strings.HasPrefix(token, "tdk_") || auth.IsSecret(token) {
		t.Errorf("token %q is not tdk_ and a secret", token)
	}
	if auth.NewSecret() == secret {
		t.Error("two secrets are equal")
	}
	for _, text := range []string{"", "tdk_", "tdk_x", secret[:42], secret + "A", secret + "=", strings.Repeat("!", 43), "tdk_" + secret + "\n"} {
		if auth.IsSecret(text) || auth.IsToken(text) {
			t.Errorf("%q passes for a secret or token", text)
		}
	}
}

func TestHashesAreOfTheWholeSecret(t *testing.T) {
	a, b := auth.HashSecret("one"), auth.HashSecret("one ")
	if len(a) != 32 || string(a) == string(b) {
		t.Errorf("hashes %x and %x", a, b)
	}
	// printf one | sha256sum
	if got, want := auth.HashPrefix(a), "7692c3ad3540bb80"; got != want {
		t.Errorf("HashPrefix = %q, want %q", got, want)
	}
	if got := auth.HashPrefix(nil); got != "" {
		t.Errorf("HashPrefix of nothing = %q", got)
	}
}

func TestAddressesAreReadStrictly(t *testing.T) {
	for text, want := range map[string]string{
		"ada@example.com":     "ada@example.com",
		" Ada@Example.COM \n": "ada@example.com",
		"a+b@example.co.uk":   "a+b@example.co.uk",
	} {
		if got, err := auth.ParseEmail(text); err != nil || got != want {
			t.Errorf("ParseEmail(%q) = %q, %v, want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"", "ada", "@example.com", "ada@", "Ada <ada@example.com>", "a@b@c", "a@example.com, b@example.com",
		"a b@example.com", strings.Repeat("a", 250) + "@example.com"} {
		if got, err := auth.ParseEmail(text); err == nil {
			t.Errorf("ParseEmail(%q) = %q, want an error", text, got)
		}
	}
}
