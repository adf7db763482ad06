package api

import "strings"

// openTags are the fields of an MT103 that tell of banks, amounts and times alone
// (the list of fields of SWIFT's MT103); whatever else it holds is somebody's own: the
// payer (50), the recipient (59), what it is for (70, 72, 77).
var openTags = []string{"13C", "20", "23B", "23E", "26T", "32A", "33B", "36", "51", "52", "53", "54", "55", "56", "57", "71"}

// maskMT103 gives a SWIFT message as it is kept: an account's number with its last
// four characters, names and addresses as initials. What is no such message is not
// kept at all, since nobody can tell what in it is personal.
func maskMT103(message string) string {
	if !strings.Contains(message, ":20:") {
		return ""
	}
	var out []string
	open := true // the headers before the first field, such as {121:…}, hold no person
	for line := range strings.Lines(message) {
		line = strings.TrimRight(line, "\r\n")
		head, rest, isField := cutTag(line)
		if isField {
			open = isOpen(head)
		}
		switch {
		case open || line == "-}" || line == "-":
			out = append(out, line)
		case isField:
			out = append(out, ":"+head+":"+maskLine(rest))
		default:
			out = append(out, maskLine(line))
		}
	}
	return strings.Join(out, "\n")
}

// cutTag takes the tag off the first line of a field: ":59F:/DE89…".
func cutTag(line string) (tag, rest string, found bool) {
	after, found := strings.CutPrefix(line, ":")
	if !found {
		return "", "", false
	}
	tag, rest, found = strings.Cut(after, ":")
	if len(tag) < 2 || len(tag) > 3 {
		return "", "", false
	}
	return tag, rest, found
}

// isOpen says that a field tells of nobody, whatever letter its tag ends with. A bank
// that is written out (option D) can be a person's, and is not.
func isOpen(tag string) bool {
	if strings.HasSuffix(tag, "D") && tag != "13D" {
		return false
	}
	for _, open := range openTags {
		if tag == open || len(open) == 2 && len(tag) == 3 && strings.HasPrefix(tag, open) {
			return true
		}
	}
	return false
}

// maskLine hides one line of somebody's own.
func maskLine(line string) string {
	if number, isAccount := strings.CutPrefix(line, "/"); isAccount {
		return "/" + lastFour(number, "")
	}
	return initials(line)
}
