package atwise

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// MaxCaseSubject is the longest subject of a case, in characters.
const MaxCaseSubject = 120

// What in a subject looks like personal data. An IBAN is two letters, two digits and
// 11 to 30 more (ISO 13616); a run of digits may be parted by spaces and dashes.
var (
	ibanLike  = regexp.MustCompile(`(?i)\b[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}\b`)
	digitRun  = regexp.MustCompile(`\p{Nd}(?:[ ./()-]{0,2}\p{Nd}){5,}`)
	isoDate   = regexp.MustCompile(`\b20[0-9]{2}-[01][0-9]-[0-3][0-9]\b`)
	anAmount  = regexp.MustCompile(`\b[0-9]{1,9}(?:,[0-9]{3})*\.[0-9]{2,3} ?[A-Z]{3}\b`)
	mailLike  = regexp.MustCompile(`\S@\S`)
	wordsOnly = regexp.MustCompile(`[\pL\pM]+`)
)

// subjectRules is what a subject is held against: Wise wants no personal data in it
// (POST /cases).
type subjectRules struct {
	known   []string                            // ids that may stand in it
	drafted string                              // the subject that was drafted: its words are nobody's name
	names   []string                            // of this customer
	find    func(string) (store.Entries, error) // by name, in the directory
}

// check gives fault.Unprocessable with the reason where a subject may not be sent.
func (rules subjectRules) check(subject string) error {
	n := utf8.RuneCountInString(subject)
	if n == 0 || n > MaxCaseSubject || !utf8.ValidString(subject) || strings.ContainsFunc(subject, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return badSubject(fmt.Sprintf("must be one line of 1 to %d characters that can be seen.", MaxCaseSubject))
	}
	subject = norm.NFKC.String(subject) // digits and letters of other widths are the same to a reader
	if mailLike.MatchString(subject) {
		return badSubject("holds an e-mail address. It may hold no personal data: put that nowhere, or ask Wise where it is to go.")
	}
	if ibanLike.MatchString(subject) {
		return badSubject("holds what looks like an IBAN. It may hold no personal data; the ids of the transfer are enough for Wise.")
	}
	if run := rules.foreignDigits(subject); run != "" {
		return badSubject("holds the number " + run + ", which is no id of this transfer. It may hold no account, card or phone number.")
	}
	return rules.checkNames(subject)
}

// foreignDigits finds a long number that is none of the known ids; "" when there is none.
func (rules subjectRules) foreignDigits(subject string) string {
	subject = anAmount.ReplaceAllString(isoDate.ReplaceAllString(subject, "day"), "amount")
	for _, run := range digitRun.FindAllString(subject, -1) {
		for _, part := range strings.Fields(run) {
			if slices.Contains(rules.known, part) {
				run = strings.Replace(run, part, "", 1)
			}
		}
		if digitRun.MatchString(run) {
			return run
		}
	}
	return ""
}

// checkNames refuses a name of this customer's, and the whole name of anybody in the
// directory.
func (rules subjectRules) checkNames(subject string) error {
	words := ownWords(subject, rules.drafted)
	for _, name := range rules.names {
		for _, part := range customer.NameWords(name) {
			if utf8.RuneCountInString(part) >= 3 && slices.Contains(words, part) {
				return badSubject("holds a name of the customer. It may hold no personal data; the ids are enough for Wise.")
			}
		}
	}
	for i := 0; i+1 < len(words); i++ {
		found, err := rules.find(words[i] + " " + words[i+1])
		if err != nil {
			return err
		}
		for _, entry := range found {
			if name := customer.NameWords(entry.Name); len(name) > 1 && !slices.ContainsFunc(name, func(w string) bool { return !slices.Contains(words, w) }) {
				return badSubject("holds the name of somebody in the directory. It may hold no personal data; the ids are enough for Wise.")
			}
		}
	}
	return nil
}

// ownWords are the words of a subject, folded, without those of the draft.
func ownWords(subject, drafted string) []string {
	given := customer.NameWords(strings.Join(wordsOnly.FindAllString(drafted, -1), " "))
	own := customer.NameWords(strings.Join(wordsOnly.FindAllString(subject, -1), " "))
	return slices.DeleteFunc(own, func(w string) bool { return slices.Contains(given, w) })
}

func badSubject(why string) error { return fault.New(fault.Unprocessable, "The subject "+why) }
