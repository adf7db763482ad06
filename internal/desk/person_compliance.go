package desk

import (
	"context"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/store"
)

// SetCompliance gives a person the compliance flag, or takes it: at once, also in
// sessions that are open. fault.NotFound when there is no such account; giving it
// twice is no error.
func (d *Desk) SetCompliance(ctx context.Context, actor auth.Actor, requestID, email string, on bool) error {
	entry := audit.Entry{Act: auth.SetCompliance, SubjectKind: "person", RequestID: requestID, Detail: "flag " + onOff(on)}
	return audit.DoNew(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (string, error) {
		person, err := tx.PersonByEmail(auth.FoldEmail(email))
		if err != nil {
			return "", err
		}
		return strconv.FormatInt(person.ID, 10), tx.SetCompliance(person.ID, on)
	})
}

// addedDetail is what the audit log says of a new person.
func addedDetail(person NewPerson) string {
	detail := "role " + string(person.Role)
	if person.Compliance {
		detail += ", with the compliance flag"
	}
	return detail
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}
