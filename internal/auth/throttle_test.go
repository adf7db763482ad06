package auth_test

import (
	"fmt"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// hands is a clock that is moved by hand.
type hands struct{ now time.Time }

func (h *hands) clock() time.Time { return h.now }

func newHands() *hands { return &hands{now: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)} }

func TestGuessingFromOneAddressIsRefusedAndForgiven(t *testing.T) {
	h := newHands()
	throttle := auth.NewThrottle(h.clock)
	let := 0
	for range 50 {
		if _, ok := throttle.Try("ada@example.com", "192.0.2.1"); ok {
			let++
		}
	}
	if let < 3 || let > 10 {
		t.Errorf("%d of 50 attempts on one account went through", let)
	}
	if _, ok := throttle.Try("grace@example.com", "192.0.2.1"); !ok {
		t.Error("another account from the same address is refused at once")
	}
	h.now = h.now.Add(time.Minute)
	if _, ok := throttle.Try("ada@example.com", "192.0.2.1"); !ok {
		t.Error("a minute later the address is still refused")
	}
}

func TestSprayingManyAccountsFromOneAddressIsRefused(t *testing.T) {
	throttle := auth.NewThrottle(newHands().clock)
	let := 0
	for i := range 200 {
		if _, ok := throttle.Try(fmt.Sprintf("person%d@example.com", i), "2001:db8::1"); ok {
			let++
		}
	}
	if let > 30 {
		t.Errorf("%d of 200 accounts could be tried", let)
	}
}

func TestAnAttackOnAnAccountDoesNotLockItsOwnerOut(t *testing.T) {
	throttle := auth.NewThrottle(newHands().clock)
	slowest := time.Duration(0)
	for i := range 500 {
		delay, ok := throttle.Try("ada@example.com", fmt.Sprintf("198.51.%d.%d", i/250, i%250))
		if !ok {
			t.Fatal("an attempt from a fresh address is refused")
		}
		slowest = max(slowest, delay)
	}
	if slowest == 0 {
		t.Error("500 attempts on one account are not slowed down")
	}
	delay, ok := throttle.Try("ada@example.com", "192.0.2.77")
	if !ok || delay > 3*time.Second {
		t.Errorf("the owner gets delay %v, ok %v; want at most 3 s and true", delay, ok)
	}
}

func TestAWholeIPv6NetworkCountsAsOneAddress(t *testing.T) {
	throttle := auth.NewThrottle(newHands().clock)
	let := 0
	for i := range 100 {
		if _, ok := throttle.Try("ada@example.com", fmt.Sprintf("2001:db8:1:2::%x", i+1)); ok {
			let++
		}
	}
	if let > 10 {
		t.Errorf("%d of 100 attempts from one /64 went through", let)
	}
}

func TestWhatIsNoAddressIsThrottledToo(t *testing.T) {
	throttle := auth.NewThrottle(newHands().clock)
	let := 0
	for i := range 100 {
		if _, ok := throttle.Try("ada@example.com", fmt.Sprintf("garbage %d", i)); ok {
			let++
		}
	}
	if let > 10 {
		t.Errorf("%d of 100 attempts without an address went through", let)
	}
}
