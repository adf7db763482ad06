package reason

// DepositTooSmall is the one active-case code that Wise publishes: what was paid
// in does not cover the transfer.
const DepositTooSmall = "deposit_amount_less_invoice"

// caseCards gives the cards of the active cases: the one code that Wise
// publishes, and the probable ones, which are the issue types of an API that
// has since been removed.
func caseCards() []CaseCard {
	return []CaseCard{
		{
			Code:         DepositTooSmall,
			Title:        "The amount does not cover the transfer",
			Meaning:      "The amount that arrived does not cover the transfer, often because a bank took a charge. The shortfall is in no event: look in the account for the amounts.",
			Who:          Sender,
			Ask:          "Pay the missing part with the same reference, or ask to cancel. Do not say “you paid too little”.",
			Openness:     Tell,
			CustomerText: "The amount that arrived does not cover it: please pay the missing part with the same reference, or ask us to cancel.",
			Mark:         Stated,
		},
		{
			Code:         "deposit_amount_more_invoice",
			Title:        "More was paid than the transfer needs",
			Meaning:      "The amount paid in is more than the transfer needs. The excess goes back later.",
			Who:          Wise,
			Ask:          "Usually nothing; Wise may ask for details for the refund of the excess.",
			Openness:     Tell,
			CustomerText: "More was paid in than this payment needs; Wise may ask where the excess should go.",
			Mark:         Likely,
		},
		{
			Code:         "prove_account_ownership_with_reference_code",
			Title:        "Wise wants the account confirmed (code)",
			Meaning:      "Wise wants proof that the paying account is the customer's, by a reference code.",
			Who:          Sender,
			Ask:          "Follow Wise's request: a payment or a statement that shows the code.",
			Openness:     Softly,
			CustomerText: "Wise asks you to confirm that the account is yours; please follow Wise's request.",
			Mark:         Unsure,
		},
		{
			Code:         "prove_account_ownership_with_micro_deposit",
			Title:        "Wise wants the account confirmed",
			Meaning:      "Wise wants proof that the paying account is the customer's, by the amount of a small credit.",
			Who:          Sender,
			Ask:          "Give the amount of the small credit in Wise's form, never to us.",
			Openness:     Softly,
			CustomerText: "Wise asks you to confirm that the account is yours; please follow Wise's request, in Wise's own form.",
			Mark:         Unsure,
		},
		{
			Code:         "joint_account_proof_needed",
			Title:        "Proof of the joint account is needed",
			Meaning:      "The money came from a joint account, and Wise wants to see both holders.",
			Who:          Sender,
			Ask:          "A statement that names both holders.",
			Openness:     Tell,
			CustomerText: "Wise asks for a statement that names both holders of the paying account.",
			Mark:         Likely,
		},
		{
			Code:         "business_order_personal_depo",
			Title:        "Paid from a personal account",
			Meaning:      "A company's transfer was paid from a personal account.",
			Who:          Sender,
			Ask:          "Pay from the company's account; or wait for the refund and pay again.",
			Openness:     Tell,
			CustomerText: "A company's payment has to be paid from the company's own account.",
			Mark:         Likely,
		},
		{
			Code:         "personal_order_business_depo",
			Title:        "Paid from a business account",
			Meaning:      "A person's transfer was paid from a company's account.",
			Who:          Sender,
			Ask:          "Pay from their own personal account.",
			Openness:     Tell,
			CustomerText: "A personal payment has to be paid from your own personal account.",
			Mark:         Likely,
		},
		{
			Code:         "incorrect_name_deposit",
			Title:        "The paying account has another name",
			Meaning:      "The name on the paying account is not the customer's. If it is a third party's money: to compliance, no speculation.",
			Who:          Sender,
			Ask:          "Pay from their own account; proof if it is a change of name.",
			Openness:     Softly,
			CustomerText: "Wise asks for the payment to come from an account in your own name.",
			Mark:         Likely,
		},
		{
			Code:         "deposit_proof_needed",
			Title:        "Proof of the payment is needed",
			Meaning:      "Wise wants proof that the customer paid.",
			Who:          Sender,
			Ask:          "The bank's payment confirmation with date, amount, both accounts and the reference; by the upload form.",
			Openness:     Tell,
			CustomerText: "Wise asks for your bank's payment confirmation with the amount, both accounts and the reference.",
			Mark:         Likely,
		},
		{
			Code:         "incorrect_deposit_recipient_details",
			Title:        "Paid to the wrong details of Wise",
			Meaning:      "The money was paid into the wrong account details of Wise.",
			Who:          Sender,
			Ask:          "The bank's payment confirmation; the customer's own bank may recall the payment.",
			Openness:     Tell,
			CustomerText: "The payment went to other account details of Wise than it should have; Wise needs your bank's payment confirmation.",
			Mark:         Likely,
		},
		{
			Code:         "incorrect_source_account_number",
			Title:        "The paying account's number is wrong",
			Meaning:      "The number of the account paid from is not right; a refund needs it too.",
			Who:          Sender,
			Ask:          "The number of the account paid from, entered in the form.",
			Openness:     Tell,
			CustomerText: "Wise needs the right number of the account that you paid from; please enter it only in the form.",
			Mark:         Unsure,
		},
	}
}
