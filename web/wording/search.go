package wording

// Formats are what can be searched for today.
func Formats() []string {
	return []string{
		"a customer’s name, or the beginnings of its words: erika muster",
		"an e-mail address, or the customer’s own reference",
		"a transfer id, like 49983981 or #49983981",
		"a profile id: the customer’s page",
		"a user id: the state of the user’s account",
		"a recipient account id: the transfers to it",
		"a case id, a dispute id, a UETR, a card’s token, a reference like BNK-1234567",
		"a delivery id of a webhook (X-Delivery-Id)",
		"an address of Wise’s or of these pages with an id in it",
		"a text with several of them, such as a whole e-mail or a table: each is listed with its answer",
	}
}
