package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"transferdesk/internal/evidence"
)

// errDeliveries says that a stored list of deliveries cannot be read.
var errDeliveries = errors.New("a list of deliveries is broken off")

// packDeliveries writes ascending delivery ids as uvarint differences: a byte or
// two for each, since the deliveries of one transfer come close together.
func packDeliveries(ids evidence.IDs) []byte {
	out := make([]byte, 0, 3*len(ids))
	last := int64(0)
	for _, id := range ids {
		out = binary.AppendUvarint(out, uint64(id-last))
		last = id
	}
	return out
}

func unpackDeliveries(packed []byte) (evidence.IDs, error) {
	ids := make(evidence.IDs, 0, len(packed)/2)
	last := int64(0)
	for len(packed) > 0 {
		step, n := binary.Uvarint(packed)
		if n <= 0 {
			return nil, errDeliveries
		}
		last += int64(step)
		ids = append(ids, last)
		packed = packed[n:]
	}
	return ids, nil
}

// packFacts writes facts for their row.
func packFacts[T any](facts T) ([]byte, error) {
	packed, err := json.Marshal(facts)
	if err != nil {
		return nil, fmt.Errorf("packing facts: %w", err)
	}
	return packed, nil
}

func unpackFacts[T any](packed []byte) (T, error) {
	var facts T
	if err := json.Unmarshal(packed, &facts); err != nil {
		return facts, fmt.Errorf("unpacking facts: %w", err)
	}
	return facts, nil
}
