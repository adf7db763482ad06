package wisesim

import "time"

// others sends what is nobody's life: top-ups, test notifications, and bodies that
// are hard or impossible to read.
func (w *world) others(p Plan, post *postman) {
	for i := range max(3, p.Transfers/12) {
		at := p.ago(w.within(time.Hour, day(p.Days)))
		w.topUp(w.profiles[w.rng.IntN(len(w.profiles))], i, at, post)
	}
	for i := range 4 {
		at := p.ago(day(i * p.Days / 4)).Add(-time.Hour)
		post.test(testNotification(at, i), at)
	}
	at := p.ago(26 * time.Hour).Truncate(time.Second)
	for i, body := range w.strange(at) {
		post.post(body, at.Add(time.Duration(i)*time.Second))
	}
}

// topUp credits a balance; in all four versions of balances#update.
func (w *world) topUp(owner *profile, i int, at time.Time, post *postman) {
	version := []string{"2.1.0", "2.2.0", "3.0.0", "4.0.0"}[i%4]
	m := movement{owner, true, w.amount(owner.currency), w.topUpReference(), 700_000 + int64(i)}
	post.post(m.body(version, at.UTC().Format(timeForm(version)), at.Add(time.Second), w.app.of("balances#update")), at.Add(time.Second))
}
