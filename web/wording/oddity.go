package wording

import (
	"strings"

	"transferdesk/internal/evidence"
)

// oddWords say in words what the decoder found odd.
var oddWords = map[string]string{
	evidence.FlagUnknownVersion:  "a version that we do not know, read as the latest that we know",
	evidence.FlagUnknownCurrency: "a currency that we do not know",
	evidence.FlagTextRepaired:    "characters that cannot be shown were made visible",
	evidence.FlagOddTime:         "a further time cannot be read",
	evidence.FlagOddCase:         "a code is not written as Wise documents it",
	evidence.FlagOddUETR:         "the reference of the SWIFT payment is no UUID",
	evidence.FlagSentAtUnusable:  "no usable time of sending",
}

// Oddities gives the words, or the code with its underscores as spaces.
func Oddities(codes []string) []string {
	var words []string
	for _, code := range codes {
		word, known := oddWords[code]
		if !known {
			word = strings.ReplaceAll(code, "_", " ")
		}
		words = append(words, word)
	}
	return words
}
