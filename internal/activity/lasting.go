package activity

// A later event speaks for the thing as it is now; what does not change in the
// life of a thing is kept although the later event does not repeat it. Below
// stands for every detail what lasts. What is not named here is the last event's
// alone: a decline reason, what a review still asks for, who changed a card.

func (d *BatchDetail) keep(old BatchDetail) { or(&d.Group, old.Group) }

func (d *CardDetail) keep(old CardDetail) {
	or(&d.Token, old.Token)
	or(&d.LastDigits, old.LastDigits)
	or(&d.Program, old.Program)
	or(&d.Vendor, old.Vendor)
	or(&d.Kiosk, old.Kiosk)
	or(&d.Wallet, old.Wallet)
}

func (d *TransactionDetail) keep(old TransactionDetail) {
	or(&d.Token, old.Token)
	or(&d.LastDigits, old.LastDigits)
	or(&d.Type, old.Type)
	or(&d.Debit, old.Debit)
	or(&d.Method, old.Method)
	or(&d.Approval, old.Approval)
	or(&d.Reference, old.Reference)
	or(&d.ARN, old.ARN)
	or(&d.CreatedAt, old.CreatedAt)
	d.Merchant.keep(old.Merchant)
	d.Reasons = union(d.Reasons, old.Reasons)
}

func (m *Merchant) keep(old Merchant) {
	or(&m.Name, old.Name)
	or(&m.City, old.City)
	or(&m.Country, old.Country)
	or(&m.Code, old.Code)
	or(&m.Category, old.Category)
	or(&m.Site, old.Site)
}

func (d *CDDDetail) keep(old CDDDetail) {
	or(&d.SourceOfIncome, old.SourceOfIncome)
	or(&d.SourceOfFunding, old.SourceOfFunding)
}

func (d *OrderDetail) keep(old OrderDetail) {
	or(&d.Currency, old.Currency)
	or(&d.CreatedAt, old.CreatedAt)
}

func (d *PaymentDetail) keep(old PaymentDetail) {
	or(&d.Type, old.Type)
	or(&d.Details, old.Details)
	or(&d.Target, old.Target)
	orAmount(&d.Amount, old.Amount)
	d.Sender.keep(old.Sender)
}

func (p *Party) keep(old Party) {
	or(&p.Name, old.Name)
	or(&p.Account, old.Account)
	or(&p.Address, old.Address)
	or(&p.Bank, old.Bank)
}

func (d *DisputeDetail) keep(old DisputeDetail) {
	or(&d.Transaction, old.Transaction)
	or(&d.Reason, old.Reason)
	or(&d.CreatedAt, old.CreatedAt)
}

func (d *HoldLimitDetail) keep(old HoldLimitDetail) { or(&d.CreatedAt, old.CreatedAt) }

func (d *ReviewDetail) keep(old ReviewDetail) {
	or(&d.CreatedAt, old.CreatedAt)
	orList(&d.Triggers, old.Triggers)
}

func (d *RecipientDetail) keep(old RecipientDetail) { or(&d.Currency, old.Currency) }

func (d *SettlementDetail) keep(old SettlementDetail) {
	or(&d.Target, old.Target)
	orAmount(&d.Source, old.Source)
	orAmount(&d.Received, old.Received)
}

func (d *CaseDetail) keep(old CaseDetail) {
	or(&d.External, old.External)
	or(&d.RefType, old.RefType)
	or(&d.RefID, old.RefID)
	or(&d.CreatedAt, old.CreatedAt)
	d.Types = union(d.Types, old.Types)
	d.Messages = messages(d.Messages, old.Messages)
}

func (d *SwiftDetail) keep(old SwiftDetail) {
	for _, both := range []struct {
		now  *string
		then string
	}{
		{&d.Action, old.Action}, {&d.Message, old.Message}, {&d.Resource, old.Resource}, {&d.UETR, old.UETR},
		{&d.Reference, old.Reference}, {&d.Rate, old.Rate}, {&d.Charges, old.Charges}, {&d.Type, old.Type},
	} {
		or(both.now, both.then)
	}
	or(&d.Account, old.Account)
	or(&d.At, old.At)
	orAmount(&d.Instructed, old.Instructed)
	orAmount(&d.Settled, old.Settled)
	orList(&d.WiseFees, old.WiseFees)
	orList(&d.Correspondent, old.Correspondent)
	orList(&d.Agents, old.Agents)
	d.Sender.keep(old.Sender)
	d.Recipient.keep(old.Recipient)
}

func (d *MessageDetail) keep(old MessageDetail) {
	or(&d.Type, old.Type)
	or(&d.Content, old.Content)
	or(&d.Encoding, old.Encoding)
	or(&d.Account, old.Account)
}
