package wise

import (
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
)

// The headers of a delivery (seeds: "Event HTTP requests"). Only the body is
// signed: the delivery id and the test flag are hints, never proof.
const (
	SignatureHeader    = "X-Signature-SHA256"
	OldSignatureHeader = "X-Signature" // SHA-1, deprecated by Wise and refused here
	DeliveryHeader     = "X-Delivery-Id"
	TestHeader         = "X-Test-Notification"
)

// Why a signature is refused, one sentinel for each reason.
var (
	ErrSignatureMissing = errors.New("the signature header is missing or empty")
	ErrOldHeader        = errors.New("only the deprecated SHA-1 signature header was sent")
	ErrSignatureTwice   = errors.New("the signature header was sent more than once")
	ErrNotBase64        = errors.New("the signature is not standard base64")
	ErrWrongLength      = errors.New("the signature has the wrong length for every key")
	ErrMismatch         = errors.New("the signature does not match the body under any key")
)

// VerifyRequest checks the signature of a delivery over its raw body and names
// the key that verified it. It is Verify with the headers looked up, so that a
// delivery with nothing but the old SHA-1 header gets ErrOldHeader.
func (k Keys) VerifyRequest(body []byte, h http.Header) (keyName string, err error) {
	sent := h.Values(SignatureHeader)
	if len(sent) == 0 && len(h.Values(OldSignatureHeader)) > 0 {
		return "", ErrOldHeader
	}
	return k.Verify(body, sent)
}

// Verify checks the values of X-Signature-SHA256 against the raw body: base64 of
// an RSA PKCS#1 v1.5 signature over its SHA-256. It gives the name of the key
// that verified, or one of this file's sentinels.
func (k Keys) Verify(body []byte, header []string) (keyName string, err error) {
	switch {
	case len(header) > 1:
		return "", ErrSignatureTwice
	case len(header) == 0 || header[0] == "":
		return "", ErrSignatureMissing
	}
	sig, err := base64.StdEncoding.Strict().DecodeString(header[0])
	if err != nil {
		return "", ErrNotBase64
	}
	return k.match(sha256.Sum256(body), sig)
}

// match tries the signature under every key that it could be of.
func (k Keys) match(sum [sha256.Size]byte, sig []byte) (string, error) {
	refused := ErrWrongLength
	for _, key := range k.keys {
		if key.public.Size() != len(sig) {
			continue
		}
		if rsa.VerifyPKCS1v15(key.public, crypto.SHA256, sum[:], sig) == nil {
			return key.name, nil
		}
		refused = ErrMismatch
	}
	return "", refused
}
