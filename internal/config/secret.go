package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// mostSecret is how large a file with a secret may be.
const mostSecret = 64 << 10

// Secret is a setting that is never printed.
type Secret string

// String hides it, for every verb of fmt that takes a text.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "•••"
}

// GoString hides it from %#v.
func (s Secret) GoString() string { return `"` + s.String() + `"` }

// secret gives a secret that was given by itself or as a file, but not as both.
func secret(flag string, value Secret, file string) (string, error) {
	switch {
	case value != "" && file != "":
		return "", fmt.Errorf("%s and %s-file: only one of them may be given", flag, flag)
	case file == "":
		return string(value), nil
	}
	text, err := readSecret(file)
	if err != nil {
		return "", fmt.Errorf("%s-file: %w", flag, err)
	}
	return text, nil
}

// readSecret reads a file that nobody else may read, without the end of its line.
func readSecret(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return "", err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("%s may be read or written by others (mode %04o): it must be 0600", name, info.Mode().Perm())
	}
	text, err := io.ReadAll(io.LimitReader(file, mostSecret))
	if err != nil {
		return "", err
	}
	if secret := strings.TrimSpace(string(text)); secret != "" {
		return secret, nil
	}
	return "", errors.New(name + " is empty")
}
