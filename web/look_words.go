package web

import (
	"slices"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// looksSaid says who has looked at a thing beside its reader, whose own view is recorded
// by the time it is read; looks are the first to look first.
func looksSaid(looks []store.Look, who auth.Actor, face front.Face) string {
	others := slices.DeleteFunc(slices.Clone(looks), func(l store.Look) bool { return l.Person == who.ID })
	switch {
	case len(others) == 0 && isFirst(looks):
		return "You are the first to look at this."
	case len(others) == 0:
		return "Nobody but you has looked at this yet."
	}
	first, last := looks[0], slices.MaxFunc(others, func(a, b store.Look) int { return a.Last.Compare(b.Last) })
	said := "First looked at by " + lookerName(first, who) + lookAge(face.Age(first.First))
	if first.Person == last.Person && first.First.Equal(last.Last) {
		return said + "."
	}
	return said + "; last by " + lookerName(last, who) + lookAge(face.Age(last.Last)) + "."
}

// isFirst says whether the only look there is is the first of its person.
func isFirst(looks []store.Look) bool { return len(looks) == 0 || looks[0].First.Equal(looks[0].Last) }

func lookerName(l store.Look, who auth.Actor) string {
	if l.Person == who.ID {
		return "you"
	}
	return front.CutText(l.Name, 60)
}

// lookAge is ", 2 h ago"; empty where there is no age.
func lookAge(age string) string {
	if age == "" {
		return ""
	}
	return ", " + age + " ago"
}
