package templates

import "strings"

// Other is somebody else who is on the page just now.
type Other struct {
	Name    string
	Editing string // what is typed into: "a note"; empty: only looking
}

// does says what somebody types into: a message goes away, all else is there to be read.
func (o Other) does() string {
	if o.Editing == "a message" {
		return " is writing a message"
	}
	return " is editing " + o.Editing
}

// mostNames is how many who only look are named.
const mostNames = 2

// hereWords says who else is on the page: each who types, and those who look.
func hereWords(others []Other) []string {
	var parts, viewers []string
	for _, o := range others {
		if o.Editing != "" {
			parts = append(parts, clip(o.Name, 40)+o.does())
		} else {
			viewers = append(viewers, clip(o.Name, 40))
		}
	}
	return append(parts, viewing(viewers)...)
}

func viewing(names []string) []string {
	switch n := len(names); {
	case n == 0:
		return nil
	case n == 1:
		return []string{names[0] + " is viewing now"}
	case n <= mostNames:
		return []string{strings.Join(names, " and ") + " are viewing now"}
	default:
		return []string{strings.Join(names[:mostNames], ", ") + " and " + grouped(int64(n-mostNames)) + " more are viewing now"}
	}
}
