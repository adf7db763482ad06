package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"transferdesk/internal/wise/wisesim"
)

// signer gives the key to sign with and writes its public half where it is asked for.
func (p signing) signer() (*wisesim.Signer, error) {
	signer, err := openKey(p.Key)
	if err != nil || p.PublicKeyOut == "" {
		return signer, err
	}
	public, err := signer.PublicPEM()
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(p.PublicKeyOut, public, 0o644); err != nil {
		return nil, fmt.Errorf("writing the public key: %w", err)
	}
	return signer, nil
}

// openKey reads the key of a file, or makes one and keeps it there; without a
// file it is made for this run.
func openKey(file string) (*wisesim.Signer, error) {
	if file == "" {
		return wisesim.GenerateKey()
	}
	text, err := os.ReadFile(file)
	if err == nil {
		return wisesim.ParseKey(text)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading the key: %w", err)
	}
	signer, err := wisesim.GenerateKey()
	if err != nil {
		return nil, err
	}
	if text, err = signer.PrivatePEM(); err != nil {
		return nil, err
	}
	if err := os.WriteFile(file, text, 0o600); err != nil {
		return nil, fmt.Errorf("keeping the key: %w", err)
	}
	return signer, nil
}
