package reason

import (
	"strings"
	"unicode"
)

// times are the words by which a lead's text would name a time to come. The
// product's own sentences have past dates in them, so that these are looked for in
// what leads write alone.
var times = wordSet(`
	today now instant noon evening morning afternoon month months monthly year years daily weekly hourly
	january february april june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter
	sooner moment moments daytime eta deadline calendar certainly definitely surely`)

// hints are the words that hint at a review or at the law. They have a plain meaning
// too, so that these as well are looked for in what leads write alone.
var hints = wordSet(`flagged scrutiny scrutinised scrutinized prohibited police verified forbidden`)

// inTime are the phrases with a word that has a plain meaning too: a time, an arrival,
// a review.
var inTime = []string{"before long", "in due course", "will reach", "will land", "will be credited", "will be there",
	"looked into", "watch list", "black list",
	"in may", "by may", "until may", "of may", "in march", "by march", "until march", "next march", "next may", "no later than", "at the latest", "in no time", "right away", "straight away", "end of the"}

// promising gives what in a text names a time to come or hints at a review, or looks like one of Wise's
// codes though it has no underscore.
func promising(text string) []string {
	words := strings.FieldsFunc(plainText(text), notWordRune)
	var found []string
	for _, word := range words {
		if times[word] || hints[word] {
			found = append(found, word)
		}
	}
	plain := " " + strings.Join(words, " ") + " "
	for _, phrase := range inTime {
		if strings.Contains(plain, " "+phrase+" ") {
			found = append(found, phrase)
		}
	}
	for word := range strings.FieldsFuncSeq(text, notWordRune) {
		if len(word) > len("CLABE") && strings.ToUpper(word) == word && strings.ToLower(word) != word {
			found = append(found, word)
		}
	}
	return found
}

// notForCustomers says whether a character may not stand in what a lead writes for
// customers. The product's own sentences are in the letters of Latin-1 and Latin
// Extended-A; numbers, links and signs are where promises, codes and look-alikes hide.
func notForCustomers(r rune) bool {
	if r <= unicode.MaxASCII {
		return !unicode.IsLetter(r) && !strings.ContainsRune(" ,.:;!?'\"()-&", r)
	}
	if strings.ContainsRune("‘’“”„«»–—…", r) {
		return false
	}
	return !unicode.IsLetter(r) || r < 0xc0 || r > 0x17f || strings.ContainsRune("ſŉĸıȷĿŀ", r)
}
