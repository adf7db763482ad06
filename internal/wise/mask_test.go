package wise_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/wise"
)

func TestMaskShowsIDsStatesTimesAndAmountsOnly(t *testing.T) {
	body := `{"data":{"action":{"id":12345,"profile_id":222},"resource":{"id":"55555","reference":"RENT NOVEMBER",` +
		`"recipient":{"name":"ADA","id":4711,"type":"PERSON"},"settled_amount":{"value":786.54,"currency":"GBP"},"iban":8901,` +
		`"state":"ACTIVE","status":"Ada Example, Tallinn","fee":[],"flags":{},"active_cases":["a_b","Mr Smith"]},"occurred_at":"2023-08-21 12:34:56"},` +
		`"Ada Example":true,"x":null,"event_type":"swift-in#credit"}`
	want := `{
  "data": {
    "action": {
      "id": 12345,
      "profile_id": 222
    },
    "resource": {
      "id": "55555",
      "reference": "•••",
      "recipient": {
        "name": "•••",
        "id": "•••",
        "type": "•••"
      },
      "settled_amount": {
        "value": 786.54,
        "currency": "GBP"
      },
      "iban": "•••",
      "state": "ACTIVE",
      "status": "•••",
      "fee": [],
      "flags": {},
      "active_cases": [
        "a_b",
        "•••"
      ]
    },
    "occurred_at": "2023-08-21 12:34:56"
  },
  "•••": true,
  "x": null,
  "event_type": "swift-in#credit"
}`
	if diff := cmp.Diff(want, string(wise.Mask([]byte(body)))); diff != "" {
		t.Errorf("masked (-want +got):\n%s", diff)
	}
}

func TestMaskHidesEveryPersonalTextOfAnyBody(t *testing.T) {
	const secret = "EE947700771111111111"
	bodies := map[string]string{
		"a sender's account":          `{"data":{"resource":{"sender":{"account":"` + secret + `"}}}}`,
		"an id inside a party":        `{"sender":{"id":"` + secret + `","nested":{"list":[{"id":"` + secret + `"}]}}}`,
		"a name that is not known":    `{"favourite":"` + secret + `"}`,
		"a number of an unknown name": `{"favourite":94770077,"other":"` + secret + `"}`,
		"an account's own id":         `{"target_account_id":"` + secret + `","account_details_id":"` + secret + `"}`,
		"a sentence for a state":      `{"state":"paid to ` + secret + ` today"}`,
		"a text at the top":           `"` + secret + `"`,
		"no JSON at all":              secret + " and more of " + secret,
		"cut off inside the text":     `{"sender":{"account":"` + secret,
		"cut off after an escape":     `{"account":"` + secret + `\`,
		"a quote too many":            `{"name":"x" ` + secret + `":"` + secret + `"}`,
		"as a name of broken JSON":    `{"` + secret + `":1,}`,
		"brackets the wrong way":      `]}{"account":"` + secret + `"]}`,
		"a raw line break":            "{\"message\":\"\n:59F:/" + secret + "\n\"}",
	}
	for name, body := range bodies {
		if got := string(wise.Mask([]byte(body))); strings.Contains(got, secret) || strings.Contains(got, "94770077") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestMaskHidesWhatIsForComplianceAlone(t *testing.T) {
	for name, body := range map[string]string{
		"a case of 5.0.0":       `{"event_type":"partner-support#case-changed","type":"SANCTIONS","status":"RESOLVED"}`,
		"its sub-type":          `{"subType":"RECIPIENT_SANCTION_HIT","status":"RESOLVED"}`,
		"a place":               `{"subType":"REFERENCE_LOCATION_HIT","status":"RESOLVED"}`,
		"a case of 2.0.0":       `{"case_type":"sanctions","status":"RESOLVED"}`,
		"written with escapes":  `{"type":"\u0053ANCTIONS","status":"RESOLVED"}`,
		"a card":                `{"card_status":"PARTNER_SUSPENDED","status":"RESOLVED"}`,
		"a decline":             `{"decline_reason":"SUSPECTED_FRAUD_AML","status":"RESOLVED"}`,
		"an account's decline":  `{"decline_reason":"ACCOUNT_SUSPENDED","status":"RESOLVED"}`,
		"inside a list":         `{"reason":["SUSPECTED_FRAUD_COMPLIANCE"],"status":"RESOLVED"}`,
		"in the name":           `{"sanctionHit":true,"status":"RESOLVED"}`,
		"in a body cut off":     `{"status":"RESOLVED","type":"SANCTIONS",`,
		"in capitals and signs": `{"type":"Location-Hit","status":"RESOLVED"}`,
	} {
		got := string(wise.Mask([]byte(body)))
		low := strings.ToLower(got)
		for _, locked := range []string{"sanction", "anctions", "location", "partner_s", "suspected", "suspended"} {
			if strings.Contains(low, locked) {
				t.Errorf("%s: shows %q:\n%s", name, locked, got)
			}
		}
		if !strings.Contains(got, "RESOLVED") {
			t.Errorf("%s: what is not locked is hidden too:\n%s", name, got)
		}
		if !strings.Contains(got, "handled by compliance") && name != "in the name" {
			t.Errorf("%s: nothing says who handles it:\n%s", name, got)
		}
	}
	if got := string(wise.Mask([]byte(`{"deactivation_type":"ACCOUNT_SUSPENSION"}`))); !strings.Contains(got, "ACCOUNT_SUSPENSION") {
		t.Errorf("a user's suspension is not locked:\n%s", got)
	}
}

func TestMaskHidesWhoPaysAndWhoIsPaid(t *testing.T) {
	for name, body := range map[string]string{"2.0.0": swift2, "3.0.0": swift3, "4.0.0": swift4, "4.1.0": swap(t, swift4, `"address":{"first_line":"EVERGREEN AVE 6",`, lines41),
		"a payment to account details": detailsPayment, "a message": swiftMessage, "a review": kycReview5} {
		got := string(wise.Mask([]byte(body)))
		for _, personal := range []string{"SMITH", "EVERGREEN", "BRUSSELS", "EE9477", "BE1234567891234", "ABNABE2A", "LHV", "DEUTDEFF", "TRWI", "9001",
			"14124090", "Tartu", "PERv", "2ND FLOOR", "ASW86540", "RFB", "Wise\"", "{1:F"} {
			if strings.Contains(got, personal) {
				t.Errorf("%s: %q is shown:\n%s", name, personal, got)
			}
		}
		if !strings.Contains(got, `"profile_id": 222`) && !strings.Contains(got, `"profileId": 222`) {
			t.Errorf("%s: the profile is hidden:\n%s", name, got)
		}
	}
}

func TestMaskKeepsValidJSONValid(t *testing.T) {
	for _, body := range []string{stateChange, activeCases, payoutFailure, refund, balanceUpdate, userChange, `[]`, `[[],{},[{"a":[1,"b",{}]}]]`, `"\""`, `-1e5`} {
		if got := wise.Mask([]byte(body)); !json.Valid(got) {
			t.Errorf("%s\nis masked as\n%s", body, got)
		}
	}
	if got := string(wise.Mask([]byte(payoutFailure))); strings.Contains(got, "100%") || !strings.Contains(got, `"WRONG_NAME"`) {
		t.Errorf("masked:\n%s", got)
	}
}
