package web

import (
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// queueCheck is what finds the rows of a list where no clock of the transfer's own
// could: they come and go by what happens to others, or by what Wise's API said.
type queueCheck string

// The checks.
const (
	checkSeen    queueCheck = "seen"    // open problems with a flag of what was seen before, of another transfer
	checkOverdue queueCheck = "overdue" // transfers of which the row sent_overdue speaks

	checkFollowUp queueCheck = "followup" // what people wanted to look at again by today
)

// readCheck reads one page of what a check finds.
func (s *Server) readCheck(r *store.Reader, v *queueView, check queueCheck, cursor string) error {
	switch check {
	case checkOverdue:
		return s.readOverdue(r, v, cursor)
	case checkFollowUp:
		return v.readFollowUps(r, cursor)
	}
	found, err := r.SeenBefore(v.patience.Now, v.scope, cursor, front.RowsPerPage)
	if err != nil {
		return err
	}
	v.seen, v.rows.Next = map[int64]store.SeenBefore{}, found.Next
	for _, one := range found.Rows {
		v.seen[one.Transfer] = one
		if err := v.addRow(r, one.Transfer); err != nil {
			return err
		}
	}
	return nil
}

// readOverdue reads one page of the payouts whose estimate has passed, the longest first.
func (s *Server) readOverdue(r *store.Reader, v *queueView, cursor string) error {
	all, err := s.due.overdue.readIn(r, v.patience.Now, v.scope)
	if err != nil {
		return err
	}
	var page []store.PassedEstimate
	if page, v.rows.Next, err = store.PageOfEstimates(all, cursor, front.RowsPerPage); err != nil {
		return err
	}
	for _, one := range page {
		if err := v.addRow(r, one.Transfer); err != nil {
			return err
		}
	}
	return nil
}

func (v *queueView) addRow(r *store.Reader, id int64) error {
	f, err := r.Transfer(id)
	if err != nil {
		return err
	}
	v.rows.Rows = append(v.rows.Rows, f)
	return nil
}

// sayFound says why a transfer stands in the list of a check.
func sayFound(row *templates.TransferRow, check queueCheck, v queueView, id int64, face front.Face) {
	switch check {
	case checkFollowUp:
		row.Due = append(row.Due, followUpWords(v.followUps[id], v.today))
		return
	case checkOverdue:
		at := v.beside.estimates[id].Value.At
		row.Due = append(row.Due, "Wise's estimate was "+face.Text(at)+".")
		row.Since, row.Asked = face.At(at), false
		return
	}
	one := v.seen[id]
	if at := one.Recipient; !at.IsZero() {
		row.Due = append(row.Due, "Another payment to this recipient account failed or came back before, last on "+when.Date(at, face.Now, face.Zone)+".")
	}
	if at := one.Customer; !at.IsZero() {
		row.Due = append(row.Due, "The same customer has had the same code before, last on "+when.Date(at, face.Now, face.Zone)+".")
	}
}
