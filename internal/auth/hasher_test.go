package auth

import (
	"context"
	"errors"
	"testing"

	"transferdesk/internal/fault"
)

func TestWaitingForTheHasherEndsWithItsContext(t *testing.T) {
	hasher := NewHasher(Cost{MemoryKiB: 64, Passes: 1, Threads: 1})
	for range cap(hasher.slots) {
		if err := hasher.take(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := hasher.Check(ctx, "", "typed"); !errors.Is(err, context.Canceled) {
		t.Errorf("a check while all places were taken = %v, want context.Canceled", err)
	}
	hasher.give()
	if _, err := hasher.Check(context.Background(), "", "typed"); err != nil {
		t.Errorf("a check with a place free = %v", err)
	}
}

func TestACrowdAtTheHasherIsToldToComeAgain(t *testing.T) {
	hasher := NewHasher(Cost{MemoryKiB: 64, Passes: 1, Threads: 1})
	for range maxWaiting {
		hasher.queue <- struct{}{}
	}
	if _, err := hasher.Check(context.Background(), "", "typed"); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("one more than may wait = %v, want fault.Unavailable", err)
	}
	<-hasher.queue
	if _, err := hasher.Check(context.Background(), "", "typed"); err != nil {
		t.Errorf("the last that may wait = %v", err)
	}
}
