package wisesim

// failure is a payout-failure code with Wise's own description (seeds:
// transfers#payout-failure; the two technical ones are of schema 5.0.0).
type failure struct{ code, says string }

// failures are all codes that Wise publishes.
var failures = []failure{
	{"WRONG_ACCOUNT_NUMBER", "Invalid account number"},
	{"ACCOUNT_CLOSED", "The recipient details are correct, but beneficiary account is closed"},
	{"WRONG_NAME", "Account number matches, but the name is not 100% correct"},
	{"ACCOUNT_DOES_NOT_EXIST", "Format is correct but this account does not exist in recipient bank"},
	{"REASON_NOT_SPECIFIED", "Reason not specified"},
	{"ACCOUNT_FROZEN", "The recipient details are correct, but beneficiary account is frozen"},
	{"ACCOUNT_BLOCKED", "The recipient details are correct, but beneficiary account is blocked"},
	{"ACCOUNT_LIMIT_REACHED", "The recipient details are correct, but beneficiary account has a limit that can be unblocked by the recipient"},
	{"WRONG_CARD_NUMBER", "Invalid card number"},
	{"WRONG_ACCOUNT_DETAILS", "Invalid account number AND/OR invalid bank code"},
	{"WRONG_ACCOUNT_TYPE", "Incorrect account type"},
	{"WRONG_BANK_CODE", "Invalid sort/BIC/routing/etc number"},
	{"WRONG_BRANCH_CODE", "Invalid branch code"},
	{"WRONG_PHONE_NUMBER", "Recipient phone number is incorrect"},
	{"WRONG_ID_NUMBER", "Invalid recipient's ID document number"},
	{"WRONG_RUT_NUMBER", "Invalid recipient's RUT (Rol Único Tributario) number"},
	{"TAX_ID_NOT_MATCHING", "Tax ID doesn't match recipient's name"},
	{"TAX_ID_SUSPENDED", "Tax ID is suspended"},
	{"WRONG_REFERENCE", "Invalid payment reference"},
	{"WRONG_PAYMENT_PURPOSE", "Invalid or not accepted payment purpose"},
	{"WRONG_CURRENCY", "Recipient account is in different currency"},
	{"WRONG_CARD_TYPE", "Recipient account doesn't support payments to this card type"},
	{"CANNOT_ACCEPT_FROM_3RD_PARTY", "Recipient bank can't accept the payments from 3rd party"},
	{"CREDITING_ACCOUNT_FORBIDDEN", "Terms and Conditions of Account do not permit crediting of these funds"},
	{"DUPLICATE_ENTRY", "Recipient bank informs that there has been another payment in the same amount"},
	{"FUNDS_NOT_EXPECTED_RETURNED", "Beneficiary not expecting funds/instructed return"},
	{"MANDATE_NOT_FILLED_IN", "Recipient didn't fill out the mandate form on time or the email address is incorrect"},
	{"BUSINESS_PAYMENTS_FORBIDDEN", "Payment to business accounts are not allowed"},
	{"SENDER_REQUESTED_TO_CANCEL", "Sender requested cancellation"},
	{"REQUEST_FOR_INFORMATION_EXPIRED", "Request for information expired"},
	{"RETURN_REQUESTED_BY_RECIPIENT", "Recipient requested return"},
	{"EXTERNAL_IDENTIFIER_DETAILS_HAVE_CHANGED", "External identifier details have changed"},
	{"TECHNICAL_ISSUE", "A technical issue prevented the payout"},
	{"TECHNICAL_ISSUE_RETRYABLE", "A technical issue delayed the payout, it will be retried"},
}

// common is how many codes from the top of the list make up most returns.
const common = 7

// describe gives Wise's description of a code, or a sentence of the kind for a
// code that is not published.
func describe(code string) string {
	for _, f := range failures {
		if f.code == code {
			return f.says
		}
	}
	return "The recipient bank has merged with another bank"
}
