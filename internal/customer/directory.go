package customer

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DirectoryEntry is what our own directory says of a customer: one line of an
// import. There is one entry for each pair of reference and profile.
type DirectoryEntry struct {
	Reference string // our own customer number; never empty
	Name      string // may be empty
	Email     string // as written; may be empty
	Profile   int64  // Wise's profile id; 0: blank
	User      int64  // Wise's user id; 0: blank
}

// The longest fields of an entry, in characters. An e-mail address has at most
// 254 (RFC 5321).
const (
	MaxReference = 100
	MaxName      = 200
	MaxEmail     = 254
)

// WrongField is a field of an entry that cannot be taken, and why, for people.
type WrongField struct {
	Field  string // reference, name, email, profile_id or user_id
	Reason string
}

// ParseEntry reads the five fields of a line; its error is the reason for people,
// of the first field that is wrong.
func ParseEntry(reference, name, email, profile, user string) (DirectoryEntry, error) {
	e, wrong := ReadEntry(reference, name, email, profile, user)
	if len(wrong) > 0 {
		return e, errors.New(wrong[0].Reason)
	}
	return e, nil
}

// ReadEntry reads the five fields of an entry and tells of every one that cannot be
// taken, whoever sends them. White space around a field does not count, and a line
// break within is a space.
func ReadEntry(reference, name, email, profile, user string) (DirectoryEntry, []WrongField) {
	e := DirectoryEntry{Reference: oneLine(reference), Name: oneLine(name), Email: oneLine(email)}
	var wrong []WrongField
	note := func(field, reason string) {
		if reason != "" {
			wrong = append(wrong, WrongField{field, reason})
		}
	}
	if e.Reference == "" {
		note("reference", "no reference")
	}
	note("reference", badText("reference", e.Reference, MaxReference))
	note("name", badText("name", e.Name, MaxName))
	note("email", badText("e-mail", e.Email, MaxEmail))
	if e.Email != "" && !likeEmail(e.Email) {
		note("email", "the e-mail is not like name@example.com")
	}
	var reason string
	e.Profile, reason = readBlankID("profile_id", profile)
	note("profile_id", reason)
	e.User, reason = readBlankID("user_id", user)
	note("user_id", reason)
	return e, wrong
}

// badText says what is wrong with a text; empty: nothing.
func badText(called, text string, most int) string {
	switch {
	case !utf8.ValidString(text):
		return "not UTF-8 text"
	case utf8.RuneCountInString(text) > most:
		return fmt.Sprintf("the %s is too long: at most %d characters", called, most)
	case strings.ContainsFunc(text, unicode.IsControl):
		return "a control character"
	}
	return ""
}

// oneLine folds all white space to single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// readBlankID reads one of Wise's ids; blank is 0. No sign, no leading zero, no
// fraction: a spreadsheet that wrote 1.6E+07 has lost digits.
func readBlankID(column, text string) (id int64, wrong string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, ""
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id <= 0 || text[0] < '1' || text[0] > '9' {
		return 0, "bad id in " + column + ": digits only, like 16055450, or blank"
	}
	return id, ""
}

// likeEmail is no more than a guard against columns that have slipped.
func likeEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	return at > 0 && at < len(text)-1 && !strings.ContainsFunc(text, unicode.IsSpace)
}
