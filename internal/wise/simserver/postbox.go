package simserver

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"

	"transferdesk/internal/wise/wisesim"
)

// Post is what goes wrong with webhooks on their way. The zero value is nothing.
type Post struct {
	Duplicate float64       // this share is sent twice, half of it with another delivery id
	Reorder   float64       // this share does not wait for its turn, and comes a minute late
	Withhold  float64       // this share is never sent
	Delay     time.Duration // each waits so long before its first try
	Seed      uint64        // which ones: the same for the same seed
}

// postbox sends webhooks: the first tries to each subscription in order, then
// those that were not taken again and again, as Wise does.
type postbox struct {
	options Options
	client  *http.Client
	log     *slog.Logger
	ctx     context.Context
	stop    context.CancelFunc
	sending sync.WaitGroup

	mu  sync.Mutex // guards the start of sendings against the close, and chance
	rng *rand.Rand
}

// newPostbox opens one; without a signer it sends nothing.
func newPostbox(o Options) *postbox {
	b := &postbox{options: o, client: o.Client, log: o.Log, rng: rand.New(rand.NewPCG(o.Post.Seed, 0x905))}
	if b.client == nil {
		b.client = wisesim.NewClient(16)
	}
	b.ctx, b.stop = context.WithCancel(context.Background())
	return b
}

// closed is closed when the postbox is.
func (b *postbox) closed() <-chan struct{} { return b.ctx.Done() }

// close stops every sending and waits for it.
func (b *postbox) close() {
	b.mu.Lock()
	b.stop()
	b.mu.Unlock()
	b.sending.Wait()
	if b.options.Client == nil {
		b.client.CloseIdleConnections()
	}
}

// faster gives a pause of Wise's at the server's speed.
func (b *postbox) faster(pause time.Duration) time.Duration {
	return time.Duration(float64(pause) / b.options.Speed)
}

// lot says whether one of a share drew the lot.
func (b *postbox) lot(share float64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return share > 0 && b.rng.Float64() < share
}

// sender sends to a URL.
func (b *postbox) sender(to string) wisesim.Sender {
	return wisesim.Sender{Target: to, Client: b.client, Signer: b.options.Signer}
}

// accepted sends a delivery once, now, and says whether it was taken.
func (b *postbox) accepted(ctx context.Context, to string, d wisesim.Delivery) bool {
	if b.options.Signer == nil {
		return true
	}
	answer, err := b.sender(to).Try(ctx, d)
	return err == nil && answer.Status/100 == 2
}

// post sends a delivery to a subscription in the background. The server's lock
// is held.
func (b *postbox) post(to *Subscription, d wisesim.Delivery) {
	if b.options.Signer == nil || b.lot(b.options.Post.Withhold) {
		return
	}
	b.queue(to, d)
	if b.lot(b.options.Post.Duplicate) {
		if b.lot(0.5) {
			d.DeliveryID = b.anotherID(d.DeliveryID)
		}
		b.queue(to, d)
	}
}

// anotherID gives another delivery id for a copy.
func (b *postbox) anotherID(id string) string {
	return inventUUID("copy of "+id, 1)
}

// queue sends a delivery when its turn comes; one in disorder does not wait for it.
func (b *postbox) queue(to *Subscription, d wisesim.Delivery) {
	before, pause, url := to.turn, b.options.Post.Delay, to.URL
	done := make(chan struct{})
	if b.lot(b.options.Post.Reorder) {
		before, pause = nil, pause+b.faster(time.Minute)
	} else {
		to.turn = done
	}
	b.start(func() {
		if before != nil {
			select {
			case <-before:
			case <-b.ctx.Done():
			}
		}
		b.deliver(url, d, pause, sync.OnceFunc(func() { close(done) }))
	})
}
