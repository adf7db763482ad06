package atwise

import "time"

// Hasten makes the wait for Wise short, and that before a look at what is not
// settled, for tests.
func (a *Acts) Hasten(d time.Duration) { a.patience, a.soon = d, d }
