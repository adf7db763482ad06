package api

import (
	"slices"

	"transferdesk/internal/reason"
)

// Locked says that a case is for compliance alone: a question about a hit on a list,
// by its type, its sub-type, or the type of any message (the table of support cases).
func (c Case) Locked() bool {
	codes := []string{c.Type, c.SubType, c.Status, c.ExternalID}
	for _, m := range c.Messages {
		codes = append(codes, m.Type, m.Author)
	}
	return c.Type == reason.LockedCode || slices.ContainsFunc(codes, reason.IsLocked)
}

// Sealed gives what may be kept of a case: of one for compliance alone only that it
// is, and of any other no message whose words name what is locked.
func (c Case) Sealed() Case {
	if c.Locked() {
		return Case{ID: c.ID, Type: reason.LockedCode}
	}
	c.Messages = slices.Clone(c.Messages)
	for i, m := range c.Messages {
		if reason.IsLocked(m.Text) {
			c.Messages[i].Text = reason.HandledByCompliance
		}
	}
	return c
}
