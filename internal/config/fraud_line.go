package config

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FraudLine is whom an agent calls when a caller says that it was not them, or that
// somebody made them pay. It stands behind one button on every page.
type FraudLine struct {
	FraudLine     string `name:"fraud-line" placeholder:"NUMBER" help:"The number or extension of your fraud line, such as +44 20 7946 0000 or 'extension 4242'. It stands behind one button on every page, for the desk only."`
	FraudLineText string `name:"fraud-line-text" placeholder:"TEXT" help:"What your people should do or say on the way to the fraud line, in one or two sentences."`
}

// How long the two may be, in characters: a number that is read at a glance, and a
// text of about three sentences.
const (
	mostFraudLine     = 60
	mostFraudLineText = 400
)

// check says what is wrong with the two, naming the flag.
func (f FraudLine) check() error {
	if err := oneVisibleLine(f.FraudLine, mostFraudLine); err != nil {
		return fmt.Errorf("--fraud-line: %w", err)
	}
	if err := oneVisibleLine(f.FraudLineText, mostFraudLineText); err != nil {
		return fmt.Errorf("--fraud-line-text: %w", err)
	}
	if f.FraudLine == "" && f.FraudLineText != "" {
		return fmt.Errorf("--fraud-line-text: it stands beside the number, and --fraud-line is not set")
	}
	return nil
}

// oneVisibleLine says what is wrong with a text that people are shown; an empty one
// is none at all.
func oneVisibleLine(text string, most int) error {
	switch {
	case !utf8.ValidString(text):
		return fmt.Errorf("it is not UTF-8")
	case utf8.RuneCountInString(text) > most:
		return fmt.Errorf("it may have at most %d characters", most)
	case text != strings.TrimSpace(text):
		return fmt.Errorf("it begins or ends with a space")
	case strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("it has a character that cannot be seen")
	}
	return nil
}
