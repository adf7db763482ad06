package transfer

// Attempt is the number of times that the money has been sent until now.
func (f Facts) Attempt() int {
	held, _ := f.Held()
	return held.Attempt
}

// CurrentFailure is the last failure of the attempt that goes on now: an earlier
// attempt's failure is never today's reason.
func (f Facts) CurrentFailure() (Failure, bool) {
	now := f.Attempt()
	for i := len(f.Failures) - 1; i >= 0; i-- {
		if f.Failures[i].Attempt == now {
			return f.Failures[i], true
		}
	}
	return Failure{}, false
}
