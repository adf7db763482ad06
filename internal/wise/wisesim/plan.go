package wisesim

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"transferdesk/internal/transfer"
)

// Plan says which lives are told.
type Plan struct {
	Seed      uint64
	Now       time.Time // no delivery arrives after it
	Transfers int       // how many transfers
	Days      int       // over how many days before Now
	Withheld  int       // of so many recent transfers the last webhooks never come; of one of them none at all
}

// Lives tells the lives of n transfers over the 60 days before now as the
// deliveries that report them, in order of arrival, none after now. The same
// seed, now and n give the same deliveries.
func Lives(seed uint64, now time.Time, n int) []Delivery {
	return Plan{Seed: seed, Now: now, Transfers: n, Days: 60}.Deliveries()
}

// firstTransfer is where the ids of transfers begin.
const firstTransfer = 50_000_000

// Deliveries gives everything that arrives until Now, in order of arrival: the
// transfers' lives, the customers' accounts, what happens beside transfers, top-ups,
// test notifications and a few bodies that nobody can read.
func (p Plan) Deliveries() []Delivery {
	w := newWorld(p.Seed, p.Transfers)
	post := &postman{world: w, now: p.Now}
	payments := w.payments(p)
	for _, one := range payments {
		post.life(one)
	}
	w.accounts(p, post)
	w.others(p, post)
	w.incomings(p, post)
	w.tales(p, payments, post)
	slices.SortStableFunc(post.sent, func(a, b Delivery) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.DeliveryID, b.DeliveryID))
	})
	return post.sent
}

// payments invents the transfers: each kind of life once, each failure code
// once, then by weight; ids rise with the time at which they were made.
func (w *world) payments(p Plan) []*payment {
	draw := newChooser()
	all := make([]*payment, 0, p.Transfers)
	for i := range p.Transfers {
		kind, code := draw.draw(w), ""
		switch {
		case i < len(draw.all):
			kind = draw.all[i]
		case i < len(draw.all)+len(failures):
			kind, code = returned()[0], failures[i-len(draw.all)].code
		}
		one := w.newPayment(kind, code)
		w.place(one, p.Now, p.Days)
		all = append(all, one)
	}
	slices.SortStableFunc(all, func(a, b *payment) int { return a.start.Compare(b.start) })
	id := int64(firstTransfer)
	for _, one := range all {
		id += 1 + w.rng.Int64N(900)
		one.id = id
	}
	p.withhold(all)
	return all
}

// postman turns what happened into deliveries: some late, some twice, some from
// two subscriptions.
type postman struct {
	world *world
	now   time.Time
	sent  []Delivery
}

// life posts all steps of a payment but those that nobody hears of.
func (post *postman) life(p *payment) {
	at := p.start
	for i, s := range p.steps {
		at = at.Add(s.after)
		before := len(post.sent)
		post.step(p, s, at)
		if i >= len(p.steps)-p.silent {
			post.sent = post.sent[:before]
		}
	}
}

// withhold chooses the transfers whose last webhooks never come: the latest that
// ended in another state.
func (p Plan) withhold(all []*payment) {
	left := p.Withheld
	for i := len(all) - 1; i >= 0 && left > 0; i-- {
		one := all[i]
		if last := len(one.steps) - 1; last > 0 && one.steps[last].kind == transfer.StateChange {
			one.silent = 1
			if left == 1 && p.Withheld > 1 {
				one.silent = len(one.steps)
			}
			left--
		}
	}
}

// step posts one step to every subscription that hears of it.
func (post *postman) step(p *payment, s step, at time.Time) {
	if s.silent {
		return
	}
	at = at.Truncate(time.Millisecond)
	for _, sub := range post.world.listeners(p.from) {
		sent := at.Add(post.world.within(300*time.Millisecond, 2*time.Second))
		post.post(p.body(s, at, sent, sub), sent)
	}
}

// listeners are the subscriptions that hear of a customer.
func (w *world) listeners(p *profile) []subscription {
	if p.own == nil {
		return []subscription{w.app}
	}
	return []subscription{w.app, *p.own}
}

// within is a random pause.
func (w *world) within(least, most time.Duration) time.Duration {
	return least + time.Duration(w.rng.Int64N(int64(most-least)))
}

// post sends a body off: one in ten comes late, after some of Wise's retries
// (1, 2, 4 … minutes); one in twenty-five comes again. What would arrive after
// now arrives at once; what was sent after now has not happened yet.
func (post *postman) post(body []byte, sent time.Time) {
	w := post.world
	at := sent.Add(w.within(100*time.Millisecond, 900*time.Millisecond))
	if at.After(post.now) {
		return
	}
	if w.rng.IntN(10) == 0 {
		retries := 1 + w.rng.IntN(9)
		late := at.Add(time.Duration(1<<retries-1) * time.Minute)
		if !late.After(post.now) {
			at = late
		}
	}
	one := Delivery{At: at.UTC(), Body: body, DeliveryID: w.uuid()}
	post.sent = append(post.sent, one)
	if w.rng.IntN(25) == 0 {
		post.again(one)
	}
}

// again sends a delivery once more, with its delivery id or, Wise's texts
// disagree, with another one.
func (post *postman) again(one Delivery) {
	one.At = one.At.Add(post.world.within(time.Second, 4*time.Minute))
	if one.At.After(post.now) {
		return
	}
	if post.world.rng.IntN(2) == 0 {
		one.DeliveryID = post.world.uuid()
	}
	post.sent = append(post.sent, one)
}

// test sends a test notification: marked by its header.
func (post *postman) test(body []byte, sent time.Time) {
	post.sent = append(post.sent, Delivery{At: sent.UTC(), Body: body, DeliveryID: post.world.uuid(), Test: true})
}

// ago gives a time so long before now.
func (p Plan) ago(d time.Duration) time.Time { return p.Now.Add(-d) }

// day is a number of days, as a duration.
func day(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// topUpReference invents the reference of a top-up, which names no transfer.
func (w *world) topUpReference() string {
	return "BNK-" + strconv.Itoa(1_000_000+w.rng.IntN(9_000_000))
}
