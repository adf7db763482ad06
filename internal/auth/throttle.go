package auth

import (
	"container/list"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// How often log-in may be tried. The two limits by address refuse; the one by
// account only slows down, so that nobody can lock another out by guessing.
const (
	addressEvery, addressBurst = 6 * time.Second, 20 // one address, any accounts
	pairEvery, pairBurst       = 15 * time.Second, 6 // one address on one account
	accountEvery, accountBurst = 2 * time.Second, 12 // one account from everywhere
	longestDelay               = 3 * time.Second     // what an account under attack makes a log-in wait
	rememberedLimits           = 20_000              // per table; the one unused longest is forgotten first
)

// Throttle brakes guessing of passwords. It treats accounts that do not exist
// like those that do.
type Throttle struct {
	clock     func() time.Time
	addresses *limits
	pairs     *limits
	accounts  *limits
}

// NewThrottle makes a throttle with empty memory.
func NewThrottle(clock func() time.Time) *Throttle {
	return &Throttle{
		clock:     clock,
		addresses: newLimits(addressEvery, addressBurst),
		pairs:     newLimits(pairEvery, pairBurst),
		accounts:  newLimits(accountEvery, accountBurst),
	}
}

// Try counts one attempt of the address (as net/http or a trusted proxy names
// it) on the account, and says whether it may go on and after which delay.
func (t *Throttle) Try(email, remote string) (delay time.Duration, ok bool) {
	now, address := t.clock(), network(remote)
	// The pair first: hammering on one account does not use up what colleagues
	// behind the same address have.
	if !t.pairs.allow(now, address+" "+email) || !t.addresses.allow(now, address) {
		return 0, false
	}
	return t.accounts.delay(now, email), true
}

// network names what is throttled as one address: an IPv4 address, or the /64
// of an IPv6 one, since a single household has a whole /64.
func network(remote string) string {
	address, err := netip.ParseAddr(remote)
	if err != nil {
		withPort, err := netip.ParseAddrPort(remote)
		if err != nil {
			return "unknown"
		}
		address = withPort.Addr()
	}
	address = address.Unmap().WithZone("")
	if address.Is4() {
		return address.String()
	}
	prefix, _ := address.Prefix(64) // cannot fail for an IPv6 address
	return prefix.String()
}

// limits is a bounded table of rate limiters by key.
type limits struct {
	every rate.Limit
	burst int

	mu    sync.Mutex
	byKey map[string]*list.Element
	order *list.List // of *limit, latest used in front
}

type limit struct {
	key     string
	limiter *rate.Limiter
}

func newLimits(every time.Duration, burst int) *limits {
	return &limits{every: rate.Every(every), burst: burst, byKey: map[string]*list.Element{}, order: list.New()}
}

// allow takes one turn, if there is one.
func (l *limits) allow(now time.Time, key string) bool { return l.of(key).AllowN(now, 1) }

// delay takes one turn and gives how long to wait for it, at most longestDelay.
func (l *limits) delay(now time.Time, key string) time.Duration {
	limiter := l.of(key)
	reservation := limiter.ReserveN(now, 1)
	wait := reservation.DelayFrom(now)
	if wait <= longestDelay {
		return wait
	}
	reservation.CancelAt(now) // no debt beyond the longest delay
	return longestDelay
}

// of finds or makes the limiter of a key and forgets the one unused longest.
func (l *limits) of(key string) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	if element, ok := l.byKey[key]; ok {
		l.order.MoveToFront(element)
		return element.Value.(*limit).limiter
	}
	if l.order.Len() >= rememberedLimits {
		oldest := l.order.Back()
		delete(l.byKey, oldest.Value.(*limit).key)
		l.order.Remove(oldest)
	}
	made := &limit{key: key, limiter: rate.NewLimiter(l.every, l.burst)}
	l.byKey[key] = l.order.PushFront(made)
	return made.limiter
}
