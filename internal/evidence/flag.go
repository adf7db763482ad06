package evidence

// What the decoder found odd about a delivery, as it stands in the Flags of an
// event and of the facts that rest on it.
const (
	FlagUnknownVersion  = "unknown_version"    // read as the newest version that we know
	FlagUnknownCurrency = "unknown_currency"   // not of ISO 4217, kept as sent
	FlagTextRepaired    = "text_repaired"      // bad Unicode was made visible
	FlagSentAtUnusable  = "sent_at_not_usable" // missing, unreadable or impossible
	FlagOddTime         = "odd_time"           // a time beside the event's own cannot be read
	FlagOddCase         = "odd_case"           // a code is not written in the case that Wise documents
	FlagOddUETR         = "odd_uetr"           // a SWIFT payment's reference is no UUID
)
