package answer

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// headlineRunes is the longest that a headline may be: it has to be read in one
// glance, on a telephone too.
const headlineRunes = 90

// words is what one row of the headline table says.
type words struct {
	tag      string
	tone     Tone
	headline []string     // the same statement, most telling first; the first that fits is used
	rests    evidence.IDs // the events that every sentence of the row rests on
	where    string
	since    since
	why      string
	whyRests evidence.IDs // what the reason rests on, where it is not rests
	who      reason.Who
	whoText  string
	next     string
	payment  *NewPayment
	customer []spoken // sentences for the customer, in order; empty ones are left out

	// What single sentences rest on beside rests.
	headRests, whereRests, whoRests, nextRests, tellRests evidence.IDs
}

// reasonRests is what the reason rests on.
func (w words) reasonRests() evidence.IDs {
	if len(w.whyRests) > 0 {
		return w.whyRests
	}
	return w.rests
}

// since is the moment from which the present situation counts.
type since struct {
	lead  string // "Back at Wise", "Refunded"
	event bool   // true: "Refunded 2 d ago"; false: "Back at Wise for 2 d"
	at    time.Time
	rests evidence.IDs
	seen  bool // only asking told of it: at is when we asked
}

// text says how long ago that was: age, date, time and zone.
func (s since) text(l life) string {
	if s.at.IsZero() {
		return ""
	}
	if s.seen {
		return s.seenText(l)
	}
	age, full := when.Age(l.Now.Sub(s.at)), when.Full(s.at, l.Zone)
	if s.event {
		return s.lead + " " + age + " ago (" + full + ")."
	}
	return s.lead + " for " + age + " (since " + full + ")."
}

// fit gives the first of the sentences that is short enough for a headline; if
// none is, the last one, cut.
func fit(candidates []string) string {
	for _, text := range candidates {
		if utf8.RuneCountInString(text) <= headlineRunes {
			return text
		}
	}
	last := []rune(candidates[len(candidates)-1])
	return string(last[:headlineRunes-1]) + "…"
}

// lowerFirst makes a title fit for the middle of a sentence; a leading
// abbreviation stays as it is, and so does Wise's name.
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 || len(r) > 1 && unicode.IsUpper(r[1]) || strings.HasPrefix(s, "Wise ") {
		return s
	}
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// join puts sentences for the desk together and leaves out the empty ones.
func join(sentences []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(sentences), func(s string) bool { return s == "" }), " ")
}
