package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"

	"transferdesk/internal/fault"
)

// Cost is how dear one argon2id computation is.
type Cost struct {
	MemoryKiB uint32
	Passes    uint32
	Threads   uint8
}

// DefaultCost is above OWASP's minimum (19 MiB, two passes, one thread; Password
// Storage Cheat Sheet) and takes about a tenth of a second.
func DefaultCost() Cost { return Cost{MemoryKiB: 32 << 10, Passes: 3, Threads: 1} }

// Reasons why a stored hash is not a PHC string that Verify understands.
var (
	errNotPHC  = errors.New("not an argon2id PHC string")
	errTooDear = errors.New("the costs of the PHC string are out of bounds")
)

const (
	saltBytes = 16
	hashBytes = 32
)

// Hash makes the PHC string of a password: $argon2id$v=19$m=…,t=…,p=…$salt$hash.
func (c Cost) Hash(password string) string {
	salt := random(saltBytes)
	return c.phc(salt, argon2.IDKey([]byte(password), salt, c.Passes, c.MemoryKiB, c.Threads, hashBytes))
}

// phc writes costs, salt and key as a PHC string.
func (c Cost) phc(salt, key []byte) string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.MemoryKiB, c.Passes, c.Threads,
		base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(key))
}

// Verify says whether password is the one that phc was made of. An error means
// that phc itself cannot be read.
func Verify(phc, password string) (bool, error) {
	cost, salt, want, err := parsePHC(phc)
	if err != nil {
		return false, err
	}
	got := argon2.IDKey([]byte(password), salt, cost.Passes, cost.MemoryKiB, cost.Threads, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1, nil
}

// parsePHC takes a PHC string apart and refuses costs that would stop the server.
func parsePHC(phc string) (cost Cost, salt, hash []byte, err error) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return Cost{}, nil, nil, errNotPHC
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &cost.MemoryKiB, &cost.Passes, &cost.Threads); err != nil {
		return Cost{}, nil, nil, errNotPHC
	}
	if cost.Passes == 0 || cost.Threads == 0 || cost.Passes > 20 || cost.MemoryKiB > 1<<20 {
		return Cost{}, nil, nil, errTooDear
	}
	if salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil || len(salt) < 8 {
		return Cost{}, nil, nil, errNotPHC
	}
	if hash, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil || len(hash) < 16 {
		return Cost{}, nil, nil, errNotPHC
	}
	return cost, salt, hash, nil
}

// Hasher checks passwords at log-in, at most two at once: argon2 is dear in
// memory on purpose, and a crowd at the log-in page must not use it up.
type Hasher struct {
	cost  Cost
	dummy string
	slots chan struct{} // computations under way
	queue chan struct{} // those, and whoever waits for them
}

// maxWaiting bounds how long a log-in can wait for others: some two seconds.
const maxWaiting = 40

// NewHasher makes a hasher. Its dummy is checked in place of an account that
// does not exist; it has the cost of a real hash and is the hash of nothing.
func NewHasher(cost Cost) *Hasher {
	return &Hasher{cost: cost, dummy: cost.phc(random(saltBytes), random(hashBytes)), slots: make(chan struct{}, 2), queue: make(chan struct{}, maxWaiting)}
}

// Hash makes the PHC string of a new password; the error is ctx's.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	if err := h.take(ctx); err != nil {
		return "", err
	}
	defer h.give()
	return h.cost.Hash(password), nil
}

// Check says whether password belongs to phc. An empty phc stands for an
// account that is not there or is disabled: it costs the same time and never
// matches. A password too long to be one of ours is not hashed as a whole.
func (h *Hasher) Check(ctx context.Context, phc, password string) (bool, error) {
	if err := h.take(ctx); err != nil {
		return false, err
	}
	defer h.give()
	if len(password) > maxPassword {
		phc, password = "", ""
	}
	if phc == "" {
		_, err := Verify(h.dummy, password)
		return false, err
	}
	return Verify(phc, password)
}

func (h *Hasher) take(ctx context.Context) error {
	select {
	case h.queue <- struct{}{}:
	default:
		return fault.New(fault.Unavailable, "Too many people are signing in at once. Wait a moment and try again.")
	}
	select {
	case h.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		<-h.queue
		return fmt.Errorf("waiting to check a password: %w", ctx.Err())
	}
}

func (h *Hasher) give() { <-h.slots; <-h.queue }

// random gives n random bytes.
func random(n int) []byte {
	raw := make([]byte, n)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the program instead
	return raw
}
