package projection

import (
	"errors"
	"fmt"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// rules are the pure functions that a projector applies; a test may put a
// failing one in their place.
type rules struct {
	decode       func(body []byte, src evidence.Source) wise.Decoded
	isCopy       func(held []transfer.Event, e transfer.Event) bool
	foldTransfer func(id int64, events []transfer.Event) (transfer.Facts, []transfer.Entry)
	foldUser     func(id int64, events []customer.UserEvent) (customer.UserFacts, []customer.UserEntry)
	foldActivity func(key activity.Key, events []activity.Event) (activity.Facts, []activity.Entry)
	version      int // of the decoder
}

func usual() rules {
	return rules{
		decode:       wise.Decode,
		isCopy:       transfer.IsCopy,
		foldTransfer: transfer.Fold,
		foldUser:     customer.FoldUser,
		foldActivity: activity.Fold,
		version:      wise.DecoderVersion,
	}
}

// tries is how often the program may fail on one event before it is quarantined.
const tries = 3

// errPoison says that the program failed on an event as often as it may.
var errPoison = errors.New("failed on an event")

// try runs do, which panics when it fails, up to three times.
func try(do func()) (err error) {
	for range tries {
		if err = once(do); err == nil {
			return nil
		}
	}
	return err
}

func once(do func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errPoison, p)
		}
	}()
	do()
	return nil
}
