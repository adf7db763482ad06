package desk

import (
	"context"
	"strconv"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/work"
	"transferdesk/store"
)

// Assign gives a transfer to a person, or to nobody where the id is 0. Its errors are
// those of workOn, and fault.Unprocessable for a transfer that is resolved and for a
// person who is none or has left.
func (d *Desk) Assign(ctx context.Context, actor auth.Actor, requestID string, on WorkOn, person int64) (store.Work, error) {
	return d.workOn(ctx, actor, requestID, on, workWish{
		act:    auth.AssignTransfer,
		detail: assignDetail(person),
		isMet:  func(held store.Work) bool { return held.Assignee == person },
		change: func(r *store.Reader, held *store.Work) (store.WorkAct, error) {
			done := store.WorkAct{Kind: work.Assigned, From: personValue(held.Assignee), To: personValue(person)}
			if person == 0 {
				done.Kind = work.Unassigned
			}
			if !held.Open() {
				return done, errResolved
			}
			held.Assignee = person
			return done, mayHave(r, person)
		},
	})
}

// mayHave says whether a transfer may be given to a person.
func mayHave(r *store.Reader, person int64) error {
	if person == 0 {
		return nil
	}
	p, err := r.Person(person)
	if fault.KindOf(err) == fault.NotFound {
		return fault.Wrap(fault.Unprocessable, "There is no such person, so the transfer stays with whoever has it.", err)
	}
	if err == nil && p.Disabled() {
		return fault.New(fault.Unprocessable, p.Name+" has left, so nothing can be assigned to them. The transfer stays with whoever has it.")
	}
	return err
}

// personValue is a person as an act keeps one; empty for nobody.
func personValue(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

func assignDetail(person int64) string {
	if person == 0 {
		return "to nobody"
	}
	return "to person " + personValue(person)
}
