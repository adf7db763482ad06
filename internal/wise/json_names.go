package wise

import (
	"strings"
	"unicode"
)

// fewFields is up to how many fields an object is searched one by one.
const fewFields = 32

// nameSet finds names of one object that stand twice. It is empty while the
// object has few fields, so that the common object costs nothing.
type nameSet struct{ byFold map[string]string }

// add says why a name may not stand beside the fields before it; "" when it may.
func (s *nameSet) add(before []field, name string) (why string) {
	if len(before) < fewFields {
		for _, f := range before {
			if strings.EqualFold(f.name, name) {
				return sameName(f.name, name)
			}
		}
		return ""
	}
	if s.byFold == nil {
		s.byFold = make(map[string]string, 2*fewFields)
		for _, f := range before {
			s.byFold[fold(f.name)] = f.name
		}
	}
	folded := fold(name)
	if first, twice := s.byFold[folded]; twice {
		return sameName(first, name)
	}
	s.byFold[folded] = name
	return ""
}

// sameName tells a name that stands twice from one in another case.
func sameName(first, name string) string {
	if first == name {
		return whyDuplicateKey
	}
	return whyCaseKey
}

// fold gives the names that strings.EqualFold takes for one the same spelling:
// the least rune of each orbit of Unicode simple folding, so that the Kelvin sign
// is a k.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, name)
}
