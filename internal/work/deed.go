package work

import "unicode"

// Deed is an act with its people named, ready to be told.
type Deed struct {
	Kind Kind
	By   string // who did it
	From string // of Kind's values: a person's name, or the value as it is kept; empty: none
	To   string // likewise
	Self bool   // the person of From or To is who did it
}

// Told says of a deed what became so: "Assigned to Anna".
func (d Deed) Told() string {
	switch d.Kind {
	case Assigned:
		return "Assigned to " + d.To
	case Unassigned:
		return "Assigned to nobody; it was with " + d.From
	case FollowUpSet:
		return "Follow-up on " + Day(d.To).Words()
	case FollowUpCleared:
		return "No follow-up any more; it was on " + Day(d.From).Words()
	case Resolved:
		return "Resolved: " + lowerFirst(Outcome(d.To).Label())
	case Reopened:
		return "Reopened; it was resolved: " + lowerFirst(Outcome(d.From).Label())
	}
	return string(d.Kind)
}

// Sentence says who did it: "Ben assigned it to Anna".
func (d Deed) Sentence() string {
	switch {
	case d.Kind == Assigned && d.Self:
		return d.By + " took it on"
	case d.Kind == Assigned:
		return d.By + " assigned it to " + d.To
	case d.Kind == Unassigned && d.Self:
		return d.By + " let go of it"
	case d.Kind == Unassigned:
		return d.By + " took it from " + d.From
	case d.Kind == FollowUpSet:
		return d.By + " set the follow-up to " + Day(d.To).Words()
	case d.Kind == FollowUpCleared:
		return d.By + " cleared the follow-up"
	case d.Kind == Resolved:
		return d.By + " resolved it: " + lowerFirst(Outcome(d.To).Label())
	case d.Kind == Reopened:
		return d.By + " reopened it"
	}
	return d.By + ": " + string(d.Kind)
}

// Wanted says of a deed that was not done what it was to be: "assign it to Anna".
func (d Deed) Wanted() string {
	switch d.Kind {
	case Assigned:
		return "assign it to " + d.To
	case Unassigned:
		return "assign it to nobody"
	case FollowUpSet:
		return "follow up on " + Day(d.To).Words()
	case FollowUpCleared:
		return "clear the follow-up"
	case Resolved:
		return "resolve it: " + lowerFirst(Outcome(d.To).Label())
	case Reopened:
		return "reopen it"
	}
	return string(d.Kind)
}

// lowerFirst lets a label go on in a sentence.
func lowerFirst(label string) string {
	for _, r := range label {
		return string(unicode.ToLower(r)) + label[len(string(r)):]
	}
	return label
}
