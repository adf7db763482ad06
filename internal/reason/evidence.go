package reason

// evidences gives the table of what Wise may ask for to verify a customer (Wise's
// list of supported evidences), and of the keys that a review uses for the same.
func evidences() []Word {
	asked := func(code, title string) Word {
		return Word{
			Code: code, Title: title, Meaning: "Asked for: " + lower(title) + ".", Who: Sender,
			Ask: "By the upload form, not by e-mail. No advice on how to word it.", Openness: Tell, Standing: Waits, Mark: Stated,
		}
	}
	return []Word{
		asked("ACCOUNT_PURPOSE", "What the account is for"),
		asked("ACCOUNT_PURPOSE_EXPLANATION", "What the account is for, in own words"),
		asked("ANNUAL_VOLUME", "How much will be moved in a year"),
		asked("MONTHLY_VOLUME", "How much will be moved in a month"),
		asked("INCOME", "Yearly income and where it comes from"),
		asked("INCOME_EXPLANATION", "Other income, in own words"),
		asked("USE_CASE_COUNTRIES", "The countries to send to and receive from"),
		asked("SOURCE_OF_INCOME", "A document about the source of income"),
		asked("SOURCE_OF_WEALTH", "A document about the source of the money"),
		asked("SOURCE_OF_FUNDING", "Where the company's money comes from"),
		asked("BUSINESS_USE_CASE", "What the company uses the account for"),
		asked("ID_PROOF", "Proof of identity"),
		asked("ID_DOCUMENT", "Proof of identity"),
		asked("ADDRESS_PROOF", "Proof of address"),
		asked("PROOF_OF_ADDRESS", "Proof of address"),
		asked("SELFIE", "A picture of the customer's face"),
	}
}

// lower makes a title fit for the middle of a sentence.
func lower(title string) string { return string(title[0]|0x20) + title[1:] }
