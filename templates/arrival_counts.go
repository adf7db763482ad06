package templates

// ArrivalCounts says what became of what came lately.
type ArrivalCounts struct {
	Heading string // "The last hour"
	Counts  []Count
}

// Count is one number, a link to its rows where a filter shows them.
type Count struct {
	Label string
	N     int64
	Least bool   // there may be more: only so many are remembered
	Href  string // empty: no list shows just these
	Tone  Tone
}

// number prints the count.
func (c Count) number() string {
	if c.Least {
		return grouped(c.N) + "+"
	}
	return grouped(c.N)
}

// Lag says what is accepted and on no page yet.
type Lag struct {
	Waiting int64
	Oldest  string // for how long the oldest has waited: "3 s"; empty when none waits
}

// words is the lag as a sentence.
func (l Lag) words() string {
	switch {
	case l.Waiting == 0:
		return "Nothing waits to be read: pages show everything that has come."
	case l.Waiting == 1:
		return "1 event waits to be read, for " + l.Oldest + "."
	}
	return grouped(l.Waiting) + " events wait to be read, the oldest for " + l.Oldest + "."
}
