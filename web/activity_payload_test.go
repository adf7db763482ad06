package web

import (
	"fmt"
	"time"
)

// The payloads of what happens beside transfers, all of testProfile.

const (
	testCard    = "35050a4a-9521-426e-8109-1396e3687a3e"
	testUETR    = "f875814b-7d44-4d1b-a499-123456789abc"
	testCase    = 136
	testDispute = "39f893e3-4b0c-4850-9c5c-8cb8f4798a43"
	testReview  = "0b0c3d4e-1111-4222-8333-944455566677"
)

func verification(state, at string) string {
	return sealed("profiles#verification-state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"profile","id":%d},"current_state":%q,"occurred_at":%q}`, testProfile, state, at), at)
}

func cddCheck(state, outcome, at string) string {
	return sealed("profiles#cdd-check-state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"profile","id":%d},"current_state":%q,"review_outcome":%q,"required_evidences":["SOURCE_OF_INCOME"],"source_of_income":"INVESTMENTS","occurred_at":%q}`,
		testProfile, state, outcome, at), at)
}

func kycReview(state, requiredBy, at string) string {
	return sealed("kyc-reviews#state-change", "5.0.0", fmt.Sprintf(
		`{"resource":{"id":%q,"state":%q,"prevState":"","profileId":%d,"requiredBy":%q,"createdAt":%q,"updatedAt":%q,"triggerReferences":[{"type":"TRANSFER","triggerData":{}}],"requirements":[[{"key":"SOURCE_OF_WEALTH","state":"NOT_PROVIDED","apiCollectionSupported":true,"versions":[]},{"key":"ID_DOCUMENT","state":"VERIFIED","apiCollectionSupported":true,"versions":[]}]],"requirementChanges":[]}}`,
		testReview, state, testProfile, requiredBy, at, at), at)
}

func swiftCredit(id int64, uetr, sender, at string) string {
	return sealed("swift-in#credit", "4.0.0", fmt.Sprintf(
		`{"action":{"type":"credit","id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"55555","uetr":%q,"reference":"/RFB/BET072","recipient":{"name":"JOHN SMITH","address":"EVERGREEN AVE, 6","account":"BE1234567891234"},"sender":{"name":%q,"address":"EVERGREEN STREET, 10","account":"EE947700771111111111","bank_code":{"value":"ABNABE2AIDJ","type":"BIC"}},"exchange_rate":0.8,"instructed_amount":{"value":1000,"currency":"USD"},"settled_amount":{"value":786.54,"currency":"GBP"},"fee":{"wise":[{"type":"conversion","value":2.76,"currency":"GBP"}],"correspondent":[{"value":4.5,"currency":"USD"},{"value":2.1,"currency":"GBP"},{"value":5,"currency":"GBP"}]},"transaction_time":%q},"occurred_at":%q}`,
		id, testProfile, uetr, sender, at, at), at)
}

func swiftRaw(id int64, at string) string {
	return sealed("swift-in#credit", "2.0.0", fmt.Sprintf(
		`{"action":{"type":"CREDIT","id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"55556","type":"103","message":"{1:F21TRWIGB22AXXX123456789}{4:\n:20:ASW86540/123456\n:23B:CRED\n:32A:211112EUR3,54\n:33B:EUR3,54\n:50F:/EE947700771111111111\n1/SMITH#JOHN\n:59F:/BE1234567891234\n1/SMITH#JOHN\n:70:/RFB/BET072\n:71A:SHA\n-}"},"occurred_at":%q}`,
		id, testProfile, at), at)
}

func cardStatus(token, status, at string) string {
	return sealed("cards#card-status-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"profile_id":%d,"client_id":"your-bank","card_token":%q,"type":"card"},"card_status":%q,"occurred_at":%q}`, testProfile, token, status, at), at)
}

func cardOrder(id, token, status, at string) string {
	return sealed("cards#card-order-status-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"card","profile_id":"%d","client_id":"your-bank","card_token":%q,"card_program":"VISA_DEBIT_CONSUMER_UK_1_PHYSICAL_CARDS_API"},"order_id":%q,"order_status":%q,"delivery_vendor":"DHL","occurred_at":%q}`,
		testProfile, token, id, status, at), at)
}

func cardProduction(token, status, at string) string {
	return sealed("cards#card-production-status-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"card","profile_id":%d,"client_id":"your-bank","card_token":%q},"status":%q,"kiosk_id":"K7","error_code":null,"description":"Card produced","occurred_at":%q}`,
		testProfile, token, status, at), at)
}

