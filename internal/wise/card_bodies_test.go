package wise_test

// Bodies of the card events by the field list, each in its newest version.
const (
	cardStatus = `{"data":{"resource":{"profile_id":222,"client_id":"our-desk","card_token":"3f0a9c51-1","type":"card"},"card_status":"FROZEN",` +
		`"changed_by":"CUSTOMER","occurred_at":"2026-09-22T12:51:02.000Z"},"subscription_id":"s","event_type":"cards#card-status-change","schema_version":"4.0.0",` + tail
	cardOrder = `{"data":{"resource":{"profile_id":222,"type":"card","client_id":"our-desk","card_token":"3f0a9c51-1","card_program":"VISA_DEBIT_UK"},` +
		`"order_id":"1001L","order_status":"PRODUCED","delivery_vendor":"DHL","occurred_at":"2026-09-22T12:51:02.000Z"},` +
		`"subscription_id":"s","event_type":"cards#card-order-status-change","schema_version":"4.0.0",` + tail
	cardProduction = `{"data":{"resource":{"profile_id":222,"type":"card","client_id":"our-desk","card_token":"3f0a9c51-1"},"status":"PRODUCTION_ERROR",` +
		`"kiosk_id":"K7","occurred_at":"2026-09-22T12:51:02.000Z","error_code":"RIBBON","description":"The ribbon is empty"},` +
		`"subscription_id":"s","event_type":"cards#card-production-status-change","schema_version":"4.0.0",` + tail
	cardChallenge = `{"data":{"resource":{"client_id":"our-desk","card_token":"3f0a9c51-1","profile_id":222,"type":"card"},"challenge_expires_after":5,` +
		`"occurred_at":"2026-09-22T12:51:02.000Z","challenge_method":"PUSH","transaction":{"reference":"8f2c-77","channel":"ECOM",` +
		`"merchant":{"category":"5732","country":"GB","name":"Shop Ltd","url":"https://shop.example"},"money_value":{"value":12.30,"currency":"GBP"}}},` +
		`"subscription_id":"s","event_type":"cards#3ds-challenge","schema_version":"4.0.0",` + tail
	cardWallet = `{"data":{"resource":{"profile_id":222,"client_id":"our-desk","card_token":"3f0a9c51-1","type":"card"},"payment_token_unique_reference":"DAPL-1",` +
		`"last_four_digits":"4417","creation_time":"2026-09-22T12:51:02Z","wallet_name":"Apple Pay"},` +
		`"subscription_id":"s","event_type":"cards#manual-provisioning-verification","schema_version":"2.0.0",` + tail
	cardTransaction = `{"data":{"resource":{"profile_id":222,"client_id":"our-desk","card_token":"3f0a9c51-1","card_last_digits":"4417","type":"card"},` +
		`"transaction_id":88001,"transaction_type":"POS_PURCHASE","transaction_step_type":"AUTH","transaction_state":"DECLINED",` +
		`"decline_reason":"SUSPECTED_FRAUD","detailed_decline_reason":"SUSPECTED_FRAUD_REVIEW_ACTIVITY","creation_time":"2026-09-22T12:51:00.000Z",` +
		`"occurred_at":"2026-09-22T12:51:02.000Z","purge_time":null,"transaction_amount":{"value":-100.00,"currency":"EUR"},` +
		`"fees":[{"amount":1.00,"currency":"EUR","fee_type":"ATM_WITHDRAWAL"}],"transaction_amount_with_fees":{"value":-101.00,"currency":"EUR"},` +
		`"billing_amount":{"value":-100.00,"currency":"EUR"},"merchant":{"name":"Shop Ltd","location":{"country":"EE","city":"Tallinn","postCode":null,"state":null},` +
		`"category":{"code":"6011","description":"6011 Z Member"}},"authorisation_method":"CHIP_AND_PIN","approval_code":"A1B2C3","arn":"04300014127798385983852",` +
		`"pin_validation_result":"VALID","balance_channel_reference_id":"CARD-9","debits":[{"balance_id":123,"debited_amount":{"value":165.96,"currency":"AUD"},` +
		`"for_amount":{"value":101.00,"currency":"EUR"},"rate":0.61223252,"fee":{"value":0.99,"currency":"AUD"},"creation_time":"2026-09-22T12:51:02.000Z"}],` +
		`"credits":[{"balance_id":124,"credited_amount":{"value":5,"currency":"EUR"}}],"relay_authorisation_data":{"response_code":"05","fallback":false}},` +
		`"subscription_id":"s","event_type":"cards#transaction-state-change","schema_version":"4.0.0",` + tail
	// cardTransaction2 is Wise's own example of 2.0.0, at another time.
	cardTransaction2 = `{"data":{"resource":{"profile_id":123456,"client_id":"your-bank","card_token":"ABCD-1234-ABCD-1234-ABCD","card_last_digits":"1234","type":"card"},` +
		`"transaction_id":12345,"transaction_type":"CASH_WITHDRAWAL","is_debit":true,"transaction_step_type":"AUTH","decline_reason":null,` +
		`"transaction_state":"IN_PROGRESS","transaction_amount":{"value":100.00,"currency":"EUR"},"is_amount_confirmed":true,` +
		`"fees":[{"amount":1.00,"currency":"EUR","fee_type":"ATM_WITHDRAWAL"}],"transaction_amount_with_fees":{"value":101.00,"currency":"EUR"},` +
		`"billing_amount":{"value":100.00,"currency":"EUR"},"authorisation_method":"CHIP_AND_PIN","balance_transaction_id":12345,` +
		`"debits":[{"balance_id":123,"debited_amount":{"value":165.96,"currency":"AUD"},"for_amount":{"value":101.00,"currency":"EUR"},"rate":0.61223252,` +
		`"fee":{"value":0.99,"currency":"AUD"}}],"credit":null,"merchant":{"category":{"code":"6011","description":"6011 Z Member Financial Institut"}},` +
		`"arn":"04300014127798385983852","creation_time":"2026-09-22T12:51:02Z","occurred_at":"2026-09-22T12:51:02Z"},` +
		`"subscription_id":"s","event_type":"cards#transaction-state-change","schema_version":"2.0.0",` + tail
)
