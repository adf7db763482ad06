package wisesim

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
)

// Signer signs bodies as Wise does: RSA PKCS#1 v1.5 over SHA-256, base64.
type Signer struct{ private *rsa.PrivateKey }

// GenerateKey makes a signer with a fresh RSA-2048 key.
func GenerateKey() (*Signer, error) {
	private, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return nil, fmt.Errorf("generating the simulator's key: %w", err)
	}
	return &Signer{private: private}, nil
}

// ParseKey reads a signer from the PEM that PrivatePEM gave (PKCS#8).
func ParseKey(text []byte) (*Signer, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, errors.New("parsing the simulator's key: no PEM block")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("parsing the simulator's key: %w", err)
	}
	private, ok := parsed.(*rsa.PrivateKey)
	if !ok {
		return nil, errors.New("parsing the simulator's key: not an RSA key")
	}
	return &Signer{private: private}, nil
}

// Sign gives the value of X-Signature-SHA256 for a body.
func (s *Signer) Sign(body []byte) (string, error) {
	sum := sha256.Sum256(body)
	sig, err := rsa.SignPKCS1v15(nil, s.private, crypto.SHA256, sum[:])
	if err != nil {
		return "", fmt.Errorf("signing a body: %w", err)
	}
	return base64.StdEncoding.EncodeToString(sig), nil
}

// PublicPEM gives the public key as a PEM file for --wise-public-key.
func (s *Signer) PublicPEM() ([]byte, error) {
	der, err := x509.MarshalPKIXPublicKey(&s.private.PublicKey)
	if err != nil {
		return nil, fmt.Errorf("encoding the simulator's public key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}), nil
}

// PrivatePEM gives the private key as PEM (PKCS#8), to be kept 0600.
func (s *Signer) PrivatePEM() ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(s.private)
	if err != nil {
		return nil, fmt.Errorf("encoding the simulator's key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), nil
}