func cardTransaction(id int64, state, decline, merchant, at string) string {
	return sealed("cards#transaction-state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"profile_id":%d,"client_id":"your-bank","card_token":%q,"card_last_digits":"1234","type":"card"},"transaction_id":%d,"transaction_type":"POS_PURCHASE","is_debit":true,"transaction_step_type":"AUTH","decline_reason":%s,"transaction_state":%q,"transaction_amount":{"value":12.5,"currency":"EUR"},"is_amount_confirmed":true,"fees":[],"transaction_amount_with_fees":{"value":12.5,"currency":"EUR"},"billing_amount":{"value":12.5,"currency":"EUR"},"authorisation_method":"CHIP_AND_PIN","balance_transaction_id":12345,"debits":[],"credit":null,"merchant":{"name":%q,"location":{"country":"EE","city":"Tallinn"},"category":{"code":"5411","description":"Grocery"}},"arn":null,"creation_time":%q,"occurred_at":%q}`,
		testProfile, testCard, id, orNullText(decline), state, merchant, at, at), at)
}

func cardChallenge(reference, at string) string {
	return sealed("cards#3ds-challenge", "2.0.0", fmt.Sprintf(
		`{"resource":{"client_id":"your-bank","card_token":%q,"profile_id":%d,"type":"card"},"challenge_expires_after":10,"occurred_at":%q,"challenge_method":"PUSH","transaction":{"reference":%q,"channel":"BROWSER","merchant":{"category":"5411","country":"EE","name":"Shop"},"amount":{"value":12.5,"currency":"EUR"}}}`,
		testCard, testProfile, at, reference), at)
}

func cardWallet(reference, at string) string {
	return sealed("cards#manual-provisioning-verification", "2.0.0", fmt.Sprintf(
		`{"resource":{"profile_id":%d,"client_id":"your-bank","card_token":%q,"type":"card"},"payment_token_unique_reference":%q,"last_four_digits":"1234","creation_time":%q,"wallet_name":"Apple Pay"}`,
		testProfile, testCard, reference, at), at)
}

func dispute(id, status, sub, at string) string {
	return sealed("transaction-disputes#update", "2.0.0", fmt.Sprintf(
		`{"resource":{"id":%q,"profile_id":%d,"transaction_id":4337,"type":"transaction-dispute"},"reason":"WRONG_AMOUNT","status":%q,"sub_status":%q,"status_message":"x","created_at":%q,"created_by":"6097861","can_withdraw":true,"occurred_at":%q}`,
		id, testProfile, status, sub, at, at), at)
}

func supportCase(id int64, kind, status, at string) string {
	return sealed("partner-support#case-changed", "2.0.0", fmt.Sprintf(
		`{"resource":{"case_id":%d,"case_type":%q,"details":{"transfer_id":%d,"user_id":%d,"profile_id":%d},"status":%q,"type":"partner-support-case"},"type":"NEW_CASE","occurred_at":%q}`,
		id, kind, testTransfer, testUser, testProfile, status, at), at)
}

func batchPayment(id int64, to, at string) string {
	return sealed("batch-payment-initiations#state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"id":%d,"batchGroupId":"068e186d-9632-4937-b753-af3e53f4d0b0","profileId":%d},"previousStatus":"NEW","newStatus":%q,"occurredAt":%q,"returnCode":"200"}`, id, testProfile, to, at), at)
}

func settlement(reference string, matched bool, at string) string {
	return sealed("bulk-settlement#payment-received", "2.0.0", fmt.Sprintf(
		`{"resource":{"settlement_reference":%q,"source_currency":"GBP","received_amount":10.1,"source_amount":-100.1,"target_amount":%s,"amount_matched":%t},"occurred_at":%q}`,
		reference, map[bool]string{true: "100.1", false: "90"}[matched], matched, at), at)
}

func holdLimit(id int64, state, at string) string {
	return sealed("hold-limit-breach#update", "4.0.0", fmt.Sprintf(
		`{"resource":{"type":"hold-limit-breach","hold_limit_breach_id":%d,"profile_id":%d},"amount":120.55,"currency":"SGD","state":%q,"closing_reason":null,"created_at":%q,"updated_at":%q,"occurred_at":%q}`,
		id, testProfile, state, at, at, at), at)
}

func overdraft(at string) string {
	return sealed("profiles#overdraft-limit-threshold", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"profile","id":%d},"overdraft":{"used":900,"limit":1000,"profile_limit_currency":"EUR","limit_usage_percentage":90}}`, testProfile), at)
}

func profileState(state, at string) string {
	return sealed("profiles#state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"id":%d,"type":"profile"},"current_state":%q,"occurred_at":%q,"requested_by_customer":false}`, testProfile, state, at), at)
}

