package front

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/templates"
)

// maxValues is how many values of one filter are looked at.
const maxValues = 100

// Severals reads a parameter that may be repeated: reason=A&reason=B. Empty ones,
// as a plain form sends them, do not filter.
func Severals(query url.Values, name string) []string {
	var values []string
	for _, v := range query[name] {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(values, v) && len(values) < maxValues {
			values = append(values, v)
		}
	}
	return values
}

// SinceDay reads since=2026-11-01, a day in UTC; empty is the zero time.
func SinceDay(query url.Values) (time.Time, error) {
	text := strings.TrimSpace(query.Get("since"))
	if text == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}, fault.Wrap(fault.Invalid, "A date is written like 2026-11-01.", err)
	}
	return day, nil
}

// CheckValues refuses a value that the filter does not know.
func CheckValues(name string, values, known []string) error {
	for _, v := range values {
		if !slices.Contains(known, v) {
			return fault.New(fault.Invalid, "The filter "+name+" does not know that value. It takes: "+strings.Join(known, ", ")+".")
		}
	}
	return nil
}

// mostChoices is how many values a filter offers, and longestChoice how long one may
// be in bytes: a page holds what people can choose from, whatever Wise sends.
const (
	mostChoices   = 100
	longestChoice = 100
)

// Offered gives the values that a filter offers in their order: those that are ours
// first of all, then others as far as there is room.
func Offered(values []string, ours func(string) bool) []string {
	room := mostChoices
	for _, v := range values {
		if ours(v) {
			room--
		}
	}
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool {
		if ours(v) {
			return false
		}
		if len(v) > longestChoice {
			return true
		}
		room--
		return room < 0
	})
}

// Choices ticks those that are chosen.
func Choices(values, chosen []string, label func(string) string) []templates.Choice {
	var all []templates.Choice
	for _, v := range values {
		all = append(all, templates.Choice{Value: v, Label: label(v), Checked: slices.Contains(chosen, v)})
	}
	return all
}

// Chips names each filter in force, with the link that takes it away.
func Chips(path string, query url.Values, name, prefix string, chosen []string, label func(string) string) []templates.Chip {
	var all []templates.Chip
	for _, v := range chosen {
		all = append(all, templates.Chip{Label: prefix + ": " + label(v), Remove: without(path, query, name, v)})
	}
	return all
}

// without is the list's address less one value and back on its first page.
func without(path string, query url.Values, name, value string) string {
	rest := url.Values{}
	for k, values := range query {
		for _, v := range values {
			if k != "cursor" && v != "" && (k != name || v != value) {
				rest.Add(k, v)
			}
		}
	}
	return Address(path, rest)
}

// WithCursor is the list's address on another page.
func WithCursor(path string, query url.Values, cursor string) string {
	next := url.Values{}
	for k, values := range query {
		if k != "cursor" {
			next[k] = values
		}
	}
	if cursor != "" {
		next.Set("cursor", cursor)
	}
	return Address(path, next)
}

// Address is a path with its query, if there is any.
func Address(path string, query url.Values) string {
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
}

// FilterPager leads through a filtered list.
func FilterPager(path string, query url.Values, next string) templates.Pager {
	var p templates.Pager
	if next != "" {
		p.Next = WithCursor(path, query, next)
	}
	if query.Get("cursor") != "" {
		p.First = WithCursor(path, query, "")
	}
	return p
}

// Itself labels a value with itself.
func Itself(v string) string { return v }
