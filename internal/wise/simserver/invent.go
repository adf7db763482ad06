package simserver

import (
	"fmt"
	"hash/fnv"
	"strconv"

	"github.com/google/uuid"
)

// inventUUID gives the same UUID for the same thing.
func inventUUID(what string, id int64) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, fmt.Appendf(nil, "simulated wise %s %d", what, id)).String()
}

// inventNumber gives the same number below a bound for the same thing.
func inventNumber(what string, id, below int64) int64 {
	sum := fnv.New64a()
	_, _ = fmt.Fprintf(sum, "simulated wise %s %d", what, id) // a hash never fails
	return int64(sum.Sum64() % uint64(below))
}

// pick gives the same one of a list for the same thing.
func pick(what string, id int64, from ...string) string {
	return from[inventNumber(what, id, int64(len(from)))]
}

// itoa writes an id.
func itoa(id int64) string { return strconv.FormatInt(id, 10) }