func recipientState(id int64, state, at string) string {
	return sealed("recipients#state-change", "4.0.0", fmt.Sprintf(
		`{"resource":{"id":"r-1","occurred_at":%q,"data":{"recipientId":%d,"profileId":%d,"currency":"EUR","state":%q,"clientId":"your-bank"}}}`,
		at, id, testProfile, state), at)
}

func swiftMessage(id int64, content, at string) string {
	return sealed("swift#message-received", "4.0.0", fmt.Sprintf(
		`{"action":{"id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"m-1","message_type":"MT103","content":%q,"content_encoding":"plain"},"occurred_at":%q}`,
		id, testProfile, content, at), at)
}

func incomingTransfer(id, at string) string {
	return sealed("incoming-transfer#credited", "4.0.0", fmt.Sprintf(`{"incoming_transfer_id":%q,"occurred_at":%q}`, id, at), at)
}

func balanceState(id int64, state, at string) string {
	return sealed("balances#account-state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"balance-account","id":%d,"profile_id":%d,"state":%q},"occurred_at":%q}`, id, testProfile, state, at), at)
}

func detailsPayment(id int64, to, sender, at string) string {
	return sealed("account-details-payment#state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"id":%d,"profile_id":%d,"type":"account-details-payment"},"account_details_id":"77","target_account_id":"88","transfer":{"id":%d,"type":"credit","amount":50.5,"currency":"EUR"},"sender":{"name":%q,"account_number":"EE94","bank_code":"ABNA","address":"x"},"current_state":%q,"previous_state":"PROCESSING","occurred_at":%q}`,
		id, testProfile, testTransfer, sender, to, at), at)
}

func detailsOrder(id, state, at string) string {
	return sealed("account-details-order#order-state-change", "2.0.0", fmt.Sprintf(
		`{"creation_time":%q,"currency":"EUR","is_account_details_issued":false,"modification_time":%q,"order_id":%q,"order_status":%q,"profile_id":%d,"requirements":[{"type":"VERIFICATION","status":"PENDING_USER"}]}`,
		at, at, id, state, testProfile), at)
}

// wholeCustomer is a customer of whom Wise has told everything once, nothing of it locked.
func wholeCustomer() []string {
	day := func(n int) string { return ago(time.Duration(n) * 24 * time.Hour) }
	bodies := append(refundedLife(testTransfer), bouncedLife(49983982)...)
	bodies = append(bodies,
		verification("not_verified", day(30)), verification("verified", day(20)), cddCheck("EVIDENCE_REQUIRED", "DOCUMENT_OUT_OF_DATE", day(3)),
		kycReview("WAITING_CUSTOMER_INPUT", testNow.Add(72*time.Hour).Format(time.RFC3339), day(2)), profileState("ACTIVE", day(19)),
		swiftCredit(12345, testUETR, "GEORGE SMITH", day(4)), swiftRaw(12346, day(5)), detailsPayment(901, "COMPLETED", "ANNA TAMM", day(6)), detailsOrder("o-1", "PENDING_USER", day(7)),
		cardStatus(testCard, "FROZEN", day(1)), cardOrder("1001L", testCard, "PRODUCED", day(9)), cardProduction(testCard, "PRODUCED", day(8)),
		cardChallenge("ch-1", day(1)), cardWallet("w-1", day(2)), dispute(testDispute, "ACTIVE", "IN_REVIEW", day(4)),
		supportCase(testCase, "GENERAL_ENQUIRY", "PENDING", day(1)), batchPayment(555, "FAILED", day(2)),
		settlement("TPFB1111111", true, day(1)), settlement("TPFB2222222", false, day(2)),
		recipientState(testAccount, "DEACTIVATE", day(2)), swiftMessage(12347, ":20:REF", day(3)), incomingTransfer("5b1d0a62-0000-4000-8000-000000000001", day(1)),
		holdLimit(31, "OPEN", day(1)), overdraft(day(2)), balanceState(123, "INACTIVE", day(3)))
	for i := range int64(8) {
		bodies = append(bodies, cardTransaction(4330+i, "COMPLETED", "", "Corner Shop", day(10+int(i))))
	}
	return append(bodies, cardTransaction(4400, "DECLINED", "INSUFFICIENT_FUNDS", "Corner Shop", day(1)), cardTransaction(4401, "IN_PROGRESS", "", "Petrol", day(2)))
}
