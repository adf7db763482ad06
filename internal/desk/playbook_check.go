package desk

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"transferdesk/internal/answer"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/note"
	"transferdesk/internal/reason"
)

// WrongCard is a fault.Unprocessable that names the fields that cannot be taken.
type WrongCard []reason.Wrong

// Error names the fields, for logs.
func (w WrongCard) Error() string {
	names := make([]string, 0, len(w))
	for _, f := range w {
		names = append(names, f.Field)
	}
	return "wrong: " + strings.Join(names, ", ")
}

// Unwrap gives the kind and the sentence for people.
func (w WrongCard) Unwrap() error {
	return fault.New(fault.Unprocessable, "The card was not saved: some of what was written cannot be taken.")
}

// wrong gives every field that cannot be taken.
func (c CardChange) wrong(clock func() time.Time) WrongCard {
	wrong := WrongCard(c.Writing.Check(c.Kind))
	if len(wrong) == 0 {
		cards := reason.Builtin().With([]reason.Edit{{Kind: c.Kind, Code: c.Code, Writing: c.Writing}})
		wrong = answer.CheckCard(cards, c.Kind, c.Code, clock())
	}
	return append(wrong, c.wrongNote()...)
}

// wrongNote is what is wrong with the note.
func (c CardChange) wrongNote() []reason.Wrong {
	why := strings.TrimSpace(c.Note)
	if note.IsEmpty(why) || utf8.RuneCountInString(why) > MaxPlaybookNote || !utf8.ValidString(why) {
		return []reason.Wrong{{Field: "note", Text: fmt.Sprintf("Say why, in 1 to %d characters: the next lead will want to know.", MaxPlaybookNote)}}
	}
	return nil
}

// checkCode refuses a code that can have no card, with fault.NotFound.
func checkCode(code string) error {
	switch {
	case reason.CanHaveCard(code):
		return nil
	case code == reason.LockedCode || reason.IsLocked(code):
		return fault.New(fault.NotFound, "This is handled by compliance. It has no card that can be read or written here.")
	}
	return fault.New(fault.NotFound, "This code can have no card: codes have 1 to 100 characters, all of which can be seen.")
}

// playbookEntry is the audit row of an act. The code is one of Wise's, never a
// customer's.
func playbookEntry(act auth.Act, requestID string, change CardChange) audit.Entry {
	return audit.Entry{Act: act, SubjectKind: "reason", SubjectID: string(change.Kind) + " " + auditCode(change.Code), RequestID: requestID}
}

// auditCode is a code as the audit log has it: nothing that is locked, nothing long.
func auditCode(code string) string {
	if code == reason.LockedCode || reason.IsLocked(code) {
		return reason.LockedCode
	}
	return reason.Visible(code)
}
