package wise_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// Bodies by the field list, each in its newest version.
const (
	tail           = `"sent_at":"2026-09-22T12:51:03.100Z"}`
	balanceAccount = `{"data":{"resource":{"type":"balance-account","id":123,"profile_id":555,"state":"INACTIVE"},"occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"balances#account-state-changed","schema_version":"4.0.0",` + tail
	balanceCredit = `{"data":{"resource":{"type":"balance-account","id":111,"profile_id":222},"transaction_type":"credit","amount":1.23,"currency":"EUR",` +
		`"post_transaction_balance_amount":2.34,"occurred_at":"2026-09-22T12:51:02Z"},"subscription_id":"s","event_type":"balances#credit","schema_version":"2.0.0",` + tail
	detailsOrder = `{"data":{"order_id":"90210","profile_id":222,"currency":"EUR","order_status":"PENDING_USER","is_account_details_issued":false,` +
		`"requirements":[{"type":"VERIFICATION","status":"PENDING_USER"},{"type":"TOP_UP","status":"DONE"}],` +
		`"creation_time":"2026-09-20T08:00:00.000Z","modification_time":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"account-details-order#order-state-change","schema_version":"4.0.0",` + tail
	detailsPayment = `{"data":{"resource":{"id":771,"profile_id":222,"type":"account-details-payment"},"account_details_id":"9001","target_account_id":"14124090",` +
		`"transfer":{"id":12345,"type":"transfer","amount":250.50,"currency":"EUR"},` +
		`"sender":{"name":"ADA SMITH","account_number":"EE947700771111111111","bank_code":"LHVBEE22","address":"Tartu 1, Tallinn"},` +
		`"current_state":"COMPLETED","previous_state":"PROCESSING","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"account-details-payment#state-change","schema_version":"4.0.0",` + tail
	incomingTransfer = `{"data":{"incoming_transfer_id":"5b7c6a1e-8f1b-4c57-9b1e-2f0f3a1c9d11","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"incoming-transfer#credited","schema_version":"4.0.0",` + tail
	swiftMessage = `{"data":{"action":{"id":12345,"profile_id":222,"account_id":333},"resource":{"id":"msg-1","message_type":"pacs.008","content":"PERvY3VtZW50Lz4=","content_encoding":"base64"},` +
		`"occurred_at":"2026-09-22T12:51:02.000Z"},"subscription_id":"s","event_type":"swift#message-received","schema_version":"4.0.0",` + tail
	kycReview5 = `{"data":{"resource":{"id":"8d0c7d3e-3f0e-4a54-8d20-1a1b2c3d4e5f","state":"WAITING_CUSTOMER_INPUT","prevState":"OPENED","profileId":222,` +
		`"requiredBy":"2026-10-06T00:00:00.000Z","createdAt":"2026-09-22T12:00:00.000Z","updatedAt":"2026-09-22T12:51:02.000Z",` +
		`"triggerReferences":[{"type":"TRANSFER","triggerData":{"transferId":"12345"}},{"type":"INFO_REQUEST","triggerData":{}}],` +
		`"requirements":[[{"key":"SOURCE_OF_FUNDS","state":"NOT_PROVIDED","apiCollectionSupported":true,"additionalRequirements":null,"versions":[],"attributes":null},` +
		`{"key":"BANK_STATEMENT","state":"IN_REVIEW","apiCollectionSupported":false}],[{"key":"ID_DOCUMENT","state":"VERIFIED"}]],` +
		`"requirementChanges":[{"key":"SOURCE_OF_FUNDS","newState":"NOT_PROVIDED","prevState":"IN_REVIEW"}]}},` +
		`"subscription_id":"s","event_type":"kyc-reviews#state-change","schema_version":"5.0.0",` + tail
)

// older writes a body in another version, its times by the second as the old ones do.
func older(t *testing.T, body, version string) string {
	return swap(t, body, `"schema_version":"4.0.0"`, `"schema_version":"`+version+`"`, millis, seconds)
}

