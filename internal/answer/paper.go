package answer

import (
	"strings"

	"transferdesk/internal/transfer"
)

// Paper says whether a paper about the payout can be had.
type Paper struct {
	Why      string // why not; empty: it can
	Note     string // what to know before it is used; may be empty
	Combined bool   // of a receipt: the US combined one
}

// Holder is whose profile a transfer is of, as far as Wise's API has told.
type Holder struct {
	Country string // ISO 3166 alpha-2; empty: not known
	Type    string // PERSONAL or BUSINESS; empty: not known
}

// inUS says whether Wise demands the combined receipt: of personal customers in
// the US, when the payment is announced and again once it is paid out.
func (h Holder) inUS() bool { return h.Country == "US" && h.Type == "PERSONAL" }

// known says whether it is known if inUS holds.
func (h Holder) known() bool { return h.Country != "" && (h.Country != "US" || h.Type != "") }

// ReceiptOf says whether Wise makes a receipt of a transfer now, and which.
func ReceiptOf(f transfer.Facts, h Holder) Paper {
	if why := notPaidOut(f); why != "" {
		return earlyReceipt(f, h, why)
	}
	p := Paper{Combined: h.inUS()}
	switch {
	case p.Combined:
		p.Note = "The US combined receipt, which Wise requires for personal customers in the US."
	case !h.known():
		p.Note = "Wise’s usual receipt, unless Wise says on the way that this is a personal customer in the US, who must get the combined one: where the customer lives is not known yet."
	}
	if _, failed := f.CurrentFailure(); failed {
		p.Note = strings.TrimSpace(p.Note + " Wise has reported that this payout failed; the receipt may not say so.")
	}
	return p
}

// earlyReceipt is the receipt of what does not stand as paid out: the combined one
// alone, when the payment is announced. Between that and the payout Wise documents none.
func earlyReceipt(f transfer.Facts, h Holder, why string) Paper {
	announced := f.State() == transfer.IncomingPaymentInitiated
	switch {
	case !onItsWay(f) && f.ToBePaidOut() && !f.EverSent():
		return Paper{Why: why + " Wise makes a receipt once it is."}
	case !onItsWay(f):
		return Paper{Why: why + " Wise makes a receipt only of what stands as paid out."}
	case announced && h.inUS():
		return Paper{Combined: true, Note: "The US combined receipt: Wise requires it for personal customers in the US when the payment is announced, and again once it is paid out. It does not say that the money was paid out."}
	case h.inUS():
		return Paper{Combined: true, Why: why + " Wise makes the US combined receipt when the payment is announced, and again once it is paid out."}
	case announced && !h.known():
		return Paper{Why: why + " Wise makes a receipt once it is; for a personal customer in the US already now, but where this customer lives is not known."}
	}
	return Paper{Why: why + " Wise makes a receipt once it is."}
}

// ProofOf says whether we may make a proof of payout of our own.
func ProofOf(f transfer.Facts) Paper {
	if why := notPaidOut(f); why != "" {
		if f.EverSent() || f.Inbound != nil {
			why += " A proof of payout would mislead."
		}
		return Paper{Why: why}
	}
	if _, failed := f.CurrentFailure(); failed {
		return Paper{Why: "Wise has reported that this payout failed. A proof of payout would mislead."}
	}
	return Paper{}
}

// notPaidOut says why a transfer does not stand as paid out; empty: it does.
func notPaidOut(f transfer.Facts) string {
	_, refunded := f.NewerRefund()
	switch state := f.State(); {
	case f.Inbound != nil:
		return "This is a payment to the customer, so nothing was paid out."
	case refunded:
		return "Wise has reported a refund of it."
	case state == transfer.OutgoingPaymentSent:
		return ""
	case f.BouncedSinceSent():
		return "It was paid out and came back."
	case state == transfer.ChargedBack && f.EverSent():
		return "It was charged back after it had been paid out."
	case f.EverSent():
		return "Wise took the payout back."
	case f.Final():
		return "It was never paid out, as far as Wise has told us."
	case state == transfer.IncomingPaymentWaiting || state == transfer.IncomingPaymentInitiated || state == transfer.Processing || state == transfer.FundsConverted:
		return "It is not paid out yet."
	}
	return "Wise has not told us that it was paid out."
}

// onItsWay says whether the payment is announced, or at Wise before its first payout.
func onItsWay(f transfer.Facts) bool {
	switch f.State() {
	case transfer.IncomingPaymentInitiated, transfer.Processing, transfer.FundsConverted:
		_, refunded := f.NewerRefund()
		return f.Inbound == nil && !f.EverSent() && !refunded
	}
	return false
}

// SWIFTMessage makes an MT message readable for the desk, one field a line, with
// accounts cut to their last four characters. Anything else than such a message is "".
func SWIFTMessage(message string) string { return readable(message) }
