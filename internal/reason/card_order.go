package reason

// cardOrders gives the table of card orders. Wise writes REQUIREMENT_FULFILLED in
// one place; that is the same state.
func cardOrders() []Word {
	fulfilled := Word{
		Code: "REQUIREMENTS_FULFILLED", Title: "All requirements met", Meaning: "All that the order needs is there; Wise makes the card next.",
		Who: Wise, Openness: Tell, Standing: Going, Mark: Stated,
	}
	slip := fulfilled
	slip.Code = "REQUIREMENT_FULFILLED"
	return []Word{
		{
			Code: "PLACED", Title: "Ordered", Meaning: "The card is ordered; something that the order needs is still missing.",
			Who: Us, Ask: "Look up in the order which requirements are open; the customer may have to act on them.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		fulfilled, slip,
		{
			Code: "CARD_DETAILS_CREATED", Title: "Card created", Meaning: "The card exists; a physical one still has to be made.",
			Who: Wise, Openness: Tell, Standing: Going, Mark: Stated,
		},
		{
			Code: "PRODUCED", Title: "Made, waiting for the carrier", Meaning: "The card is made and waits for the carrier; it is not posted yet.",
			Who: Wise, Ask: "Do not say that it is in the post.", Openness: Tell, Standing: Going, Mark: Stated,
		},
		{
			Code: "COMPLETED", Title: "Done: the card is activated", Meaning: "The card is activated and the order is done.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "CANCELLED", Title: "Cancelled", Meaning: "The order is cancelled; a card on its way may still turn up, blocked.",
			Who: Nobody, Ask: "If the customer did not want that: a new order.", Openness: Tell, Standing: Over, Mark: Stated,
		},
		{
			Code: "RETURNED", Title: "Came back undelivered", Meaning: "The card could not be handed over; it went back and will be blocked.",
			Who: Sender, Ask: "Confirm the postal address with the customer, then a new order.", Openness: Tell, Standing: Trouble, Mark: Stated,
		},
	}
}

// cardProductions gives the table of cards that are made at a kiosk (Wise's
// reference of the kiosk collection).
func cardProductions() []Word {
	return []Word{
		{
			Code: "READY", Title: "Ready to be made", Meaning: "The card can be made at the kiosk.",
			Who: Us, Ask: "Start the production at the kiosk.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		{
			Code: "IN_PROGRESS", Title: "Being made", Meaning: "The card is being made at the kiosk.",
			Who: Nobody, Openness: Tell, Standing: Going, Mark: Stated,
		},
		{
			Code: "PRODUCED", Title: "Made and collected", Meaning: "The card was made and collected at the kiosk.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "PRODUCTION_ERROR", Title: "Could not be made", Meaning: "The kiosk could not make the card; it can be tried again.",
			Who: Us, Ask: "Start the production again; if it fails again, ask Wise with the error code.", Openness: Softly, Standing: Trouble, Mark: Stated,
		},
	}
}
