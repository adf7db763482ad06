package wise

import "strings"

// Why a body is not read. A code that concerns one field carries its path after
// a colon: "field_missing:data.current_state".
const (
	whyNotJSON        = "not_json"
	whyBOM            = "byte_order_mark"
	whyTrailing       = "trailing_data"
	whyTopLevel       = "not_an_object"
	whyDuplicateKey   = "duplicate_key"
	whyCaseKey        = "key_differs_in_case"
	whyTooDeep        = "too_deep"
	whyNumber         = "number_out_of_range"
	whyNoType         = "no_event_type"
	whyFieldMissing   = "field_missing"
	whyFieldType      = "field_of_wrong_type"
	whyNotAnID        = "not_an_id"
	whyListLength     = "list_too_long"
	whyIDLength       = "id_too_long"
	whyNotACount      = "not_a_count"
	whyTwoStates      = "two_states"
	whyDirection      = "direction_not_known"
	whyNotOurs        = "not_our_form"
	whyOursOnly       = "our_type_from_outside"
	whyNotRead        = "type_not_read" // of older binaries only: every documented type is read
	whyUnknownType    = "unknown_type"
	whyUnknownVersion = "unknown_version"
)

// whyTexts says each code in a sentence for leads and admins.
var whyTexts = map[string]string{
	whyNotJSON:        "The body is not valid JSON.",
	whyBOM:            "The body begins with a byte order mark, which JSON does not allow.",
	whyTrailing:       "Something follows after the end of the JSON document.",
	whyTopLevel:       "The body is valid JSON but not an object.",
	whyDuplicateKey:   "A key stands twice in one object, so it is not clear which value counts.",
	whyCaseKey:        "Two keys of one object differ only in case, so it is not clear which value counts.",
	whyTooDeep:        "Objects and lists are nested more than 64 deep.",
	whyNumber:         "A number has more than 40 digits, or an exponent beyond 30.",
	whyNoType:         "The body does not say which type of event it is.",
	whyFieldMissing:   "A field that this event type needs is missing or null",
	whyFieldType:      "A field has another type than this event type sends",
	whyNotAnID:        "An id is not a whole number between 1 and 9223372036854775807",
	whyListLength:     "A list has more than 200 entries",
	whyIDLength:       "An id has more than 200 bytes",
	whyNotACount:      "A number that counts something is not whole, or negative",
	whyTwoStates:      "Two fields that say the same state differ",
	whyDirection:      "The movement is neither a credit nor a debit",
	whyNotOurs:        "It came from our asking Wise’s API, and yet the body is none that we write.",
	whyOursOnly:       "It came as a webhook, and names an event type that Wise does not send: only we write it down, after asking Wise’s API.",
	whyNotRead:        "This type of event is kept as it came; no answer rests on it.",
	whyUnknownType:    "This type of event is not known; it is kept as it came.",
	whyUnknownVersion: "This schema version is not known, and what it says cannot be read as the newest known version; it is kept as it came.",
}

// WhyText says in words what a code of Decoded.Why means, naming the field that
// it concerns. A code that is not known is given back as it is.
func WhyText(code string) string {
	base, path, named := strings.Cut(code, ":")
	words, known := whyTexts[base]
	switch {
	case !known:
		return code
	case named:
		return words + ": " + path + "."
	default:
		return words
	}
}
