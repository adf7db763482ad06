package api

import (
	"context"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestNoWindowHoldsMoreThanWiseAllows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(1_800_000_000, 0)
		l := newLimit(func() time.Time { return at })
		var sent []time.Time
		for range rapid.IntRange(1, 3000).Draw(t, "tries") {
			if _, ok := l.try(rapid.Bool().Draw(t, "background")); ok {
				sent = append(sent, at)
			}
			at = at.Add(time.Duration(rapid.IntRange(0, 90).Draw(t, "ms")) * time.Millisecond)
		}
		for window, most := range map[time.Duration]int{time.Second: 100, time.Minute: 1000} {
			first := 0
			for i := range sent {
				for sent[i].Sub(sent[first]) >= window {
					first++
				}
				if n := i - first + 1; n > most {
					t.Fatalf("%d requests within %v", n, window)
				}
			}
		}
	})
}

func TestTheBackgroundLeavesAReserveToPeople(t *testing.T) {
	at := time.Unix(1_800_000_000, 0)
	l := newLimit(func() time.Time { return at })
	count := func(background bool) (n int) {
		for {
			if _, ok := l.try(background); !ok {
				return n
			}
			n++
		}
	}
	if got := count(true); got != mostAtOnce-reserve {
		t.Errorf("the background gets %d at once, want %d", got, mostAtOnce-reserve)
	}
	if got := count(false); got != reserve {
		t.Errorf("people then get %d, want %d", got, reserve)
	}
	wait, _ := l.try(false)
	if at = at.Add(wait); wait > 100*time.Millisecond || count(false) != 1 {
		t.Errorf("the next person waits %v", wait)
	}
	at = at.Add(time.Second)
	if got := count(true); got != 0 {
		t.Errorf("the background gets %d while the reserve fills", got)
	}
	at = at.Add(time.Minute)
	if got := count(true); got != mostAtOnce-reserve {
		t.Errorf("the background gets %d once it is full again", got)
	}
}

func TestWhoCannotBeServedInTimeIsToldAtOnce(t *testing.T) {
	at := time.Now()
	l := newLimit(func() time.Time { return at })
	for range mostAtOnce {
		l.try(false)
	}
	ctx, cancel := context.WithDeadline(context.Background(), at.Add(10*time.Millisecond))
	defer cancel()
	if err := l.take(ctx, false); !errors.Is(err, errOurLimit) {
		t.Errorf("a person: %v", err)
	}
	gone, hangUp := context.WithCancel(context.Background())
	hangUp()
	if err := l.take(gone, true); !errors.Is(err, context.Canceled) {
		t.Errorf("who hung up: %v", err)
	}
}

func TestThePauseThatWiseAsksForOnlyGrows(t *testing.T) {
	at := time.Unix(1_800_000_000, 0)
	l := newLimit(func() time.Time { return at })
	l.pause(time.Minute)
	l.pause(time.Second)
	if got := l.paused(); got != time.Minute {
		t.Errorf("paused for %v", got)
	}
	at = at.Add(2 * time.Minute)
	if got := l.paused(); got != 0 {
		t.Errorf("after that still for %v", got)
	}
}
