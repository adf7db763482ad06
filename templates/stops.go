package templates

import "slices"

// stopClass tells places behind from places ahead; the current one is neither.
func stopClass(s Stop) string {
	switch {
	case s.Current:
		return "at"
	case s.Reached:
		return "behind"
	}
	return "ahead"
}

// placed says whether Wise has said where the money is: only then is a place
// without a date one that it has not reached.
func placed(list []Stop) bool {
	return slices.ContainsFunc(list, func(s Stop) bool { return s.Current })
}
