package reason

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// Kind says which of the two sorts of card a code belongs to.
type Kind string

// The kinds, as the database and the addresses spell them.
const (
	OfFailure Kind = "failure" // transfers#payout-failure
	OfCase    Kind = "case"    // transfers#active-cases
)

// Writing is all that a lead can write on a card. Its JSON is how a version keeps it.
type Writing struct {
	Title        string   `json:"title"`
	Meaning      string   `json:"meaning"`
	MoneyNow     Who      `json:"money_now,omitempty"` // of a failure
	Who          Who      `json:"who"`                 // of a failure: who must change what before paying again; of a case: who acts
	Ask          string   `json:"ask"`
	Fix          string   `json:"fix,omitempty"`   // of a failure
	Retry        Retry    `json:"retry,omitempty"` // of a failure
	Openness     Openness `json:"openness"`        // never Locked
	CustomerWhy  string   `json:"customer_why,omitempty"`
	CustomerNext string   `json:"customer_next,omitempty"`
	CustomerText string   `json:"customer_text,omitempty"` // of a case
	DeskNote     string   `json:"desk_note,omitempty"`
}

// Edit is the newest version of one code's card.
type Edit struct {
	Kind       Kind
	Code       string // as Wise spells it; of a case in any case
	Builtin    bool   // back to what the product comes with
	Unreadable bool   // what was written cannot be read; nothing of the card may go out then
	Writing    Writing
	Edited
}

// Edited says who made a version of a card, when and why.
type Edited struct {
	Version int64 // of this code, from 1
	By      string
	At      time.Time // UTC
	Note    string
}

// Writing is what stands on the card.
func (c Card) Writing() Writing {
	return Writing{Title: c.Title, Meaning: c.Meaning, MoneyNow: c.MoneyNow, Who: c.NewPayment, Ask: c.Ask, Fix: c.Fix, Retry: c.Retry,
		Openness: c.Openness, CustomerWhy: c.CustomerWhy, CustomerNext: c.CustomerNext, DeskNote: c.DeskNote}
}

// Writing is what stands on the card.
func (c CaseCard) Writing() Writing {
	return Writing{Title: c.Title, Meaning: c.Meaning, Who: c.Who, Ask: c.Ask, Openness: c.Openness, CustomerText: c.CustomerText, DeskNote: c.DeskNote}
}

// written puts what a lead wrote on the card.
func (c Card) written(w Writing) Card {
	c.Title, c.Meaning, c.MoneyNow, c.NewPayment, c.Ask, c.Fix = w.Title, w.Meaning, w.MoneyNow, w.Who, w.Ask, w.Fix
	c.Retry, c.Openness, c.CustomerWhy, c.CustomerNext, c.DeskNote = w.Retry, w.Openness, w.CustomerWhy, w.CustomerNext, w.DeskNote
	return c
}

// written puts what a lead wrote on the card.
func (c CaseCard) written(w Writing) CaseCard {
	c.Title, c.Meaning, c.Who, c.Ask = w.Title, w.Meaning, w.Who, w.Ask
	c.Openness, c.CustomerText, c.DeskNote = w.Openness, w.CustomerText, w.DeskNote
	return c
}

// For is the writing without the fields that a card of this kind has not.
func (w Writing) For(kind Kind) Writing {
	if kind == OfCase {
		w.MoneyNow, w.Fix, w.Retry, w.CustomerWhy, w.CustomerNext = "", "", "", "", ""
		return w
	}
	w.CustomerText = ""
	return w
}

// Encode is the writing as a version keeps it.
func (w Writing) Encode() (string, error) {
	data, err := json.Marshal(w)
	if err != nil {
		return "", fmt.Errorf("writing a card down: %w", err)
	}
	return string(data), nil
}

// DecodeWriting reads what a version keeps. A word that we don't know in a place
// of which something depends is an error.
func DecodeWriting(kind Kind, text string) (Writing, error) {
	var w Writing
	if err := json.Unmarshal([]byte(text), &w); err != nil {
		return Writing{}, fmt.Errorf("reading a card: %w", err)
	}
	if wrong := w.wrongChoices(kind); len(wrong) > 0 || w.Title == "" {
		return Writing{}, fmt.Errorf("reading a card: %v cannot be understood", wrong)
	}
	return w, nil
}

// MovesMoney are the parties of whom a lead can say that they move the money while
// no return is reported: those for whom the answer has words.
func MovesMoney() []Who { return []Who{Wise, Us, Recipient} }

// Acts are the parties of whom a card can ask something.
func Acts(kind Kind) []Who {
	if kind == OfCase {
		return []Who{Sender, Us, Wise, Recipient}
	}
	return []Who{Sender, Recipient, Us, Wise, Nobody}
}

// Retries are the answers to "may the customer pay again?".
func Retries() []Retry { return []Retry{RetryAfterFix, RetryYes, RetryNo, RetryNotKnown} }

// Opennesses are those that a lead can give; Locked is built in.
func Opennesses() []Openness { return []Openness{Tell, Softly, Internal} }

// wrongChoices names the fields whose value is none of the choices.
func (w Writing) wrongChoices(kind Kind) (fields []string) {
	if !slices.Contains(Acts(kind), w.Who) {
		fields = append(fields, "who")
	}
	if !slices.Contains(Opennesses(), w.Openness) {
		fields = append(fields, "openness")
	}
	if kind == OfCase {
		return fields
	}
	if !slices.Contains(MovesMoney(), w.MoneyNow) {
		fields = append(fields, "money_now")
	}
	if !slices.Contains(Retries(), w.Retry) {
		fields = append(fields, "retry")
	}
	return fields
}
