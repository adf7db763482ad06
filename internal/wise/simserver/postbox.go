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
	Reorder   float64       // this share comes after the next one, or a minute late
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

	mu  sync.Mutex // guards rng, the start of sendings against the close, and the turns and held deliveries of subscriptions
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

// patience is how long Wise waits for an answer to a webhook.
const patience = 5 * time.Second

// accepted sends a delivery once, now, and says whether it was taken in time.
func (b *postbox) accepted(ctx context.Context, to string, d wisesim.Delivery) bool {
	if b.options.Signer == nil {
		return true
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	answer, err := b.sender(to).Try(ctx, d)
	return err == nil && answer.Status/100 == 2
}

// post sends a delivery to a subscription in the background. One that is held
// back for disorder comes after the next one, or in a minute.
func (b *postbox) post(to *Subscription, d wisesim.Delivery) {
	if b.options.Signer == nil || b.lot(b.options.Post.Withhold) {
		return
	}
	if b.lot(b.options.Post.Reorder) {
		b.hold(to, d)
		return
	}
	b.queue(to, d)
	b.release(to)
	if b.lot(b.options.Post.Duplicate) {
		if b.lot(0.5) {
			d.DeliveryID = inventUUID("copy of "+d.DeliveryID, 1)
		}
		b.queue(to, d)
	}
}

// hold keeps a delivery back.
func (b *postbox) hold(to *Subscription, d wisesim.Delivery) {
	b.mu.Lock()
	to.held = append(to.held, d)
	b.mu.Unlock()
	b.later(b.options.faster(time.Minute), func() { b.release(to) })
}

// release sends what was held back.
func (b *postbox) release(to *Subscription) {
	b.mu.Lock()
	held := to.held
	to.held = nil
	b.mu.Unlock()
	for _, d := range held {
		b.queue(to, d)
	}
}

// queue sends a delivery once the first try of the one before is over.
func (b *postbox) queue(to *Subscription, d wisesim.Delivery) {
	done := make(chan struct{})
	b.mu.Lock()
	before, url := to.turn, to.URL
	to.turn = done
	b.mu.Unlock()
	b.start(func() {
		first := sync.OnceFunc(func() { close(done) })
		defer first()
		if !b.sleep(b.options.Post.Delay) {
			return
		}
		if before != nil {
			select {
			case <-before:
			case <-b.ctx.Done():
				return
			}
		}
		b.deliver(url, d, first)
	})
}

// start does something in the background, unless the postbox is closed.
func (b *postbox) start(do func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ctx.Err() == nil {
		b.sending.Go(do)
	}
}
