// Package testkit is what the tests of several rooms share: a real database in one
// line, a key to sign with, people to log in as. Only tests import it.
package testkit

import (
	"sync"
	"testing"

	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

// sharedKey is made once for each test binary: an RSA key takes a tenth of a
// second, and no test may depend on which one it is.
var sharedKey = sync.OnceValues(wisesim.GenerateKey)

// Signing stands in for Wise's private key in tests.
type Signing struct {
	*wisesim.Signer
	PEM  []byte    // the public key, as --wise-public-key would read it
	Keys wise.Keys // the same, parsed; its name is "test"
	t    testing.TB
}

// Signer gives the key that the tests of one package sign with.
func Signer(t testing.TB) Signing {
	t.Helper()
	signer, err := sharedKey()
	if err != nil {
		t.Fatalf("making a key: %v", err)
	}
	text, err := signer.PublicPEM()
	if err != nil {
		t.Fatalf("encoding the key: %v", err)
	}
	keys, err := wise.ParseKeys("test", text)
	if err != nil {
		t.Fatalf("parsing the key: %v", err)
	}
	return Signing{Signer: signer, PEM: text, Keys: keys, t: t}
}

// Sign gives the value of X-Signature-SHA256 for a body.
func (s Signing) Sign(body []byte) string {
	s.t.Helper()
	signature, err := s.Signer.Sign(body)
	if err != nil {
		s.t.Fatalf("signing: %v", err)
	}
	return signature
}
