package feed

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"
)

// errPacked says that bytes are not a rhythm that Pack has made.
var errPacked = errors.New("not a packed rhythm")

// Pack gives the rhythm as bytes for the database: the two hours, the bits, and the
// gaps in seconds. Equal rhythms give equal bytes.
func (r Rhythm) Pack() []byte {
	b := binary.AppendVarint(nil, r.Hours.From)
	b = binary.AppendVarint(b, r.Hours.Newest)
	b = append(b, r.Hours.Bits[:]...)
	for _, gap := range r.Gaps {
		b = binary.AppendUvarint(b, uint64(max(0, gap/time.Second)))
	}
	return b
}

// Unpack reads what Pack has made.
func Unpack(b []byte) (r Rhythm, err error) {
	for _, hour := range []*int64{&r.Hours.From, &r.Hours.Newest} {
		n := 0
		if *hour, n = binary.Varint(b); n <= 0 {
			return Rhythm{}, fmt.Errorf("reading the hours: %w", errPacked)
		}
		b = b[n:]
	}
	if len(b) < len(r.Hours.Bits) {
		return Rhythm{}, fmt.Errorf("reading the hours: %w", errPacked)
	}
	b = b[copy(r.Hours.Bits[:], b):]
	for len(b) > 0 {
		seconds, n := binary.Uvarint(b)
		if n <= 0 {
			return Rhythm{}, fmt.Errorf("reading the gaps: %w", errPacked)
		}
		r.Gaps, b = append(r.Gaps, time.Duration(seconds)*time.Second), b[n:]
	}
	return r, nil
}