func TestABalanceAccountIsReadInEveryVersion(t *testing.T) {
	want := activity.Event{Key: activity.Key{Kind: activity.Balance, ID: "123"}, Profile: 555, State: "INACTIVE", Shared: "555"}
	reads(t, balanceAccount, said(balanceAccount, "4.0.0", millis, want))
	old := older(t, balanceAccount, "2.0.0")
	reads(t, old, said(old, "2.0.0", seconds, want))
	check(t, []badInput{
		{"no account", swap(t, balanceAccount, `"id":123,`, ""), wise.Unreadable, "field_missing:data.resource.id"},
		{"no profile", swap(t, balanceAccount, `"profile_id":555,`, ""), wise.Unreadable, "field_missing:data.resource.profile_id"},
		{"the state that Wise's table calls an integer, as one", swap(t, balanceAccount, `"INACTIVE"`, "2"), wise.Unreadable, "field_of_wrong_type:data.resource.state"},
		{"no state", swap(t, balanceAccount, `"INACTIVE"`, "null"), wise.Unreadable, "field_missing:data.resource.state"},
		{"an unknown state", swap(t, balanceAccount, `"INACTIVE"`, `"ASLEEP"`), wise.Readable, ""},
	})
	if got := decode(swap(t, balanceAccount, "INACTIVE", "inactive")); got.Activity.State != "INACTIVE" || !slices.Contains(flags(got), "odd_case") {
		t.Errorf("small letters: %q, flags %v", got.Activity.State, flags(got))
	}
}

func TestABalanceCreditIsReadAsAMovement(t *testing.T) {
	want := transfer.Event{Kind: transfer.BalanceCredit, Profile: 222,
		Movement: &transfer.Movement{Credit: true, Amount: amount("1.23", "EUR"), AccountID: 111, BalanceAfter: amount("2.34", "EUR")}}
	event := said(balanceCredit, "2.0.0", seconds, activity.Event{})
	want.At, want.Hash, want.Source = event.At, event.Hash, event.Source
	got := decode(balanceCredit)
	if d := cmp.Diff(&want, got.Transfer); d != "" {
		t.Errorf("event (-want +got):\n%s", d)
	}
	if got.ProfileID != 222 || got.TransferID != 0 {
		t.Errorf("names transfer %d, profile %d", got.TransferID, got.ProfileID)
	}
	check(t, []badInput{
		{"no account", swap(t, balanceCredit, `"id":111,`, ""), wise.Unreadable, "field_missing:data.resource.id"},
		{"no profile", swap(t, balanceCredit, `,"profile_id":222`, ""), wise.Unreadable, "field_missing:data.resource.profile_id"},
		{"a debit", swap(t, balanceCredit, `"credit"`, `"debit"`), wise.Unreadable, "direction_not_known:data.transaction_type"},
		{"no amount", swap(t, balanceCredit, `"amount":1.23,`, ""), wise.Unreadable, "field_missing:data.amount"},
		{"no currency", swap(t, balanceCredit, `"EUR"`, "null"), wise.Unreadable, "field_missing:data.currency"},
		{"no rest", swap(t, balanceCredit, `"post_transaction_balance_amount":2.34,`, ""), wise.Readable, ""},
		{"a rest as text", swap(t, balanceCredit, `2.34`, `"2.34"`), wise.Unreadable, "field_of_wrong_type:data.post_transaction_balance_amount"},
	})
}

func TestAnOrderOfAccountDetailsIsReadInEveryVersion(t *testing.T) {
	want := activity.Event{Key: activity.Key{Kind: activity.DetailsOrder, ID: "90210"}, Profile: 222, State: "PENDING_USER",
		Shared: "222\x1fEUR\x1ffalse\x1f2026-09-20T08:00:00Z\x1fVERIFICATION=PENDING_USER,TOP_UP=DONE",
		Detail: activity.Detail{Order: &activity.OrderDetail{Currency: "EUR", CreatedAt: time.Date(2026, 9, 20, 8, 0, 0, 0, time.UTC),
			Requirements: []activity.Requirement{{Key: "VERIFICATION", State: "PENDING_USER"}, {Key: "TOP_UP", State: "DONE"}}}}}
	got := reads(t, detailsOrder, said(detailsOrder, "4.0.0", millis, want))
	if d := cmp.Diff([]wise.Handle{{Kind: wise.HandleOrder, Text: "90210"}}, got.Handles); d != "" {
		t.Errorf("handles (-want +got):\n%s", d)
	}
	old := older(t, detailsOrder, "2.0.0")
	reads(t, old, said(old, "2.0.0", seconds, want))
	check(t, []badInput{
		{"no order", swap(t, detailsOrder, `"order_id":"90210",`, ""), wise.Unreadable, "field_missing:data.order_id"},
		{"no profile", swap(t, detailsOrder, `"profile_id":222,`, ""), wise.Unreadable, "field_missing:data.profile_id"},
		{"no status", swap(t, detailsOrder, `"order_status":"PENDING_USER",`, ""), wise.Unreadable, "field_missing:data.order_status"},
		{"a truth as text", swap(t, detailsOrder, `"is_account_details_issued":false`, `"is_account_details_issued":"no"`), wise.Unreadable, "field_of_wrong_type:data.is_account_details_issued"},
		{"requirements as text", swap(t, detailsOrder, `[{"type":"VERIFICATION","status":"PENDING_USER"},{"type":"TOP_UP","status":"DONE"}]`, `"none"`), wise.Unreadable, "field_of_wrong_type:data.requirements"},
		{"an order's id as an integer", swap(t, detailsOrder, `"90210"`, `90210`), wise.Readable, ""},
	})
}

