package answer

import (
	"strings"

	"transferdesk/internal/customer"
	"transferdesk/internal/reason"
)

// requestedByCustomer begins the one deactivation reason that is known
// (REQUESTED_BY_CUSTOMER_CS): the customer asked for it.
const requestedByCustomer = "REQUESTED_BY_CUSTOMER"

// askedFor says whether the customer asked for the restriction.
func (a *Account) askedFor() bool { return strings.HasPrefix(a.Reason, requestedByCustomer) }

// appeal says what may be done about the restriction; never with a promise.
func (a *Account) appeal() string {
	if a.askedFor() {
		return "The customer asked for it: offer to reopen, not to appeal. If the customer denies having asked, treat it as a take-over: fraud line."
	}
	switch a.Type {
	case customer.AccountSuspension:
		return "It is a suspension: we can ask Wise to look again. Promise nothing, and say nothing of why."
	case customer.AccountClosure:
		return "It is a closure: it cannot be appealed. If a balance is left, ask Wise how it is paid out."
	case "":
		return "Wise has not said whether it is a suspension or a closure: ask Wise before saying yes or no to an appeal."
	}
	return "Wise gives a type that we don't know (" + reason.Visible(a.Type) + "): ask Wise whether it can be appealed."
}

// why gives the reason. No reason is no hint at one.
func (a *Account) why() string {
	switch {
	case a.askedFor():
		return "Requested by the customer, says Wise."
	case a.Reason == "":
		return "Wise has not given a reason that we may pass on."
	}
	if a.Reason == reason.LockedCode {
		return "The reason is handled by compliance."
	}
	return "Wise gives a reason that we have no words for: “" + reason.Visible(a.Reason) + "”. For the desk only."
}
