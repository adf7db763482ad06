package wise

import (
	"strings"

	"transferdesk/internal/when"
)

// parties are the containers in which nothing is shown: who a payment is from
// and to, and where they live.
var parties = map[string]bool{
	"sender": true, "recipient": true, "merchant": true, "address": true, "location": true,
	"bank_details": true, "bank_code": true, "previous_instructing_agents": true, "messages": true,
	"attributes": true, "versions": true, "triggerdata": true,
}

// structure are the names that only hold others.
var structure = map[string]bool{"data": true, "resource": true, "action": true, "details": true, "fee": true, "fees": true,
	"debits": true, "credits": true, "credit": true, "transaction": true, "overdraft": true, "money_value": true}

// isParty says that a container of this name holds a party's own details.
func isParty(name string) bool { return parties[strings.ToLower(name)] }

// shownTexts are the names whose text is shown when it has the shape of a code,
// a time or an id; lower case.
var shownTexts = map[string]bool{
	"event_type": true, "schema_version": true, "type": true, "state": true, "status": true,
	"sub_status": true, "current_state": true, "previous_state": true, "prevstate": true, "newstate": true,
	"currentstatus": true, "current_status": true, "previousstatus": true, "previous_status": true, "newstatus": true,
	"failure_reason_code": true, "deactivation_type": true, "deactivation_reason": true, "active_cases": true,
	"transaction_type": true, "transaction_step_type": true, "transaction_state": true, "decline_reason": true,
	"channel_name": true, "transfer_reference": true, "settlement_reference": true, "uetr": true,
	"currency": true, "case_type": true, "subtype": true, "card_status": true, "order_status": true,
	"review_outcome": true, "required_evidences": true, "reason": true, "closing_reason": true, "returncode": true,
	"return_code": true, "fee_type": true, "message_type": true, "key": true,
	"modification_time": true, "creation_time": true, "transaction_time": true, "requiredby": true, "purge_time": true,
	"card_token": true, "card_last_digits": true, "last_four_digits": true, "card_program": true, "changed_by": true,
	"delivery_vendor": true, "error_code": true, "wallet_name": true, "payment_token_unique_reference": true,
	"detailed_decline_reason": true, "authorisation_method": true, "pin_validation_result": true, "approval_code": true,
	"response_code": true, "arn": true, "challenge_method": true, "channel": true,
}

// shownNumbers are the names beside ids and amounts whose number is shown; lower case.
var shownNumbers = map[string]bool{
	"value": true, "rate": true, "exchange_rate": true,
	"used": true, "limit": true, "limit_usage_percentage": true, "challenge_expires_after": true,
}

// secretIDs end like ids but stand for a card or an account number.
var secretIDs = map[string]bool{"account_details_id": true, "target_account_id": true, "externalid": true}

// showsText says that a text under this name may be shown.
func showsText(name string) bool {
	lower := strings.ToLower(name)
	switch {
	case secretIDs[lower]:
		return false
	case isIDName(name), shownTexts[lower]:
		return true
	default:
		return strings.HasSuffix(lower, "_at") || strings.HasSuffix(name, "At") || strings.HasSuffix(lower, "_currency")
	}
}

// isKnownName says that a name is one of Wise's: of such a name nobody can be the owner.
func isKnownName(name string) bool {
	return showsText(name) || showsNumber(name) || structure[name] || isParty(name)
}

// showsNumber says that a number under this name may be shown: ids and amounts.
func showsNumber(name string) bool {
	lower := strings.ToLower(name)
	return isIDName(name) || strings.HasSuffix(lower, "amount") ||
		shownNumbers[lower]
}

// showable says that a value under a name is what the name promises: one word of
// code, a time, an id. A sentence, a name or a long number is none.
func showable(name, value string) bool {
	if !showsText(name) {
		return false
	}
	if _, isTime := when.Read(value); isTime {
		return true
	}
	return isWord(value)
}

// isWord recognises the shape of a code, an id or a field's name.
func isWord(s string) bool {
	if s == "" || len(s) > 80 {
		return false
	}
	for _, c := range []byte(s) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case strings.IndexByte("_-.#:+", c) >= 0:
		default:
			return false
		}
	}
	return true
}