func TestAPaymentToAccountDetailsIsReadInEveryVersion(t *testing.T) {
	want := activity.Event{Key: activity.Key{Kind: activity.DetailsPayment, ID: "771"}, Profile: 222, Transfer: 12345, From: "PROCESSING", State: "COMPLETED",
		Shared: "12345\x1f250.5 EUR\x1f9001",
		Detail: activity.Detail{Payment: &activity.PaymentDetail{Type: "transfer", Amount: amount("250.50", "EUR"), Details: "9001", Target: "14124090",
			Sender: activity.Party{Name: "ADA SMITH", Account: "EE947700771111111111", Address: "Tartu 1, Tallinn", Bank: "LHVBEE22"}}}}
	reads(t, detailsPayment, said(detailsPayment, "4.0.0", millis, want))
	old := older(t, detailsPayment, "2.0.0")
	reads(t, old, said(old, "2.0.0", seconds, want))
	check(t, []badInput{
		{"no payment", swap(t, detailsPayment, `"id":771,`, ""), wise.Unreadable, "field_missing:data.resource.id"},
		{"no profile", swap(t, detailsPayment, `"profile_id":222,`, ""), wise.Unreadable, "field_missing:data.resource.profile_id"},
		{"no state", swap(t, detailsPayment, `"current_state":"COMPLETED",`, ""), wise.Unreadable, "field_missing:data.current_state"},
		{"a state that is a number", swap(t, detailsPayment, `"COMPLETED"`, "2"), wise.Unreadable, "field_of_wrong_type:data.current_state"},
		{"an amount as text", swap(t, detailsPayment, `250.50`, `"250.50"`), wise.Unreadable, "field_of_wrong_type:data.transfer.amount"},
		{"a transfer as text", swap(t, detailsPayment, `"transfer":{"id":12345`, `"transfer":{"id":"12345"`), wise.Unreadable, "field_of_wrong_type:data.transfer.id"},
		{"no transfer", swap(t, detailsPayment, `"transfer"`, `"other"`), wise.Readable, ""},
		{"no state before", swap(t, detailsPayment, `"previous_state":"PROCESSING"`, `"previous_state":null`), wise.Readable, ""},
	})
}

func TestAnIncomingTransferAndASwiftMessageAreRead(t *testing.T) {
	reads(t, incomingTransfer, said(incomingTransfer, "4.0.0", millis, activity.Event{
		Key: activity.Key{Kind: activity.IncomingTransfer, ID: "5b7c6a1e-8f1b-4c57-9b1e-2f0f3a1c9d11"}}))
	reads(t, swiftMessage, said(swiftMessage, "4.0.0", millis, activity.Event{Key: activity.Key{Kind: activity.SwiftMessage, ID: "msg-1"}, Profile: 222, Transfer: 12345,
		Shared: "12345\x1fpacs.008\x1fPERvY3VtZW50Lz4=",
		Detail: activity.Detail{Message: &activity.MessageDetail{Type: "pacs.008", Content: "PERvY3VtZW50Lz4=", Encoding: "base64", Account: 333}}}))
	check(t, []badInput{
		{"no incoming transfer", swap(t, incomingTransfer, `incoming_transfer_id`, "other_id"), wise.Unreadable, "field_missing:data.incoming_transfer_id"},
		{"an incoming transfer by a number", swap(t, incomingTransfer, `"5b7c6a1e-8f1b-4c57-9b1e-2f0f3a1c9d11"`, "5"), wise.Unreadable, "field_of_wrong_type:data.incoming_transfer_id"},
		{"no message id", swap(t, swiftMessage, `"id":"msg-1",`, ""), wise.Unreadable, "field_missing:data.resource.id"},
		{"no profile", swap(t, swiftMessage, `"profile_id":222,`, ""), wise.Unreadable, "field_missing:data.action.profile_id"},
		{"a transfer as text", swap(t, swiftMessage, `"id":12345`, `"id":"x"`), wise.Unreadable, "field_of_wrong_type:data.action.id"},
		{"content that is no text", swap(t, swiftMessage, `"PERvY3VtZW50Lz4="`, `{"a":1}`), wise.Unreadable, "field_of_wrong_type:data.resource.content"},
		{"no content", swap(t, swiftMessage, `"content":"PERvY3VtZW50Lz4=",`, ``), wise.Readable, ""},
	})
}

