package atwise

import (
	"strings"
	"testing"

	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

func TestASubjectHoldsNoPersonalData(t *testing.T) {
	book := map[string]string{"ada lovelace": "Ada Lovelace", "payment trust": "Payment Trust Holding Ltd"}
	rules := subjectRules{
		known: []string{"49983981", "16055450"}, drafted: "Transfer 49983981: why it was returned", names: []string{"Erika Mustermann", "Transfer Returned GmbH"},
		find: func(words string) (store.Entries, error) {
			if name, known := book[words]; known {
				return store.Entries{{DirectoryEntry: customer.DirectoryEntry{Name: name}}}, nil
			}
			return nil, nil
		},
	}
	for subject, why := range map[string]string{
		"Transfer 49983981: why it was returned":                 "",
		"Transfer 49983981 of profile 16055450, sent 2026-11-18": "",
		"Why was it returned on 18 Nov at 14:03?":                "",
		"Amount 1250.00 EUR of 49983981":                         "",
		"49983981 and 16055450":                                  "",
		"":                                                       "1 to 120 characters",
		strings.Repeat("x", 121):                                 "1 to 120 characters",
		"two\nlines":                                             "1 to 120 characters",
		"a\u202eb":                                               "1 to 120 characters",
		"bad \xff":                                               "1 to 120 characters",
		"returned to erika@example.com":                          "e-mail",
		"account DE89 3704 0044 0532 0130 00":                    "IBAN",
		"account de89370400440532013000":                         "IBAN",
		"card 4111 1111 1111 1111":                               "the number 4111 1111 1111 1111",
		"card ４１１１ １１１１ １１１１ １１１１":            "the number 4111 1111 1111 1111",
		"card ٤١١١١١١١١١١١١١١١":               "the number",
		"call +49 (0)151-234567":              "the number",
		"transfer 49983982":                   "the number 49983982",
		"49983981 12345678":                   "the number",
		"499839811":                           "the number 499839811",
		"sort code 20-30-40":                  "the number 20-30-40",
		"payment of Erika":                    "a name of the customer",
		"payment of MUSTERMANN, why returned": "a name of the customer",
		"payment by GmbH":                     "a name of the customer",
		"a note about Ada Lovelace":           "somebody in the directory",
		"is the payment trust worthy":         "",
		"for Payment Trust Holding Ltd":       "somebody in the directory",
	} {
		err := rules.check(subject)
		if why == "" && err != nil {
			t.Errorf("%q: %v", subject, fault.TextOf(err))
		}
		if why != "" && (fault.KindOf(err) != fault.Unprocessable || !strings.Contains(fault.TextOf(err), why)) {
			t.Errorf("%q: got %q, want … %s …", subject, fault.TextOf(err), why)
		}
	}
}
