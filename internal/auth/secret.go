package auth

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// tokenPrefix makes API tokens easy to find for secret scanners.
const tokenPrefix = "tdk_"

// NewSecret makes a session's or set-up link's secret: 256 random bits in 43
// characters that need no escaping in a URL or cookie.
func NewSecret() string {
	return base64.RawURLEncoding.EncodeToString(random(32))
}

// NewToken makes an API token: tdk_ and 256 random bits.
func NewToken() string { return tokenPrefix + NewSecret() }

// IsToken says whether text has the shape of an API token, so that anything
// else is refused without asking the database.
func IsToken(text string) bool {
	rest, ok := strings.CutPrefix(text, tokenPrefix)
	return ok && IsSecret(rest)
}

// IsSecret says whether text has the shape of a secret made by NewSecret.
func IsSecret(text string) bool {
	raw, err := base64.RawURLEncoding.DecodeString(text) // skips line breaks
	return err == nil && len(raw) == 32 && len(text) == base64.RawURLEncoding.EncodedLen(32)
}

// HashSecret gives the SHA-256 that is stored in place of a secret. A fast
// hash is right here: the secret has 256 random bits, unlike a password.
func HashSecret(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// HashPrefix gives the part of a stored hash that the audit log may show.
func HashPrefix(hash []byte) string {
	if len(hash) < 8 {
		return ""
	}
	return hex.EncodeToString(hash[:8])
}
