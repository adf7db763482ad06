package activity

// Two versions of one event say the same, but not all of it: what the newer one
// leaves out is taken from the older. Below stands what that is beside all that
// lasts anyway.

func (d *BatchDetail) complete(older BatchDetail) {
	d.keep(older)
	or(&d.ReturnCode, older.ReturnCode)
}

func (d *CardDetail) complete(older CardDetail) {
	d.keep(older)
	or(&d.ChangedBy, older.ChangedBy)
	or(&d.ErrorCode, older.ErrorCode)
	or(&d.Description, older.Description)
	or(&d.Method, older.Method)
	or(&d.Minutes, older.Minutes)
	or(&d.Channel, older.Channel)
	orAmount(&d.Amount, older.Amount)
	d.Merchant.keep(older.Merchant)
}

func (d *TransactionDetail) complete(older TransactionDetail) {
	d.keep(older)
	or(&d.Step, older.Step)
	or(&d.Decline, older.Decline)
	or(&d.Detailed, older.Detailed)
	or(&d.PIN, older.PIN)
	or(&d.Relay, older.Relay)
	or(&d.Confirmed, older.Confirmed)
	orAmount(&d.Amount, older.Amount)
	orAmount(&d.WithFees, older.WithFees)
	orAmount(&d.Billing, older.Billing)
	orList(&d.Fees, older.Fees)
	orList(&d.Debits, older.Debits)
	orList(&d.Credits, older.Credits)
}

func (d *CDDDetail) complete(older CDDDetail) {
	d.keep(older)
	or(&d.Outcome, older.Outcome)
	orList(&d.Required, older.Required)
}

func (d *OrderDetail) complete(older OrderDetail) {
	d.keep(older)
	orList(&d.Requirements, older.Requirements)
}

func (d *DisputeDetail) complete(older DisputeDetail) {
	d.keep(older)
	or(&d.Status, older.Status)
	or(&d.SubStatus, older.SubStatus)
	or(&d.Message, older.Message)
}

func (d *HoldLimitDetail) complete(older HoldLimitDetail) {
	d.keep(older)
	or(&d.ClosingReason, older.ClosingReason)
	orAmount(&d.Amount, older.Amount)
}

func (d *ReviewDetail) complete(older ReviewDetail) {
	d.keep(older)
	or(&d.RequiredBy, older.RequiredBy)
	orList(&d.Requirements, older.Requirements)
}

func (d *OverdraftDetail) complete(older OverdraftDetail) {
	orAmount(&d.Used, older.Used)
	orAmount(&d.Limit, older.Limit)
	or(&d.Percent, older.Percent)
}

func (d *ProfileDetail) complete(older ProfileDetail) { or(&d.ByCustomer, older.ByCustomer) }

func (d *CaseDetail) complete(older CaseDetail) {
	d.keep(older)
	orList(&d.Changes, older.Changes)
}
