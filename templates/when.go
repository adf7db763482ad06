package templates

// When is one point in time, ready for print. The zero When is "not known".
type When struct {
	Age   string // "2 d 17 h", without "ago"; empty: no age is shown
	Ahead string // "3 h": how far it is still to come; empty: it is over
	Full  string // "18 Nov 2026, 14:03 UTC": always with its zone
	Short string // "18 Nov, 14:03 UTC", for narrow places; empty: Full is used
	RFC   string // RFC 3339 in UTC, for machines
}

// Known says whether there is a time at all.
func (w When) Known() bool { return w.RFC != "" || w.Full != "" }

// withAge is the time with its zone, and how far from now it is.
func (w When) withAge() string {
	switch {
	case w.Age != "":
		return w.Full + " (" + w.Age + " ago)"
	case w.Ahead != "":
		return w.Full + " (in " + w.Ahead + ")"
	}
	return w.Full
}

// brief gives the short form, or the full one where there is none.
func (w When) brief() string {
	if w.Short != "" {
		return w.Short
	}
	return w.Full
}
