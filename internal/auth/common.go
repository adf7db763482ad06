package auth

import (
	_ "embed" // the two lists
	"strings"
	"sync"
)

// The lists are our own and short. Of the passwords that published lists of
// breaches rank highest, those with 15 characters or more are nearly all
// repetitions, runs on the keyboard and two or three everyday words with a
// number behind; isCommon works those out, in every spelling, which covers far
// more than the first 3,000 of any list (ASVS 5.0, 6.2.4). What remains to be
// listed are phrases that many people take for their own idea.

//go:embed common_passwords.txt
var commonPasswordsText string

//go:embed common_words.txt
var commonWordsText string

// commonPasswords gives the listed phrases, folded.
var commonPasswords = sync.OnceValue(func() map[string]bool {
	listed := map[string]bool{}
	for line := range strings.Lines(commonPasswordsText) {
		listed[fold(line)] = true
	}
	return listed
})

// commonWords gives the words that passwords are most often made of.
var commonWords = sync.OnceValue(func() []string { return strings.Fields(commonWordsText) })
