package wise_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/wise"
)

// newKey makes a key of its own with the Keys that verify it.
func newKey(t *testing.T, name string, bits int) (*rsa.PrivateKey, wise.Keys) {
	t.Helper()
	private, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := wise.ParseKeys(name, publicPEM(t, &private.PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	return private, keys
}

// publicPEM encodes a public key of any kind.
func publicPEM(t *testing.T, public crypto.PublicKey) []byte {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
}

// sign gives the header's value.
func sign(t *testing.T, private *rsa.PrivateKey, hash crypto.Hash, sum []byte) string {
	t.Helper()
	sig, err := rsa.SignPKCS1v15(nil, private, hash, sum)
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(sig)
}

func TestOnlyAnHonestSignatureVerifies(t *testing.T) {
	private, keys := newKey(t, "test", 2048)
	other, _ := newKey(t, "other", 2048)
	long, _ := newKey(t, "long", 3072)
	body := []byte(stateChange)
	sum, oldSum := sha256.Sum256(body), sha1.Sum(body)
	good := sign(t, private, crypto.SHA256, sum[:])
	raw, _ := base64.StdEncoding.DecodeString(good)
	pss, err := rsa.SignPSS(rand.Reader, private, crypto.SHA256, sum[:], nil)
	if err != nil {
		t.Fatal(err)
	}
	mac := hmac.New(sha256.New, publicPEM(t, &private.PublicKey))
	mac.Write(body)
	changed := bytes.Clone(raw)
	changed[100] ^= 1
	var compact bytes.Buffer
	if err := json.Indent(&compact, body, "", " "); err != nil {
		t.Fatal(err)
	}
	encode := base64.StdEncoding.EncodeToString
	tests := []struct {
		name   string
		body   []byte
		header []string
		want   error
	}{
		{"honest", body, []string{good}, nil},
		{"missing", body, nil, wise.ErrSignatureMissing},
		{"empty", body, []string{""}, wise.ErrSignatureMissing},
		{"two headers, both honest", body, []string{good, good}, wise.ErrSignatureTwice},
		{"two in one header", body, []string{good + ", " + good}, wise.ErrNotBase64},
		{"not base64", body, []string{"!" + good[1:]}, wise.ErrNotBase64},
		{"base64 for URLs", body, []string{base64.URLEncoding.EncodeToString(bytes.Repeat([]byte{0xfb, 0xff}, 128))}, wise.ErrNotBase64},
		{"base64 without padding", body, []string{strings.TrimRight(good, "=")}, wise.ErrNotBase64},
		{"another spelling of the same bytes", body, []string{loosen(good)}, wise.ErrNotBase64},
		{"hexadecimal", body, []string{strings.Repeat("ab", 256)}, wise.ErrWrongLength},
		{"cut in half", body, []string{good[:len(good)/2]}, wise.ErrWrongLength},
		{"a byte too long", body, []string{encode(append(bytes.Clone(raw), 0))}, wise.ErrWrongLength},
		{"of a longer key", body, []string{sign(t, long, crypto.SHA256, sum[:])}, wise.ErrWrongLength},
		{"zeros", body, []string{encode(make([]byte, 256))}, wise.ErrMismatch},
		{"one bit changed", body, []string{encode(changed)}, wise.ErrMismatch},
		{"PSS", body, []string{encode(pss)}, wise.ErrMismatch},
		{"HMAC with the public key", body, []string{encode(mac.Sum(nil))}, wise.ErrWrongLength},
		{"SHA-1", body, []string{sign(t, private, crypto.SHA1, oldSum[:])}, wise.ErrMismatch},
		{"another environment's key", body, []string{sign(t, other, crypto.SHA256, sum[:])}, wise.ErrMismatch},
		{"the body written anew", compact.Bytes(), []string{good}, wise.ErrMismatch},
		{"a line break added", append(bytes.Clone(body), '\n'), []string{good}, wise.ErrMismatch},
		{"one byte changed", bytes.Replace(body, []byte("processing"), []byte("processinG"), 1), []string{good}, wise.ErrMismatch},
		{"an empty body", nil, []string{good}, wise.ErrMismatch},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			name, err := keys.Verify(test.body, test.header)
			if !errors.Is(err, test.want) || (name == "test") != (test.want == nil) {
				t.Errorf("key %q, %v; want %v", name, err, test.want)
			}
		})
	}
	if name, err := (wise.Keys{}).Verify(body, []string{good}); err == nil {
		t.Errorf("no keys at all verify as %q", name)
	}
}

