package answer

import (
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// FlagIncident: the transfer is one of many that had its code in a short time.
const FlagIncident = "incident"

// When many transfers with one code are an incident. Five is more than chance gives
// most desks in a day, and three times the usual is more than a busy day: beneath
// that the cause is likelier to be the customers' own.
const (
	IncidentHours = 24 // how far back an incident reaches at most
	IncidentLeast = 5  // transfers
	IncidentTimes = 3  // times the usual number a day
	UsualDays     = 28 // the days before, by which is told what is usual: four weeks, so that each weekday counts alike
	UsualLeast    = 7  // days held, below which nothing is said of what is usual
)

// Incident is a wave of one code: many transfers in a short time.
type Incident struct {
	Code   string
	IsCase bool
	Since  time.Time // a whole hour
	N      int64     // transfers that had the code since then, each once
	Usual  int64     // transfers in Days days before
	Days   int64     // below UsualLeast: too few to say what is usual
}

// Wave is what is counted of a code: what decides whether it is an incident.
type Wave struct {
	Code   string
	IsCase bool
	Now    int64           // the hour that it is, since 1970, UTC
	Latest map[int64]int64 // by hour: transfers that had the code in no later one
	Usual  int64           // transfers in the Days days before the window
	Days   int64
}

// IncidentFrom is the first hour that an incident can reach back to.
func IncidentFrom(now int64) int64 { return now - IncidentHours + 1 }

// Incident says whether the wave is one. What comes in its first hours and is no more
// than usual is left out, so that it begins where the wave does.
func (w Wave) Incident() (Incident, bool) {
	from, n := IncidentFrom(w.Now), int64(0)
	var last int64
	for hour, count := range w.Latest {
		if hour >= from {
			n, last = n+count, max(last, hour)
		}
	}
	if !w.large(n) {
		return Incident{}, false
	}
	spare := w.Usual / max(w.Days, 1)
	for ; from < last; from++ {
		count := w.Latest[from]
		if count > spare || !w.large(n-count) {
			break
		}
		n, spare = n-count, spare-count
	}
	return Incident{Code: w.Code, IsCase: w.IsCase, Since: time.Unix(from*3600, 0).UTC(), N: n, Usual: w.Usual, Days: w.Days}, true
}

// large says whether so many are enough, and many against what is usual.
func (w Wave) large(n int64) bool {
	if w.Days < UsualLeast {
		return n >= IncidentLeast
	}
	return n >= IncidentLeast && n*w.Days >= IncidentTimes*w.Usual
}

// Holds says whether a transfer is one of the incident's, and by which events.
func (i Incident) Holds(f transfer.Facts) (rests evidence.IDs, holds bool) {
	if i.IsCase {
		for _, list := range [][]transfer.Case{f.CasesOver, f.Cases} {
			for _, c := range list {
				if strings.ToLower(c.Code) == i.Code && !c.Since.Before(i.Since) {
					rests = evidence.Union(rests, c.Evidence)
				}
			}
		}
		return rests, len(rests) > 0
	}
	for _, failure := range f.Failures {
		if failure.Code == i.Code && !failure.At.Before(i.Since) {
			rests = evidence.Union(rests, failure.Evidence)
		}
	}
	return rests, len(rests) > 0
}

// Text says what is seen, for the desk: the count, since when, and what is usual. It
// has no full stop.
func (i Incident) Text(in Input) string {
	what := " transfers failed with “" + lowerFirst(in.Catalogue.Failure(i.Code).Title) + "” (" + reason.Visible(i.Code) + ")"
	if i.IsCase {
		what = " transfers got the case “" + lowerFirst(in.Catalogue.Case(i.Code).Title) + "” (" + reason.Visible(i.Code) + ")"
	}
	return strconv.FormatInt(i.N, 10) + what + " since " + i.since(in) + " (" + i.usual() + ")"
}

// since is the hour of today, or the day too.
func (i Incident) since(in Input) string {
	text := when.Clock(i.Since, in.Zone) + " " + when.Zone(i.Since, in.Zone)
	if when.Date(i.Since, in.Now, in.Zone) != when.Date(in.Now, in.Now, in.Zone) {
		text = when.Date(i.Since, in.Now, in.Zone) + ", " + text
	}
	return text
}

// usual says how many a day there are otherwise.
func (i Incident) usual() string {
	switch {
	case i.Days < UsualLeast:
		return "what is usual cannot be said yet: fewer than " + strconv.Itoa(UsualLeast) + " days are held"
	case i.Usual == 0:
		return "none in the " + strconv.FormatInt(i.Days, 10) + " days before"
	case i.Usual < i.Days:
		return "usually fewer than 1 a day"
	}
	return "usually " + strconv.FormatInt((i.Usual+i.Days/2)/i.Days, 10) + " a day"
}

// CustomerText is the one text for all of the incident's customers, of the card; empty
// where nothing may be said. What comes next differs with the state of each transfer,
// and is said by its own text.
func (i Incident) CustomerText(cards reason.Catalogue) string {
	text := i.spoken(cards)
	if !text.harmlessToTell() {
		return ""
	}
	return string(text)
}

// spoken is the same before the words are looked at.
func (i Incident) spoken(cards reason.Catalogue) spoken {
	if i.IsCase {
		return spokenCase(cards.Case(i.Code))
	}
	cause := spokenCause(cards.Failure(i.Code))
	switch {
	case cause == "":
		return ""
	case i.Code == transfer.Retryable:
		return "Your payment has met a technical delay. Please do not send it again yet."
	}
	return "Your payment could not be paid out " + cause + "."
}

// Flag is what stands on a transfer of the incident. Whose doing it is can only be told
// where it is known what is usual.
func (i Incident) Flag(in Input, rests evidence.IDs) Flag {
	text := i.Text(in)
	if i.Days >= UsualLeast {
		text += ": probably not this customer's doing"
	}
	return Flag{FlagIncident, text + ".", i.Since, rests}
}
