package templates

// usualWords says what gap between two events is usual.
func usualWords(gap string) string {
	if gap == "" {
		return "too few to say what gap is usual"
	}
	return "usual gap " + gap
}

// waitingWords says how many events are accepted and on no page yet.
func waitingWords(n int64) string {
	if n == 1 {
		return "1 event waits to be read"
	}
	return grouped(n) + " events wait to be read"
}

// noEventYet says that nothing has come: nothing at all, or none of those types
// that the page rests on.
func noEventYet(some bool) string {
	if some {
		return "No event of the types that this page rests on yet"
	}
	return "No event from Wise yet"
}
