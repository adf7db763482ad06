package inquiry

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// urlStops are characters that no address has as they are.
const urlStops = " \n\t<>\"{}|\\^`“”„«»"

// urlLength says how long the web address is with which a text begins; 0: it does not.
func urlLength(text string) int {
	head := strings.ToLower(text[:min(len(text), 8)])
	if !strings.HasPrefix(head, "https://") && !strings.HasPrefix(head, "http://") && !strings.HasPrefix(head, "www.") {
		return 0
	}
	if end := strings.IndexAny(text, urlStops); end >= 0 {
		return end
	}
	return len(text)
}

// bareAddress is an address without its scheme, or a path: wise.com/user/1234567.
var bareAddress = regexp.MustCompile(`(?i)^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/|/?(?:[a-z_-]{4,}/)+[0-9a-f-]+$)`)

// address reads the ids in a web address: of Wise's pages, of ours, or of a link that
// a mail program has wrapped.
func (r *reader) address(i int) int {
	t := r.tokens[i]
	if !t.url && (!strings.ContainsRune(t.text, '/') || !bareAddress.MatchString(t.text)) {
		return 0
	}
	r.link(t.at, t.text, 2)
	return 1
}

// link reads an address; one inside of it down to a depth.
func (r *reader) link(at int, text string, depth int) {
	if _, rest, found := strings.Cut(text, "://"); found {
		text = rest
	}
	text, fragment, _ := strings.Cut(text, "#")
	path, query, _ := strings.Cut(text, "?")
	r.path(at, path)
	r.path(at, fragment)
	for pair := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if plain, err := url.QueryUnescape(value); err == nil {
			value = plain
		}
		r.parameter(at, strings.ToLower(key), value, depth)
	}
}

// path reads the segments of a path: an id follows the name of what it is the id of.
func (r *reader) path(at int, path string) {
	before, activity := "", false
	for segment := range strings.SplitSeq(path, "/") {
		if plain, err := url.PathUnescape(segment); err == nil {
			segment = plain
		}
		switch {
		case before == "events" && isNumber(segment):
			r.addEvent(at, segment)
		case activity:
			r.addPart(at, segment, true)
			activity = false
		case isNumber(segment):
			r.addPart(at, segment, isResource(before) || len(segment) >= fewestDigits)
		default:
			r.addPart(at, segment, false)
		}
		activity = before == "activity" && isResource(segment)
		before = strings.ToLower(segment)
	}
}

// isResource says whether a segment is a word, as of TRANSFER/49983981.
func isResource(segment string) bool {
	return len(segment) >= 4 && !strings.ContainsFunc(segment, func(c rune) bool { return !unicode.IsLetter(c) && c != '_' && c != '-' })
}

// addPart adds a part of an address: a UUID always, a number or a name where it stands
// in the place of an id.
func (r *reader) addPart(at int, part string, isID bool) {
	switch uuid := uuidForm.FindString(part); {
	case uuid != "":
		r.add(at, Term{Kind: UUID, Text: strings.ToLower(uuid)})
	case wiseReference.MatchString(part) && len(part) <= longestWord:
		r.add(at, Term{Kind: Reference, Text: part})
	case isID && isNumber(part):
		r.addID(at, part, part)
	case isID && part != "" && len(part) <= longestWord:
		r.add(at, Term{Kind: Reference, Text: part})
	}
}

// addEvent adds the number of an event of ours.
func (r *reader) addEvent(at int, digits string) {
	before := len(r.found)
	r.addID(at, digits, digits)
	if len(r.found) > before {
		r.found[before].Kind = Event
	}
}

// parameter reads one parameter: one that is named after an id, or an address in an
// address.
func (r *reader) parameter(at int, key, value string, depth int) {
	switch {
	case strings.HasPrefix(key, "utm"):
	case depth > 0 && urlLength(value) > 0:
		r.link(at, value, depth-1)
	case strings.HasSuffix(key, "id") || key == "q" || strings.HasPrefix(key, "ref") || key == "transfer" || key == "resource":
		r.addPart(at, value, isNumber(value) && len(value) >= fewestDigits)
	}
}
