package wise

import (
	"slices"
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/internal/money"
)

// readCardTransaction reads cards#transaction-state-change: a payment, a withdrawal
// or a refund by card. Version 2.0.0 says by is_debit which way the money goes, the
// later ones by the sign, so that the amount without its sign is what they share.
func readCardTransaction(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.CardTransaction, ID: strconv.FormatInt(f.id("transaction_id"), 10)}
	e.Profile = f.id("resource.profile_id")
	e.State = f.code("transaction_state", "IN_PROGRESS", "COMPLETED", "DECLINED", "CANCELLED", "UNKNOWN")
	d := activity.TransactionDetail{
		Token:      f.nameIfAny("resource.card_token"),
		LastDigits: f.textIfAny("resource.card_last_digits"),
		Type:       f.textIfAny("transaction_type"),
		Step:       f.textIfAny("transaction_step_type"),
		Decline:    f.textIfAny("decline_reason"),
		Detailed:   f.textIfAny("detailed_decline_reason"),
		Debit:      f.truthIfAny("is_debit"),
		Confirmed:  f.truthIfAny("is_amount_confirmed"),
		Method:     f.textIfAny("authorisation_method"),
		PIN:        f.textIfAny("pin_validation_result"),
		Approval:   f.textIfAny("approval_code"),
		Relay:      f.textIfAny("relay_authorisation_data.response_code"),
		Reference:  f.textIfAny("balance_channel_reference_id"),
		ARN:        f.textIfAny("arn"),
		CreatedAt:  f.timeIfAny("creation_time"),
		Merchant:   f.merchant("merchant"),
	}
	d.Reasons = said(d.Decline, d.Detailed)
	f.cardMoney(&d)
	e.Detail.Transaction = &d
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), d.Type, d.Step, d.Decline, plainAmount(unsigned(d.Amount)))
	f.handle(HandlePayment, e.ID)
	f.handle(HandleReference, d.Reference)
	f.handle(HandleReference, d.ARN)
}

// cardMoney reads what was asked for, what it cost, and the balances that it moved.
func (f *fields) cardMoney(d *activity.TransactionDetail) {
	d.Amount = f.moneyIfAny("transaction_amount")
	d.WithFees = f.moneyIfAny("transaction_amount_with_fees")
	d.Billing = f.moneyIfAny("billing_amount")
	f.each("fees", func(item string) {
		d.Fees = append(d.Fees, activity.Fee{Type: f.textIfAny(item + ".fee_type"), Amount: f.amount(item+".amount", item+".currency")})
	})
	f.each("debits", func(item string) { d.Debits = append(d.Debits, f.leg(item, ".debited_amount")) })
	f.each("credits", func(item string) { d.Credits = append(d.Credits, f.leg(item, ".credited_amount")) })
	if !f.at("credit").missing() { // version 2.0.0 knows of one
		d.Credits = append(d.Credits, f.leg("credit", ".credited_amount"))
	}
}

// leg reads what was moved on one balance.
func (f *fields) leg(item, amount string) activity.Leg {
	if f.at(item).kind != object {
		f.refuse(whyFieldType, item)
		return activity.Leg{}
	}
	leg := activity.Leg{
		Amount: f.moneyIfAny(item + amount),
		For:    f.moneyIfAny(item + ".for_amount"),
		Rate:   f.numberIfAny(item + ".rate"),
		Fee:    f.moneyIfAny(item + ".fee"),
	}
	if balance := f.idIfAny(item + ".balance_id"); balance != 0 {
		leg.Balance = strconv.FormatInt(balance, 10)
	}
	return leg
}

// merchant reads who was to be paid with a card.
func (f *fields) merchant(path string) activity.Merchant {
	return activity.Merchant{
		Name:     f.textIfAny(path + ".name"),
		City:     f.textIfAny(path + ".location.city"),
		Country:  f.textIfAny(path + ".location.country"),
		Code:     f.textIfAny(path + ".category.code"),
		Category: f.textIfAny(path + ".category.description"),
	}
}

// said gives the words that are there, sorted, each once.
func said(words ...string) []string {
	var all []string
	for _, word := range words {
		if word != "" && !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	slices.Sort(all)
	return all
}

// unsigned is an amount without its sign.
func unsigned(a money.Amount) money.Amount {
	a.Value = a.Value.Abs()
	return a
}
