package auth_test

import (
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
)

func TestGoodPasswordsAreAllowed(t *testing.T) {
	for name, password := range map[string]string{
		"four words":               "gravel otter pumice lantern",
		"words without spaces":     "graveltypicalotterlantern",
		"letters only, lower case": "kvwzqpxhtmbnrdj",
		"fifteen characters":       "fp9 mXk2 qLw7 z",
		"fifteen, not in ASCII":    "жираф ест мёдик",
		"a common word among more": "gravel password otter pumice",
		"a machine's":              "k3v9-2mfx-81qd-77hw",
		"64 characters":            strings.Repeat("gravel otter 1 pumice lantern 23", 2),
		"a thousand characters":    strings.Repeat("gravel otter 1 pumice lantern 2", 33)[:1000],
	} {
		if err := auth.CheckPassword(password, "ada@example.com", "Ada Lovelace"); err != nil {
			t.Errorf("%s: %q is refused: %v", name, password, err)
		}
	}
}

func TestBadPasswordsAreRefused(t *testing.T) {
	for name, password := range map[string]string{
		"empty":                        "",
		"fourteen characters":          "fp9 mXk2 qLw7z",
		"fourteen that are many bytes": "жираф ест мёди",
		"over 1024 bytes":              strings.Repeat("gravel otter pumice lantern ", 40),
		"a listed phrase":              "correct horse battery staple",
		"listed, written otherwise":    "CorrectHorseBatteryStaple!",
		"listed, with digits for o":    "c0rrect-h0rse-battery-staple",
		"one character":                "aaaaaaaaaaaaaaaaaaaa",
		"two characters":               "10101010101010101010",
		"a word over and over":         "gravel gravel gravel",
		"spaces":                       "                    ",
		"digits in order":              "1234567890123456",
		"digits backwards":             "9876543210987654",
		"a walk on the keyboard":       "qwertyuiopasdfghjkl",
		"a walk in columns":            "1qaz2wsx3edc4rfv",
		"the alphabet":                 "abcdefghijklmnopqr",
		"password and digits":          "Password123456789",
		"password with signs":          "P@ssw0rd!P@ssw0rd?",
		"two words and a year":         "WelcomeSummer2026!",
		"the product's name":           "Transferdesk-2026-!",
		"her own name":                 "AdaLovelace12345",
		"her own address":              "ada.lovelace@example.com",
	} {
		err := auth.CheckPassword(password, "ada.lovelace@example.com", "Ada Lovelace")
		if fault.KindOf(err) != fault.Unprocessable {
			t.Errorf("%s: %q gives %v, want it refused", name, password, err)
		}
		if password != "" && err != nil && strings.Contains(err.Error(), password) {
			t.Errorf("%s: the refusal repeats the password", name)
		}
	}
}

func TestEveryListedPhraseIsRefused(t *testing.T) {
	if n := auth.CountCommonPasswords(); n < 200 {
		t.Errorf("only %d phrases are listed", n)
	}
}
