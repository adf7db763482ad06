package answer

import (
	"strconv"
	"time"
	"unicode"

	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// add puts a row under the others; a value that is not known makes none.
func (w *activityWords) add(label, value string) {
	if value != "" {
		w.rows = append(w.rows, ActivityRow{Label: label, Value: value})
	}
}

// addCode puts a row with an id or a code of Wise.
func (w *activityWords) addCode(label, code string) {
	if code != "" {
		w.rows = append(w.rows, ActivityRow{Label: label, Value: outside(code), Mono: true})
	}
}

// addAmount puts a row with an amount, if it is known.
func (w *activityWords) addAmount(label string, a money.Amount) { w.add(label, amount(a)) }

// addTime puts a row with a moment, in the reader's zone.
func (w *activityWords) addTime(label string, at time.Time, zone *time.Location) {
	if !at.IsZero() {
		w.add(label, when.Full(at, zone))
	}
}

// addNumber puts a row with an id of Wise; 0 is none.
func (w *activityWords) addNumber(label string, id int64) {
	if id != 0 {
		w.addCode(label, strconv.FormatInt(id, 10))
	}
}

// longest is how much of a text from outside a row shows, in runes.
const longest = 140

// outside makes a text from outside fit for a page: visible, not too long, and
// with nothing in it that is locked.
func outside(text string) string {
	if reason.IsLocked(text) {
		return reason.HandledByCompliance
	}
	var out []rune
	for _, r := range text {
		if len(out) >= longest {
			return string(out) + "…"
		}
		if unicode.IsPrint(r) && !unicode.IsMark(r) && r != unicode.ReplacementChar {
			out = append(out, r)
			continue
		}
		out = append(out, []rune(reason.Visible(string(r)))...)
	}
	return string(out)
}

// brief is outside with at most that many runes, for a place in a sentence. What is
// locked is looked for before anything is cut off.
func brief(text string, most int) string { return clip(outside(text), most) }

// lastFour hides an account's number but for its last four letters or digits.
func lastFour(account string) string {
	var kept []rune
	for _, r := range account {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		return ""
	}
	if len(kept) <= 4 || reason.IsLocked(account) {
		return "••••"
	}
	return "•••• " + string(kept[len(kept)-4:])
}

// titled is a code in words: its row's title, or for a code without a row the
// words that it is made of.
func (s scene) titled(t reason.Table, code string) string {
	if code == "" {
		return ""
	}
	return s.Catalogue.Word(t, code).Title
}
