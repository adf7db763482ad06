package templates

// usualWords says what gap between two events is usual.
func usualWords(gap string) string {
	if gap == "" {
		return "too few to say what gap is usual"
	}
	return "usual gap " + gap
}

// waitingWords are the words for how many events are accepted and on no page yet.
func waitingWords(n int64) (events, wait string) {
	if n == 1 {
		return "event", "waits"
	}
	return "events", "wait"
}

// whichEvent says of what nothing has come: of anything at all, or of those types that
// the page rests on.
func whichEvent(some bool) string {
	if some {
		return "of the types that this page rests on"
	}
	return "from Wise"
}
