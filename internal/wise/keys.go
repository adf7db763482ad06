package wise

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Keys are the public keys under which a delivery may be signed. Several may be
// valid at once, so that a key can be replaced without losing deliveries. The
// zero Keys verify nothing.
type Keys struct{ keys []key }

// key is one public key with the name that a delivery's record gives it.
type key struct {
	name   string
	public *rsa.PublicKey
}

// minKeyBits is the smallest RSA key that is taken; Wise's own have 2048.
const minKeyBits = 2048

// ErrNoKey says that a file or an environment holds no public key.
var ErrNoKey = errors.New("no public key")

// BuiltinKeys gives the key that Wise publishes for an environment, "production"
// or "sandbox", in any case. The key's name is "production" or "sandbox".
func BuiltinKeys(environment string) (Keys, error) {
	name := strings.ToLower(environment)
	text, ok := published[name]
	if !ok {
		return Keys{}, fmt.Errorf("built-in Wise key for environment %q: %w", environment, ErrNoKey)
	}
	return ParseKeys(name, []byte(text))
}

// ReadKeys reads one or more public keys from each of the PEM files. A key is
// named by its file's base name. A file that is missing, or holds anything but
// RSA public keys of at least 2048 bits, is an error that names it.
func ReadKeys(files []string) (Keys, error) {
	var all Keys
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return Keys{}, fmt.Errorf("reading Wise public key: %w", err)
		}
		some, err := ParseKeys(filepath.Base(file), text)
		if err != nil {
			return Keys{}, fmt.Errorf("reading Wise public key %s: %w", file, err)
		}
		all = all.And(some)
	}
	if len(all.keys) == 0 {
		return Keys{}, fmt.Errorf("reading Wise public keys: %w", ErrNoKey)
	}
	return all, nil
}

// ParseKeys reads the public keys of a PEM text, all under one name.
func ParseKeys(name string, text []byte) (Keys, error) {
	var found Keys
	for {
		block, rest := pem.Decode(text)
		if block == nil {
			break
		}
		public, err := parsePublic(block)
		if err != nil {
			return Keys{}, err
		}
		found.keys = append(found.keys, key{name: name, public: public})
		text = rest
	}
	if strings.TrimSpace(string(text)) != "" {
		return Keys{}, fmt.Errorf("parsing PEM: text that is no PEM block")
	}
	if len(found.keys) == 0 {
		return Keys{}, ErrNoKey
	}
	return found, nil
}

// parsePublic reads one PEM block as an RSA public key that is strong enough.
func parsePublic(block *pem.Block) (*rsa.PublicKey, error) {
	if block.Type != "PUBLIC KEY" {
		return nil, fmt.Errorf("parsing PEM: a %q block is no PUBLIC KEY", block.Type)
	}
	parsed, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("parsing public key: %w", err)
	}
	public, ok := parsed.(*rsa.PublicKey)
	if !ok {
		return nil, errors.New("parsing public key: Wise signs with RSA, this is another kind of key")
	}
	if bits := public.N.BitLen(); bits < minKeyBits {
		return nil, fmt.Errorf("parsing public key: %d bits are fewer than %d", bits, minKeyBits)
	}
	return public, nil
}

// OtherKeys gives the keys that Wise publishes and that are not among k, each named
// by its environment.
func OtherKeys(k Keys) (others Keys) {
	for _, name := range slices.Sorted(maps.Keys(published)) {
		built, err := BuiltinKeys(name)
		if err != nil {
			continue // never: the built-in keys parse
		}
		for _, one := range built.keys {
			if !slices.ContainsFunc(k.keys, func(own key) bool { return own.public.Equal(one.public) }) {
				others.keys = append(others.keys, one)
			}
		}
	}
	return others
}

// And gives the keys of both.
func (k Keys) And(more Keys) Keys {
	return Keys{keys: append(append([]key(nil), k.keys...), more.keys...)}
}

// Names gives the keys' names in the order in which they are tried.
func (k Keys) Names() []string {
	names := make([]string, len(k.keys))
	for i, one := range k.keys {
		names[i] = one.name
	}
	return names
}
