package wise_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/wise"
)

func TestLockedFieldsAreToldAsTheyCame(t *testing.T) {
	field := func(name, value string) []wise.LockedField { return []wise.LockedField{{Name: name, Value: value}} }
	for name, test := range map[string]struct {
		body string
		want []wise.LockedField
	}{
		"a failure code":      {`{"data":{"failure_reason_code":"RECIPIENT_SANCTION_HIT","state":"x"}}`, field("data.failure_reason_code", "RECIPIENT_SANCTION_HIT")},
		"words beside it":     {`{"data":{"failure_description":"a sanction hit"}}`, field("data.failure_description", "a sanction hit")},
		"inside a list":       {`{"active_cases":["open","Location-Hit"]}`, field("active_cases", "Location-Hit")},
		"after a list":        {`{"a":[{"b":1}],"type":"SANCTIONS"}`, field("type", "SANCTIONS")},
		"in the name":         {`{"sanctionHit":true}`, field("sanctionHit", "true")},
		"under the name":      {`{"sanction":{"list":["x"]},"y":1}`, field("sanction.list", "x")},
		"written with escape": {`{"type":"\u0053ANCTIONS"}`, field("type", "SANCTIONS")},
		"a party's own":       {`{"messages":[{"text":"PARTNER_SUSPENDED"}]}`, field("messages.text", "PARTNER_SUSPENDED")},
		"softly on pages":     {`{"decline_reason":"SUSPECTED_FRAUD"}`, field("decline_reason", "SUSPECTED_FRAUD")}, // the masked body hides it
		"cut off":             {`{"status":"RESOLVED","type":"SANCTIONS"`, field("type", "SANCTIONS")},
		"cut off in the text": {`{"type":"SANCTIONS`, field("type", "SANCTIONS")},
		"no JSON at all":      {"location hit", field("", "location hit")},
		"nothing":             {`{"location":"Hitchin","deactivation_type":"ACCOUNT_SUSPENSION"}`, nil},
		"brackets":            {`]}{"type":"SANCTIONS"]}`, field("type", "SANCTIONS")},
		"empty":               {``, nil},
	} {
		if diff := cmp.Diff(test.want, wise.LockedFields([]byte(test.body))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestWhatTheMaskHidesForComplianceIsAField: nobody reads "handled by compliance" in
// a masked body whose fields are not told to those who may know them.
func TestWhatTheMaskHidesForComplianceIsAField(t *testing.T) {
	piece := rapid.SampledFrom([]string{`{`, `}`, `[`, `]`, `,`, `:`, `"type"`, `"SANCTIONS"`, `"SUSPECTED_FRAUD"`, `"open"`, `"sanctionHit"`, `1`, `null`, ` `, `"x`, `\`})
	rapid.Check(t, func(t *rapid.T) {
		body := strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), "")
		if strings.Contains(string(wise.Mask([]byte(body))), "handled by compliance") && wise.LockedFields([]byte(body)) == nil {
			t.Fatalf("%s: hidden, and no field", body)
		}
	})
}

func TestAHugeBodyIsWalkedOnce(t *testing.T) {
	body := strings.Repeat(`{"sanction":[`, 40_000) + strings.Repeat(`1,`, 200_000)
	if got := len(wise.LockedFields([]byte(body))); got != 100 {
		t.Errorf("%d fields, want the first 100", got)
	}
}
