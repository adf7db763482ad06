package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"transferdesk/internal/wise/api"
)

// recipient asks for one whose answer is the body.
func recipient(t *testing.T, body string) api.Recipient {
	t.Helper()
	server := wise(t, say(200, body))
	got, err := ask(t, server.URL, nil).Recipient(context.Background(), ada, 1)
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return got
}

func TestARecipientIsRecognisedAndCannotBePaidTo(t *testing.T) {
	const head = `{"id":1,"profileId":2,"currency":"GBP","country":"GB","active":true,`
	tests := []struct {
		name, body string
		want       api.Recipient
	}{
		{"a sort code", `"type":"sort_code","name":{"fullName":"Jane Smith"},"details":{"sortCode":"231470","accountNumber":"28821822"},"accountSummary":"(23-14-70) 28821822","longAccountSummary":"GBP account ending in 1822"}`,
			api.Recipient{Name: "J••• S•••", Number: "••••1822", Summary: "GBP account ending in 1822", Type: "sort_code"}},
		{"an IBAN in groups, and a bank", `"type":"iban","name":{"fullName":"ÅSA ÖBERG-LIND"},"details":{"IBAN":"DE89 3704 0044 0532 0130 00","bankName":"Commerzbank"}}`,
			api.Recipient{Name: "Å••• Ö•••", Number: "••••3000", Summary: "Commerzbank", Type: "iban"}},
		{"a short number", `"type":"new_zealand","name":{"fullName":"A B"},"details":{"accountNumber":"1234567"},"accountSummary":"1234567"}`,
			api.Recipient{Name: "A••• B•••", Number: "••••", Type: "new_zealand"}},
		{"an e-mail", `"type":"email","name":{"fullName":"Jane"},"details":{"email":"jane@example.com"},"accountSummary":"jane@example.com","longAccountSummary":"jane@example.com"}`,
			api.Recipient{Name: "J•••", Type: "email"}},
		{"a phone number for an account", `"type":"mobile_wallet","name":{"fullName":"Jane"},"details":{"accountNumber":"447700900123"},"accountSummary":"+44 7700 900123"}`,
			api.Recipient{Name: "J•••", Number: "••••", Type: "mobile_wallet"}},
		{"an e-mail for an account", `"type":"x","name":{"fullName":"Jane"},"details":{"accountNumber":"jane@example.com"}}`,
			api.Recipient{Name: "J•••", Number: "••••", Type: "x"}},
		{"a number for a name", `"type":"x","name":{"fullName":"4006 Doe"},"details":{"accountNumber":12345678}}`,
			api.Recipient{Name: "••• D•••", Number: "••••5678", Type: "x"}},
		{"a summary with the name", `"type":"x","name":{"fullName":"Jane Smith"},"details":{},"longAccountSummary":"SMITH's account"}`,
			api.Recipient{Name: "J••• S•••", Type: "x"}},
		{"a summary with the sort code", `"type":"x","name":{"fullName":"J"},"details":{"accountNumber":"28821822"},"longAccountSummary":"23-14-70 ending in 1822"}`,
			api.Recipient{Name: "J•••", Number: "••••1822", Type: "x"}},
		{"the bank among the fields to show", `"type":"x","name":{"fullName":"J"},"details":{},"displayFields":[{"key":"accountNumber","label":"n","value":"28821822"},{"key":"details/bankName","label":"Bank","value":"Nordea"}]}`,
			api.Recipient{Name: "J•••", Summary: "Nordea", Type: "x"}},
		{"a bank's name with a number in it", `"type":"x","name":{"fullName":"J"},"details":{"bankName":"Bank 28821822"},"displayFields":null}`,
			api.Recipient{Name: "J•••", Type: "x"}},
		{"nothing", `"type":"x","name":null,"details":null}`, api.Recipient{Type: "x"}},
	}
	for _, test := range tests {
		test.want.ID, test.want.Profile, test.want.Currency, test.want.Country, test.want.Active = 1, 2, "GBP", "GB", true
		if got := recipient(t, head+test.body); got != test.want {
			t.Errorf("%s:\n got %+v\nwant %+v", test.name, got, test.want)
		}
	}
}

func TestNoFieldOfARecipientTellsMoreThanItsLastFour(t *testing.T) {
	server := newEcho(t)
	d := ask(t, server.URL, nil)
	rapid.Check(t, func(rt *rapid.T) {
		number := rapid.StringMatching(`[A-Z]{0,2}[0-9]{5,30}`).Draw(rt, "number")
		name := rapid.StringMatching(`[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}`).Draw(rt, "name")
		texts := []string{number, name, "x " + number, name + " " + number, number[:len(number)-4] + " " + number[len(number)-4:], strings.ToUpper(name)}
		pick := func(label string) string { return rapid.SampledFrom(texts).Draw(rt, label) }
		body, err := json.Marshal(map[string]any{
			"id": 1, "type": pick("type"), "name": map[string]any{"fullName": name},
			"details":            map[string]any{"accountNumber": number, "bankName": pick("bank"), "iban": number},
			"accountSummary":     pick("summary"),
			"longAccountSummary": pick("long"),
			"displayFields":      []map[string]any{{"key": "bankName", "value": pick("field")}},
		})
		if err != nil {
			rt.Fatal(err)
		}
		server.say(string(body))
		got, err := d.Recipient(context.Background(), ada, 1)
		if err != nil {
			rt.Fatal(err)
		}
		got.Type = "" // a word of Wise's own; strangers do not write it
		text := fmt.Sprintf("%+v", got)
		for i := 0; i+5 <= len(number); i++ {
			if strings.Contains(text, number[i:i+5]) {
				rt.Fatalf("%s tells %s of %s", text, number[i:i+5], number)
			}
		}
		for part := range strings.FieldsSeq(name) {
			if strings.Contains(strings.ToLower(text), strings.ToLower(part)) {
				rt.Fatalf("%s tells %s", text, part)
			}
		}
	})
}
