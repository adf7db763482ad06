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

// ParseEntry reads the five fields of a line; its error is the reason for people.
// White space around a field does not count, and a line break within is a space.
func ParseEntry(reference, name, email, profile, user string) (DirectoryEntry, error) {
	e := DirectoryEntry{Reference: oneLine(reference), Name: oneLine(name), Email: oneLine(email)}
	var profileErr, userErr error
	e.Profile, profileErr = parseBlankID("profile_id", profile)
	e.User, userErr = parseBlankID("user_id", user)
	switch {
	case e.Reference == "":
		return e, errors.New("no reference")
	case utf8.RuneCountInString(e.Reference) > MaxReference:
		return e, fmt.Errorf("the reference is too long: at most %d characters", MaxReference)
	case utf8.RuneCountInString(e.Name) > MaxName:
		return e, fmt.Errorf("the name is too long: at most %d characters", MaxName)
	case utf8.RuneCountInString(e.Email) > MaxEmail:
		return e, fmt.Errorf("the e-mail is too long: at most %d characters", MaxEmail)
	case e.Email != "" && !likeEmail(e.Email):
		return e, errors.New("the e-mail is not like name@example.com")
	case strings.ContainsFunc(e.Reference+e.Name+e.Email, unicode.IsControl):
		return e, errors.New("a control character")
	case profileErr != nil:
		return e, profileErr
	}
	return e, userErr
}

// oneLine folds all white space to single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// parseBlankID reads one of Wise's ids; blank is 0. No sign, no leading zero, no
// fraction: a spreadsheet that wrote 1.6E+07 has lost digits.
func parseBlankID(column, text string) (int64, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil || id <= 0 || text[0] < '1' || text[0] > '9' {
		return 0, fmt.Errorf("bad id in %s: digits only, like 16055450, or blank", column)
	}
	return id, nil
}

// likeEmail is no more than a guard against columns that have slipped.
func likeEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	return at > 0 && at < len(text)-1 && !strings.ContainsFunc(text, unicode.IsSpace)
}
