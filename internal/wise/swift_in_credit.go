package wise

import (
	"strconv"
	"strings"

	"github.com/google/uuid"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// rawSwift is the version of swift-in#credit that carries the message as it came
// and nothing else about the payment.
const rawSwift = "2.0.0"

// readSwiftCredit reads swift-in#credit: money that came by SWIFT and was credited
// to a balance. It is named by its transfer, data.action.id.
func readSwiftCredit(f *fields, e *activity.Event) {
	e.Transfer, e.Profile = f.id("action.id"), f.id("action.profile_id")
	e.Key = activity.Key{Kind: activity.SwiftCredit, ID: strconv.FormatInt(e.Transfer, 10)}
	d := activity.SwiftDetail{
		Action:   f.credited("action.type"),
		Account:  f.id("action.account_id"),
		Resource: f.idText("resource.id"),
	}
	e.Shared = shared(strings.ToLower(d.Action), strconv.FormatInt(d.Account, 10))
	if f.version == rawSwift {
		d.Message = f.text("resource.message")
		f.readMessage(&d)
	} else {
		f.readPayment(&d)
	}
	e.Detail.Swift = &d
	f.handle(HandleUETR, d.UETR)
	f.handle(HandleReference, d.Reference)
}

// readSwiftCreditTransfer reads the same event as one of the transfer.
func readSwiftCreditTransfer(f *fields, e *transfer.Event) {
	e.Kind = transfer.IncomingCredit
	e.Transfer, e.Profile, e.Account = f.id("action.id"), f.id("action.profile_id"), f.id("action.account_id")
	if f.version == rawSwift {
		e.Incoming = &transfer.Incoming{Settled: parseMT(f.textIfAny("resource.message")).settled(), ByMessage: true}
		return
	}
	e.Incoming = &transfer.Incoming{Settled: f.amount("resource.settled_amount.value", "resource.settled_amount.currency")}
}

// credited reads the action's type, which is always credit; in version 2.0.0 Wise
// writes it in capitals. Any other would turn the money round.
func (f *fields) credited(path string) string {
	action := f.text(path)
	switch {
	case action == "credit", f.version == rawSwift && action == "CREDIT", action == "":
	case strings.EqualFold(action, "credit"):
		f.flag(evidence.FlagOddCase)
	default:
		f.refuse(whyDirection, path)
	}
	return action
}

// readPayment reads the payment as the versions from 3.0.0 spell it out.
func (f *fields) readPayment(d *activity.SwiftDetail) {
	d.UETR = f.textIfAny("resource.uetr")
	f.checkUETR(d.UETR)
	d.Reference = f.textIfAny("resource.reference")
	d.Sender, d.Recipient = f.party("resource.sender"), f.party("resource.recipient")
	d.Rate = f.numberIfAny("resource.exchange_rate")
	d.Instructed = f.amountIfAny("resource.instructed_amount.value", "resource.instructed_amount.currency")
	d.Settled = f.amount("resource.settled_amount.value", "resource.settled_amount.currency")
	d.WiseFees, d.Correspondent = f.fees("resource.fee.wise"), f.fees("resource.fee.correspondent")
	f.each("resource.previous_instructing_agents", func(item string) {
		if agent := joined(" ", f.textIfAny(item+".name"), f.textIfAny(item+".bic")); agent != "" {
			d.Agents = append(d.Agents, agent)
		}
	})
	d.Type = f.textIfAny("resource.incoming_transfer_type")
	d.At = f.timeIfAny("resource.transaction_time")
}

// checkUETR flags a UETR that is missing or no UUID: Wise's own example has 38
// characters.
func (f *fields) checkUETR(uetr string) {
	if _, err := uuid.Parse(uetr); err != nil || len(uetr) != 36 {
		f.flag(evidence.FlagOddUETR)
	}
}

// fees reads a list of fees; those of correspondents have no type.
func (f *fields) fees(path string) []activity.Fee {
	var fees []activity.Fee
	f.each(path, func(item string) {
		fees = append(fees, activity.Fee{Type: f.textIfAny(item + ".type"), Amount: f.amount(item+".value", item+".currency")})
	})
	return fees
}
