package wise_test

// Bodies of the events of no card by the field list, each in its newest version.
const (
	dispute = `{"data":{"resource":{"id":"39f893e3-4b0c","profile_id":222,"transaction_id":88001,"type":"transaction-dispute"},"reason":"WRONG_AMOUNT",` +
		`"status":"CLOSED","sub_status":"WITHDRAWN","status_message":"Withdrawn","created_at":"2026-09-20T06:17:12.000Z","created_by":"6097861","can_withdraw":true,` +
		`"occurred_at":"2026-09-22T12:51:02.000Z"},"subscription_id":"s","event_type":"transaction-disputes#update","schema_version":"4.0.0",` + tail
	supportCase4 = `{"data":{"resource":{"case_id":136,"case_type":"GENERAL_ENQUIRY","details":{"transfer_id":12345678,"user_id":333,"profile_id":222},` +
		`"status":"PENDING","type":"partner-support-case"},"type":"NEW_CASE","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"partner-support#case-changed","schema_version":"4.0.0",` + tail
	supportCase5 = `{"data":{"resource":{"id":136,"profileId":222,"status":"WAITING_CUSTOMER_INPUT","externalId":"desk-9","createdAt":"2026-09-20T08:00:00.000Z",` +
		`"updatedAt":"2026-09-22T12:51:02.000Z","type":"PAYMENTS","subType":"RECALL","reference":{"type":"TRANSFER","referenceId":"12345678"},` +
		`"messages":[{"id":"m-2","caseId":136,"createdAt":"2026-09-22T12:51:00.000Z","type":"RECIPIENT_SANCTION_HIT_REQUEST","author":"WISE_AGENT"},` +
		`{"id":"m-1","caseId":136,"createdAt":"2026-09-20T08:00:00.000Z","type":"FREEFORM","author":"PARTNER"}]}},` +
		`"subscription_id":"s","event_type":"partner-support#case-changed","schema_version":"5.0.0",` + tail
	batchPayment = `{"data":{"resource":{"id":12345,"batch_group_id":"068e186d-9632","profile_id":222},"previous_status":"NEW","current_status":"PROCESSING",` +
		`"occurred_at":"2026-09-22T12:51:02.000Z","return_code":"200"},"subscription_id":"s","event_type":"batch-payment-initiations#state-change","schema_version":"4.0.0",` + tail
	// batchPayment2 is Wise's own example of 2.0.0, at another time.
	batchPayment2 = `{"data":{"resource":{"id":12345,"batchGroupId":"068e186d-9632","profileId":222},"previousStatus":"NEW","newStatus":"PROCESSING",` +
		`"occurredAt":"2026-09-22T12:51:02.423404Z" ,"returnCode":"200"},"subscription_id":"s","event_type":"batch-payment-initiations#state-change","schema_version":"2.0.0",` + tail
	settlement = `{"data":{"resource":{"settlement_reference":"TPFB1111111","source_currency":"GBP","source_amount":-100.1,"target_amount":100.10,"amount_matched":false},` +
		`"occurred_at":"2026-09-22T12:51:02.000Z"},"subscription_id":"s","event_type":"bulk-settlement#payment-received","schema_version":"4.0.0",` + tail
	recipientChange = `{"data":{"resource":{"id":"e-1","occurred_at":"2026-09-22T12:51:02.000Z","data":{"recipientId":14203630,"profileId":222,"currency":"EUR",` +
		`"state":"DEACTIVATE","clientId":"our-desk"}}},"subscription_id":"s","event_type":"recipients#state-change","schema_version":"4.0.0",` + tail
	holdLimit = `{"data":{"resource":{"type":"hold-limit-breach","hold_limit_breach_id":77,"profile_id":222},"amount":1500.5,"currency":"MYR","state":"CLOSED",` +
		`"closing_reason":"AUTOMATICALLY_RESOLVED","created_at":"2026-09-20T08:00:00.000Z","updated_at":"2026-09-22T12:51:02.000Z","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"hold-limit-breach#update","schema_version":"4.0.0",` + tail
	overdraft = `{"data":{"resource":{"type":"profile","id":222},"overdraft":{"used":850.00,"limit":1000,"profile_limit_currency":"GBP","limit_usage_percentage":85.0}},` +
		`"subscription_id":"s","event_type":"profiles#overdraft-limit-threshold","schema_version":"4.0.0",` + tail
	profileState = `{"data":{"resource":{"id":222,"type":"profile"},"current_state":"VIEW_ONLY","occurred_at":"2026-09-22T12:51:02.000Z","requested_by_customer":false},` +
		`"subscription_id":"s","event_type":"profiles#state-change","schema_version":"4.0.0",` + tail
	cddCheck = `{"data":{"resource":{"type":"profile","id":222},"current_state":"EVIDENCE_REQUIRED","review_outcome":"Document is not acceptable",` +
		`"required_evidences":["SOURCE_OF_INCOME","SOURCE_OF_WEALTH"],"source_of_income":"INVESTMENTS","source_of_funding":"LOAN","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"profiles#cdd-check-state-change","schema_version":"4.0.0",` + tail
	verification = `{"data":{"resource":{"type":"profile","id":222},"current_state":"not_verified","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"profiles#verification-state-change","schema_version":"4.0.0",` + tail
)

// bodies are an example of every event type that is read; of some in several versions.
func bodies() []string {
	return []string{
		stateChange, activeCases, payoutFailure, refund, balanceUpdate, userChange, balanceCredit, balanceAccount,
		detailsOrder, detailsPayment, incomingTransfer, swiftMessage, kycReview5, swift3, swift4,
		cardStatus, cardOrder, cardProduction, cardChallenge, cardWallet, cardTransaction, cardTransaction2,
		dispute, supportCase4, supportCase5, batchPayment, batchPayment2, settlement, recipientChange, holdLimit, overdraft,
		profileState, cddCheck, verification,
	}
}
