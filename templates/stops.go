package templates

// stopClass tells places behind from places ahead; the current one is neither.
func stopClass(s Stop) string {
	switch {
	case s.Current:
		return "here"
	case s.Reached:
		return "behind"
	}
	return "ahead"
}
