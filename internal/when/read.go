package when

import "time"

// layouts are the forms in which Wise writes times, apart from the space or T in
// the middle and the fraction, which time.Parse takes by itself. A time without
// a zone is UTC, as Wise's own texts say.
var layouts = []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05"}

// Read reads a time in any of Wise's forms, of its events and of its API, and
// gives it in UTC.
func Read(s string) (at time.Time, ok bool) {
	if !timeShaped(s) {
		return time.Time{}, false
	}
	if s[10] == ' ' {
		s = s[:10] + "T" + s[11:]
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// timeShaped checks the fixed part, since time.Parse would also take an hour of
// one digit and a comma before the fraction.
func timeShaped(s string) bool {
	const shape = "dddd-dd-dd dd:dd:dd"
	if len(s) < len(shape) {
		return false
	}
	for i, want := range []byte(shape) {
		switch got := s[i]; {
		case want == 'd' && (got < '0' || got > '9'):
			return false
		case want == ' ' && got != ' ' && got != 'T':
			return false
		case (want == '-' || want == ':') && got != want:
			return false
		}
	}
	return len(s) == len(shape) || s[len(shape)] != ','
}
