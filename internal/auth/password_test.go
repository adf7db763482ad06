package auth_test

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"transferdesk/internal/auth"
)

// cheap keeps the tests fast.
func cheap() auth.Cost { return auth.Cost{MemoryKiB: 64, Passes: 1, Threads: 1} }

func TestPasswordMatchesItsOwnHashOnly(t *testing.T) {
	const password = "Grüße an die Maus, 12 Mal"
	phc := cheap().Hash(password)
	if !strings.HasPrefix(phc, "$argon2id$v=19$m=64,t=1,p=1$") {
		t.Errorf("not a PHC string: %q", phc)
	}
	if again := cheap().Hash(password); again == phc {
		t.Error("two hashes of one password are equal: the salt is not random")
	}
	tests := map[string]bool{
		password:                   true,
		password + " ":             false,
		strings.ToUpper(password):  false,
		password[:len(password)-1]: false,
		"":                         false,
	}
	for typed, want := range tests {
		if got, err := auth.Verify(phc, typed); got != want || err != nil {
			t.Errorf("Verify(%q) = %v, %v, want %v", typed, got, err, want)
		}
	}
}

// The vector is of the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 24.
func TestHashesOfTheReferenceImplementationVerify(t *testing.T) {
	const phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	if ok, err := auth.Verify(phc, "password"); !ok || err != nil {
		t.Errorf("Verify = %v, %v, want true", ok, err)
	}
}

func TestHashesThatCannotBeReadAreErrors(t *testing.T) {
	const salt, hash = "c29tZXNhbHQ", "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	tests := map[string]string{
		"empty":              "",
		"plain text":         "password",
		"another algorithm":  "$argon2i$v=19$m=64,t=1,p=1$" + salt + "$" + hash,
		"another version":    "$argon2id$v=16$m=64,t=1,p=1$" + salt + "$" + hash,
		"no passes":          "$argon2id$v=19$m=64,t=0,p=1$" + salt + "$" + hash,
		"no threads":         "$argon2id$v=19$m=64,t=1,p=0$" + salt + "$" + hash,
		"memory beyond all":  "$argon2id$v=19$m=4294967295,t=1,p=1$" + salt + "$" + hash,
		"no costs":           "$argon2id$v=19$$" + salt + "$" + hash,
		"salt not base64":    "$argon2id$v=19$m=64,t=1,p=1$!$" + hash,
		"hash empty":         "$argon2id$v=19$m=64,t=1,p=1$" + salt + "$",
		"one field too many": "$argon2id$v=19$m=64,t=1,p=1$" + salt + "$" + hash + "$",
	}
	for name, phc := range tests {
		if ok, err := auth.Verify(phc, "password"); ok || err == nil {
			t.Errorf("%s: Verify = %v, %v, want an error", name, ok, err)
		}
	}
}

func TestUnknownAccountCostsAsMuchAsAKnownOne(t *testing.T) {
	cost := auth.Cost{MemoryKiB: 16 << 10, Passes: 2, Threads: 1}
	hasher, known := auth.NewHasher(cost), cost.Hash("tulips sing at dusk")
	// argon2 is bound by its memory: what a check allocates stands for what it
	// costs, and does not depend on what else the machine does.
	spent := func(phc string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if ok, err := hasher.Check(context.Background(), phc, "wrong"); ok || err != nil {
			t.Fatalf("Check = %v, %v", ok, err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	unknown, real := spent(""), spent(known)
	if unknown < 16<<20 || real < 16<<20 || unknown > real*11/10 || real > unknown*11/10 {
		t.Errorf("an unknown account costs %d bytes, a known one %d, want 16 MiB each", unknown, real)
	}
}

func TestNoAccountMatchesTheEmptyHash(t *testing.T) {
	hasher := auth.NewHasher(cheap())
	for _, typed := range []string{"", "password", strings.Repeat("x", 5000)} {
		if ok, err := hasher.Check(context.Background(), "", typed); ok || err != nil {
			t.Errorf("Check of no account with %d bytes = %v, %v", len(typed), ok, err)
		}
	}
}