// loosen sets a bit of the last character that stands for no byte.
func loosen(value string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	last := len(value) - len("==") - 1
	return value[:last] + string(alphabet[strings.IndexByte(alphabet, value[last])+1]) + value[last+1:]
}

func TestTheOldHeaderAloneIsRefusedByName(t *testing.T) {
	private, keys := newKey(t, "test", 2048)
	sum := sha256.Sum256([]byte(refund))
	good := sign(t, private, crypto.SHA256, sum[:])
	tests := map[string]struct {
		header http.Header
		want   error
	}{
		"both headers":            {http.Header{"X-Signature-Sha256": {good}, "X-Signature": {"old"}}, nil},
		"the old header alone":    {http.Header{"X-Signature": {good}}, wise.ErrOldHeader},
		"neither":                 {http.Header{}, wise.ErrSignatureMissing},
		"two new ones":            {http.Header{"X-Signature-Sha256": {good, good}}, wise.ErrSignatureTwice},
		"a new one that is empty": {http.Header{"X-Signature-Sha256": {""}, "X-Signature": {good}}, wise.ErrSignatureMissing},
	}
	for name, test := range tests {
		if _, err := keys.VerifyRequest([]byte(refund), test.header); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

func TestSeveralKeysAreValidAtOnce(t *testing.T) {
	before, oldKeys := newKey(t, "before", 2048)
	after, newKeys := newKey(t, "after", 3072)
	both := oldKeys.And(newKeys)
	sum := sha256.Sum256([]byte(refund))
	for want, private := range map[string]*rsa.PrivateKey{"before": before, "after": after} {
		if name, err := both.Verify([]byte(refund), []string{sign(t, private, crypto.SHA256, sum[:])}); name != want || err != nil {
			t.Errorf("key %q, %v; want %q", name, err, want)
		}
	}
	if names := both.Names(); !slices.Equal(names, []string{"before", "after"}) {
		t.Errorf("names %v", names)
	}
}

func TestThePublishedKeysAreThere(t *testing.T) {
	for _, environment := range []string{"production", "sandbox", "PRODUCTION"} {
		keys, err := wise.BuiltinKeys(environment)
		if err != nil || !slices.Equal(keys.Names(), []string{strings.ToLower(environment)}) {
			t.Errorf("%s: %v, %v", environment, keys.Names(), err)
		}
	}
	if _, err := wise.BuiltinKeys("staging"); !errors.Is(err, wise.ErrNoKey) {
		t.Errorf("an environment that does not exist: %v", err)
	}
}

func TestKeyFilesAreReadOrRefusedByName(t *testing.T) {
	one, _ := newKey(t, "one", 2048)
	two, _ := newKey(t, "two", 2048)
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	good := publicPEM(t, &one.PublicKey)
	private, err := x509.MarshalPKCS8PrivateKey(one)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		text []byte
		keys int // 0: refused
	}{
		{"one key", good, 1},
		{"two keys in a file", append(bytes.Clone(good), publicPEM(t, &two.PublicKey)...), 2},
		{"empty", nil, 0},
		{"garbage", []byte("not a key"), 0},
		{"a key and garbage", append(bytes.Clone(good), "not a key"...), 0},
		{"a private key", pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: private}), 0},
		{"a PEM block of nonsense", pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: []byte("nonsense")}), 0},
		{"another kind of key", publicPEM(t, &curve.PublicKey), 0},
		{"too few bits", publicPEM(t, &weak.PublicKey), 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "wise.pem")
			if err := os.WriteFile(file, test.text, 0o600); err != nil {
				t.Fatal(err)
			}
			keys, err := wise.ReadKeys([]string{file})
			if len(keys.Names()) != test.keys || (err == nil) != (test.keys > 0) {
				t.Fatalf("%d keys, %v; want %d", len(keys.Names()), err, test.keys)
			}
			if err != nil && !strings.Contains(err.Error(), file) {
				t.Errorf("the error does not name the file: %v", err)
			}
		})
	}
	if _, err := wise.ReadKeys([]string{filepath.Join(t.TempDir(), "gone.pem")}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := wise.ReadKeys(nil); !errors.Is(err, wise.ErrNoKey) {
		t.Errorf("no file: %v", err)
	}
}
