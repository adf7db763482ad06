package activity

import (
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/fault"
	"transferdesk/web/front"
)

// Path is the page of a thing. Wise's ids of some kinds are texts, so they
// are escaped.
func Path(key activity.Key) string {
	return "/activity/" + string(key.Kind) + "/" + url.PathEscape(key.ID)
}

// ListPath is the list of a customer's things of one kind.
func ListPath(profile int64, kind activity.Kind) string {
	return "/customers/" + front.IDText(profile) + "/activity?kind=" + string(kind)
}

// keyOf reads which thing a path names. An id is any text.
func keyOf(c echo.Context) (activity.Key, error) {
	id, err := front.PathText(c, "id")
	if err != nil {
		return activity.Key{}, err
	}
	word, known := wordOfKind(activity.Kind(c.Param("kind")))
	if !known || id == "" {
		return activity.Key{}, fault.New(fault.NotFound, "There is no such kind of thing.")
	}
	return activity.Key{Kind: word.Kind, ID: id}, nil
}

// kindAsked reads the kind that a list is asked for; the first of those there are
// where none is named.
func kindAsked(c echo.Context, there []activity.Kind) (activity.Kind, error) {
	asked := activity.Kind(c.QueryParam("kind"))
	if asked == "" && len(there) > 0 {
		return there[0], nil
	}
	if _, known := wordOfKind(asked); asked != "" && !known {
		return "", fault.New(fault.Invalid, "There is no such kind of thing.")
	}
	return asked, nil
}

// kindsThere are the kinds of which something was told, in the order of the page.
func kindsThere(counts map[activity.Kind]int64) []activity.Kind {
	var kinds []activity.Kind
	for _, w := range KindWords() {
		if counts[w.Kind] > 0 {
			kinds = append(kinds, w.Kind)
		}
	}
	return slices.Clip(kinds)
}
