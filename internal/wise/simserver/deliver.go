package simserver

import (
	"time"

	"transferdesk/internal/wise/wisesim"
)

// deliver tries until the delivery is taken or given up; first is called when the
// first try is over.
func (b *postbox) deliver(url string, d wisesim.Delivery, first func()) {
	for try := 0; ; try++ {
		answer, err := b.sender(url).Try(b.ctx, d)
		first()
		if err == nil && answer.Status/100 == 2 {
			return
		}
		wait, again := retry(try, answer, b.options.Clock())
		if !again {
			b.log.Warn("a webhook was given up", "delivery", d.DeliveryID, "status", answer.Status)
			return
		}
		if !b.sleep(b.options.faster(wait)) {
			return
		}
	}
}

// later does something after a pause, unless the postbox closes before.
func (b *postbox) later(pause time.Duration, do func()) {
	b.start(func() {
		if b.sleep(pause) {
			do()
		}
	})
}

// sleep waits; false says that the postbox closed meanwhile.
func (b *postbox) sleep(pause time.Duration) bool {
	if pause <= 0 {
		return b.ctx.Err() == nil
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-b.ctx.Done():
		return false
	}
}