func TestAReviewIsReadInEveryVersion(t *testing.T) {
	id := activity.Key{Kind: activity.KYCReview, ID: "8d0c7d3e-3f0e-4a54-8d20-1a1b2c3d4e5f"}
	review := activity.ReviewDetail{RequiredBy: time.Date(2026, 10, 6, 0, 0, 0, 0, time.UTC), CreatedAt: time.Date(2026, 9, 22, 12, 0, 0, 0, time.UTC),
		Triggers:     []string{"TRANSFER", "INFO_REQUEST"},
		Requirements: []activity.Requirement{{Key: "SOURCE_OF_FUNDS", State: "NOT_PROVIDED"}, {Key: "BANK_STATEMENT", State: "IN_REVIEW"}, {Key: "ID_DOCUMENT", State: "VERIFIED"}}}
	want := activity.Event{Key: id, Profile: 222, From: "OPENED", State: "WAITING_CUSTOMER_INPUT", Detail: activity.Detail{Review: &review},
		Shared: "222\x1f2026-10-06T00:00:00Z\x1f2026-09-22T12:00:00Z\x1fTRANSFER,INFO_REQUEST\x1fSOURCE_OF_FUNDS=NOT_PROVIDED,BANK_STATEMENT=IN_REVIEW,ID_DOCUMENT=VERIFIED"}
	got := reads(t, kycReview5, said(kycReview5, "5.0.0", millis, want))
	if d := cmp.Diff([]wise.Handle{{Kind: wise.HandleReview, Text: id.ID}}, got.Handles); d != "" {
		t.Errorf("handles (-want +got):\n%s", d)
	}
	want.From = ""
	four := swap(t, kycReview5, `"5.0.0"`, `"4.0.0"`, `"prevState":"OPENED",`, "")
	reads(t, four, said(four, "4.0.0", millis, want))
	two := swap(t, four, `"4.0.0"`, `"2.0.0"`, `"updatedAt":"`+millis, `"updatedAt":"`+seconds)
	reads(t, two, said(two, "2.0.0", seconds, want))
	if !activity.IsCopy([]activity.Event{*got.Activity}, *decode(two).Activity) {
		t.Error("2.0.0 and 5.0.0 of one review are two events")
	}
	check(t, []badInput{
		{"no review", swap(t, kycReview5, `"id":"8d0c7d3e-3f0e-4a54-8d20-1a1b2c3d4e5f",`, ""), wise.Unreadable, "field_missing:data.resource.id"},
		{"no profile", swap(t, kycReview5, `"profileId":222,`, ""), wise.Unreadable, "field_missing:data.resource.profileId"},
		{"no state", swap(t, kycReview5, `"state":"WAITING_CUSTOMER_INPUT",`, ""), wise.Unreadable, "field_missing:data.resource.state"},
		{"a requirement that is a text", swap(t, kycReview5, `[{"key":"ID_DOCUMENT","state":"VERIFIED"}]`, `"ID"`), wise.Unreadable, "field_of_wrong_type:data.resource.requirements[1]"},
		{"requirements as one list", swap(t, kycReview5, `[{"key":"ID_DOCUMENT","state":"VERIFIED"}]`, `{"key":"ID_DOCUMENT","state":"VERIFIED"}`), wise.Readable, ""},
		{"no deadline", swap(t, kycReview5, `"requiredBy":"2026-10-06T00:00:00.000Z",`, ""), wise.Readable, ""},
		{"a deadline that is none", swap(t, kycReview5, `2026-10-06T00:00:00.000Z`, "soon"), wise.Readable, ""},
	})
}
