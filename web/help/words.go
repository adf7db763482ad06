package help

import (
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// stateMeanings say what Wise's states mean (seeds: the list of transfer statuses), in
// the order in which they come; the sentences are for the desk.
var stateMeanings = []struct {
	state transfer.State
	means string
}{
	{transfer.IncomingPaymentWaiting, "The transfer was made, and Wise waits for the money to be sent to it."},
	{transfer.IncomingPaymentInitiated, "The payment to Wise has begun; the money has not arrived there yet."},
	{transfer.Processing, "Wise has the money and works on it. After it came back: a refund or a new attempt, and Wise has not said which."},
	{transfer.FundsConverted, "Changed into the recipient’s currency, and not paid out yet."},
	{transfer.OutgoingPaymentSent, "The money has left Wise. It may not have arrived: Wise has no event for that. It can still come back, mostly within 2 to 3 business days, at times after weeks."},
	{transfer.BouncedBack, "The money came back to Wise. It is not refunded, and it may still be delivered."},
	{transfer.Cancelled, "Stopped. If it was never paid for, that is the end. If it was, the refund is to follow."},
	{transfer.FundsRefunded, "Refunded. The amount comes with an event of its own."},
	{transfer.ChargedBack, "The money could not be collected from the payer, or the payer took it back. It can follow any other state."},
	{transfer.Unknown, "Wise needs information before it can finish, and writes an e-mail for it: look in our own mailbox too."},
}

// stageMeanings say what the stages of /bounced mean.
var stageMeanings = map[transfer.Stage]string{
	transfer.StageFailed:    "Wise says that the payout failed, and has reported neither a return nor a refund.",
	transfer.StageReturned:  "The money came back to Wise, and is neither refunded nor paid out again.",
	transfer.StageCancelled: "Cancelled after it came back. The refund is not reported yet.",
	transfer.StageRefunded:  "Refunded. It is over; a new payment is a new transfer.",
}

// accountMeanings say what the states of an account mean.
var accountMeanings = map[customer.UserState]string{
	customer.Active:       "The account can be used.",
	customer.WithdrawOnly: "Money can be taken out and not sent. It ends 90 calendar days after it began, counted in UTC.",
	customer.Deactivated:  "The account cannot be used. Whether that can be appealed is on the customer’s page.",
}

// rightWords are what people do here, in the order in which an agent meets them.
var rightWords = []struct {
	what string
	act  auth.Act
}{
	{"See transfers, customers, users, cases and events, with personal data masked; search", auth.ViewTransfer},
	{"Tell a customer, and note it", auth.TellCustomer},
	{"Assign a transfer, set a day to follow up, resolve it and open it again", auth.AssignTransfer},
	{"Write a note, change and withdraw one’s own", auth.AddNote},
	{"Ask Wise how it has a transfer", auth.AskTransfer},
	{"Fetch Wise’s receipt, and our proof of payout", auth.ViewReceipt},
	{"Open a support case with Wise, and write in it", auth.OpenSupportCase},
	{"Change and withdraw the notes of others", auth.ChangeOthersNote},
	{"See an event as it came, personal data included", auth.RevealRaw},
	{"Apply events again, set them aside, attach them", auth.ApplyAgain},
	{"Link a user to a customer", auth.LinkCustomer},
	{"Cancel a transfer at Wise", auth.CancelTransfer},
	{"Write the playbook", auth.EditPlaybook},
	{"Subscribe to events, and compare with Wise", auth.AddSubscription},
	{"See the system’s health, and give people access", auth.ViewSystem},
}
