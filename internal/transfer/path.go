package transfer

// step is one state on the path of a transfer. Besides the states that events
// reported there are those that previous_state gives away: a missing event is a
// gap, yet Wise has said which state came before it.
type step struct {
	state State
	visit int  // index into Facts.Visits of the event that says so
	told  bool // false: only previous_state says so
}

// path lists every state that the transfer is known to have been in, in order.
func (f Facts) path() []step {
	steps := make([]step, 0, len(f.Visits)+2)
	held := State("")
	for i, v := range f.Visits {
		if v.From != "" && v.From != held {
			steps = append(steps, step{state: v.From, visit: i})
		}
		steps = append(steps, step{state: v.State, visit: i, told: true})
		held = v.State
	}
	return steps
}

// lastStep is the index in the path of the last step into the state, or -1.
func lastStep(path []step, state State) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i].state == state {
			return i
		}
	}
	return -1
}

// lastVisit is the last visit in the state that an event reported.
func (f Facts) lastVisit(state State) (Visit, bool) {
	for i := len(f.Visits) - 1; i >= 0; i-- {
		if f.Visits[i].State == state {
			return f.Visits[i], true
		}
	}
	return Visit{}, false
}
