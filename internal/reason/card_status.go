package reason

// cardStatuses gives the table of card statuses. PARTNER_SUSPENDED is locked: by
// Wise's reference it is not to be displayed to end customers.
func cardStatuses() []Word {
	return []Word{
		{
			Code: "ACTIVE", Title: "Active", Meaning: "The card can be used.",
			Who: Nobody, Openness: Tell, Standing: Good, Mark: Stated,
		},
		{
			Code: "INACTIVE", Title: "Not activated yet", Meaning: "The card is not activated yet and cannot be used.",
			Who: Sender, Ask: "The customer activates the card.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		{
			Code: "FROZEN", Title: "Frozen", Meaning: "The card is frozen and cannot be used; that can be undone.",
			Who: Sender, Ask: "Ask whether the customer froze it; the customer can unfreeze it.", Openness: Tell, Standing: Waits, Mark: Stated,
		},
		{
			Code: "BLOCKED", Title: "Blocked for good", Meaning: "The card is blocked for good; it takes a new card.",
			Who: Sender, Ask: "The customer orders a new card.", Openness: Tell, Standing: Over, Mark: Stated,
		},
		lockedWord("PARTNER_SUSPENDED"),
		{
			Code: "EXPIRED", Title: "Expired", Meaning: "The card has expired and cannot be used any more.",
			Who: Sender, Ask: "The customer orders a new card.", Openness: Tell, Standing: Over, Mark: Stated,
		},
		{
			Code: "PURGED", Title: "Expired long ago, data deleted", Meaning: "The card expired long ago, and its data has been deleted.",
			Who: Nobody, Openness: Internal, Standing: Over, Mark: Stated,
		},
	}
}
