package desk

import "time"

// Hasten makes the wait for Wise short, and that before a look at what is not
// settled, for tests.
func (a *AtWise) Hasten(d time.Duration) { a.patience, a.soon = d, d }
