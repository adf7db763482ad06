package wise_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// said gives an activity event what every one has that is decoded here.
func said(body, version, raw string, e activity.Event) *activity.Event {
	sum := sha256.Sum256([]byte(body))
	e.Hash = hex.EncodeToString(sum[:])
	e.At = evidence.Moment{Time: occurred, By: evidence.Occurred, Raw: raw}
	e.Source = evidence.Source{Delivery: 7, ReceivedAt: received, SentAt: sent, Subscription: "s", SchemaVersion: version}
	return &e
}

// reads compares a body's event as a whole.
func reads(t *testing.T, body string, want *activity.Event) wise.Decoded {
	t.Helper()
	got := decode(body)
	if got.Verdict != wise.Readable {
		t.Fatalf("%v, why %q", got.Verdict, got.Why)
	}
	if d := cmp.Diff(want, got.Activity); d != "" {
		t.Errorf("event (-want +got):\n%s", d)
	}
	if got.ProfileID != want.Profile || got.TransferID != want.Transfer {
		t.Errorf("names transfer %d, profile %d", got.TransferID, got.ProfileID)
	}
	return got
}

const seconds, millis = "2026-09-22T12:51:02Z", "2026-09-22T12:51:02.000Z"

// swiftEvent is what all versions say.
func swiftEvent(d activity.SwiftDetail, flags ...string) activity.Event {
	d.Account, d.Resource = 333, "55555"
	return activity.Event{Key: activity.Key{Kind: activity.SwiftCredit, ID: "12345"}, Profile: 222, Transfer: 12345,
		Shared: "credit\x1f333", Detail: activity.Detail{Swift: &d}, Flags: flags}
}

func TestASwiftCreditIsReadInEveryVersion(t *testing.T) {
	const address = "EVERGREEN AVE 6, EVERGREEN AVE, 6, 1000, BRUSSELS, BRU, BE"
	spelt := activity.SwiftDetail{
		Action: "credit", UETR: "f875814b-7d44-4d1b-a499-123456789abcde", Reference: "/RFB/BET072",
		Sender:     activity.Party{Name: "GEORGE SMITH", Account: "EE947700771111111111", Address: "EVERGREEN STREET, 10, BRUSSELS, BE", Bank: "BIC ABNABE2AIDJ"},
		Recipient:  activity.Party{Name: "JOHN SMITH", Account: "BE1234567891234", Address: "EVERGREEN AVE, 6, BRUSSELS, BE", Bank: "Wise TRWIBEB1XXX"},
		Rate:       "0.8",
		Instructed: amount("1000", "USD"), Settled: amount("786.54", "GBP"),
		WiseFees:      []activity.Fee{{Type: "conversion", Amount: amount("2.76", "GBP")}},
		Correspondent: []activity.Fee{{Amount: amount("4.5", "USD")}, {Amount: amount("2.1", "GBP")}},
		At:            time.Date(2026, 9, 22, 12, 50, 0, 0, time.UTC),
	}
	four := spelt
	four.UETR, four.Agents = "f875814b-7d44-4d1b-a499-123456789abc", []string{"Deutsche Bank DEUTDEFF", "CITIUS33"}
	four.Sender = activity.Party{Name: "GEORGE SMITH", Account: "EE947700771111111111", Address: address, Bank: "LHV Pank LHVBEE22"}
	four.Recipient = activity.Party{Name: "JOHN SMITH", Account: "BE1234567891234", Address: address, Bank: "Wise TRWIBEB1XXX"}
	lined := four
	lined.Recipient.Address = "EVERGREEN AVE 6, 2ND FLOOR, EVERGREEN AVE, 6, 1000, BRUSSELS, BRU, BE"
	typed := lined
	typed.Type = "CUSTOMER_CREDIT_TRANSFER"
	raw := activity.SwiftDetail{
		Action: "CREDIT", Message: strings.ReplaceAll(mt103, `\n`, "\n"), UETR: "f875814b-7d44-4d1b-a499-123456789abcde", Reference: "/RFB/BET072",
		Sender:     activity.Party{Name: "SMITH#JOHN", Account: "EE947700771111111111", Address: "EVERGREEN STREET, 10, BE/BRUSSELS", Bank: "ZYABEE20"},
		Recipient:  activity.Party{Name: "SMITH#JOHN", Account: "BE1234567891234", Address: "EVERGREEN AVE, 6, BE/BRUSSELS", Bank: "AGRNMD2XXXX"},
		Instructed: amount("3.54", "EUR"), Settled: amount("3.54", "EUR"), Charges: "SHA",
	}
	body41 := swap(t, swift4, `"4.0.0"`, `"4.1.0"`, `"address":{"first_line":"EVERGREEN AVE 6",`, lines41)
	body42 := swap(t, body41, `"4.1.0"`, `"4.2.0"`, `"previous_instructing_agents"`, `"incoming_transfer_type":"CUSTOMER_CREDIT_TRANSFER","previous_instructing_agents"`)
	for _, test := range []struct {
		name, body, version, raw string
		want                     activity.SwiftDetail
		flags                    []string
	}{
		{"2.0.0, from the message", swift2, "2.0.0", seconds, raw, []string{"odd_uetr"}},
		{"3.0.0", swift3, "3.0.0", seconds, spelt, []string{"odd_uetr"}},
		{"4.0.0", swift4, "4.0.0", millis, four, nil},
		{"4.1.0", body41, "4.1.0", millis, lined, nil},
		{"4.2.0", body42, "4.2.0", millis, typed, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := reads(t, test.body, said(test.body, test.version, test.raw, swiftEvent(test.want, test.flags...)))
			in := got.Transfer
			if in == nil || in.Kind != transfer.IncomingCredit || in.Transfer != 12345 || in.Account != 333 || in.Incoming == nil {
				t.Fatalf("its transfer hears %+v", in)
			}
			if want := (transfer.Incoming{Settled: test.want.Settled, ByMessage: test.version == "2.0.0"}); !cmp.Equal(want, *in.Incoming) {
				t.Errorf("settled %+v, want %+v", *in.Incoming, want)
			}
			for _, handle := range []wise.Handle{{Kind: wise.HandleUETR, Text: test.want.UETR}, {Kind: wise.HandleReference, Text: "/RFB/BET072"}} {
				if !slices.Contains(got.Handles, handle) {
					t.Errorf("it cannot be found by %v: %v", handle, got.Handles)
				}
			}
		})
	}
}

func TestTheSameSwiftCreditInTwoVersionsIsACopy(t *testing.T) {
	two, four := decode(swift2), decode(swap(t, swift4, `"4.0.0"`, `"4.2.0"`))
	if !activity.IsCopy([]activity.Event{*two.Activity}, *four.Activity) || !transfer.IsCopy([]transfer.Event{*two.Transfer}, *four.Transfer) {
		t.Errorf("2.0.0 and 4.2.0 of one credit are two:\n%q\n%q", two.Activity.Shared, four.Activity.Shared)
	}
}

func TestBadSwiftCredits(t *testing.T) {
	q := wise.Unreadable
	many := `[` + strings.Repeat(`{"value":1,"currency":"EUR"},`, 200) + `{"value":1,"currency":"EUR"}]`
	fees := `[{"value":4.5,"currency":"USD"},{"value":2.1,"currency":"GBP"}]`
	check(t, []badInput{
		{"no transfer", swap(t, swift4, `"id":12345,`, ""), q, "field_missing:data.action.id"},
		{"the transfer as text", swap(t, swift4, `"id":12345`, `"id":"12345"`), q, "field_of_wrong_type:data.action.id"},
		{"no profile", swap(t, swift4, `"profile_id":222,`, ""), q, "field_missing:data.action.profile_id"},
		{"no account", swap(t, swift4, `,"account_id":333`, ""), q, "field_missing:data.action.account_id"},
		{"an action that is none", swap(t, swift4, `"type":"credit"`, `"type":"debit"`), q, "direction_not_known:data.action.type"},
		{"no action", swap(t, swift4, `"type":"credit",`, ``), q, "field_missing:data.action.type"},
		{"no settled amount", swap(t, swift4, `"settled_amount"`, `"settled"`), q, "field_missing:data.resource.settled_amount.currency"},
		{"settled as text", swap(t, swift4, `786.54`, `"786.54"`), q, "field_of_wrong_type:data.resource.settled_amount.value"},
		{"a fee as text", swap(t, swift4, `"value":2.1`, `"value":"2.1"`), q, "field_of_wrong_type:data.resource.fee.correspondent[1].value"},
		{"fees that are no list", swap(t, swift4, fees, `{"value":1}`), q, "field_of_wrong_type:data.resource.fee.correspondent"},
		{"more fees than can be", swap(t, swift4, fees, many), q, "list_too_long:data.resource.fee.correspondent"},
		{"a UETR that is a number", swap(t, swift4, `"uetr":"f875814b-7d44-4d1b-a499-123456789abc"`, `"uetr":5`), q, "field_of_wrong_type:data.resource.uetr"},
		{"a name that is a list", swap(t, swift4, `"JOHN SMITH"`, `["JOHN SMITH"]`), q, "field_of_wrong_type:data.resource.recipient.name"},
		{"2.0.0 without a message", swap(t, swift2, `"message"`, `"text"`), q, "field_missing:data.resource.message"},
		{"no fees declared", swap(t, swift4, fees, `null`), wise.Readable, ""},
		{"no instructed amount", swap(t, swift4, `"instructed_amount"`, `"asked"`), wise.Readable, ""},
		{"the webhook's id as an integer", swap(t, swift4, `"id":"55555"`, `"id":55555`), wise.Readable, ""},
		{"an unknown version that says the same", swap(t, swift4, `"4.0.0"`, `"9.0.0"`), wise.Readable, ""},
		{"an unknown version without what is needed", swap(t, swift4, `"4.0.0"`, `"9.0.0"`, `"settled_amount"`, `"settled"`), wise.Kept, "unknown_version"},
		{"Wise's own example of 2.0.0, which is no JSON", strings.ReplaceAll(swift2, `\n`, "\n"), q, "not_json"},
	})
	for flag, body := range map[string]string{
		"odd_uetr":         swap(t, swift4, `"uetr":"f875814b-7d44-4d1b-a499-123456789abc",`, ""),
		"odd_case":         swap(t, swift4, `"type":"credit"`, `"type":"Credit"`),
		"odd_time":         swap(t, swift4, `2026-09-22T12:50:00Z`, `2026-02-30T12:50:00Z`),
		"unknown_currency": swap(t, swift4, `"currency":"USD"`, `"currency":"XYZ"`),
	} {
		if got := decode(body); got.Verdict != wise.Readable || !slices.Contains(flags(got), flag) {
			t.Errorf("%s: %v, why %q, flags %v", flag, got.Verdict, got.Why, flags(got))
		}
	}
}

func TestAMessageThatCannotBeReadIsKeptWhole(t *testing.T) {
	for name, message := range map[string]string{
		"no message at all":            "hello",
		"blank fields":                 `{4:\n:32A:\n:33B:\n:50F:\n:59:\n:70:\n:71F:\n-}`,
		"amounts that are none":        `{4:\n:32A:211112EUR3.54\n:33B:EURO3,54\n:71F:EUR,\n:71G:EUR1,2,3\n-}`,
		"an amount longer than can be": `{4:\n:32A:211112EUR` + strings.Repeat("9", 60) + `,00\n-}`,
		"cut off":                      `{1:F21}{3:{121:f875814b-7d44`,
		"colons only":                  strings.Repeat(`:\n`, 500),
		"many fields":                  strings.Repeat(`:70:x\n`, 5000),
	} {
		got := decode(swap(t, swift2, mt103, message))
		if got.Verdict != wise.Readable {
			t.Errorf("%s: %v, why %q", name, got.Verdict, got.Why)
			continue
		}
		d := got.Activity.Detail.Swift
		if d.Message != strings.ReplaceAll(message, `\n`, "\n") || d.Settled.Known() || d.Instructed.Known() || len(d.Correspondent) > 0 {
			t.Errorf("%s: read as %+v", name, d)
		}
	}
}

func TestTheFieldsOfAMessage(t *testing.T) {
	read := func(lines ...string) activity.SwiftDetail {
		return *decode(swap(t, swift2, mt103, `{3:{121:f875814b-7d44-4d1b-a499-123456789abc}}{4:\n`+strings.Join(lines, `\n`)+`\n-}`)).Activity.Detail.Swift
	}
	d := read(":32A:261112JPY5000,", ":33B:USD40,5", ":36:123,45", ":50K:/GB1\\r", "ADA LTD\\r", "1 HIGH ST\\r", "LONDON", ":52D:/C/1", "BANK OF X", ":59A:/DE2", "DEUTDEFF", ":71A:BEN", ":71F:USD4,5", ":71F:USD0,5", ":71G:EUR1,")
	want := activity.SwiftDetail{Action: "CREDIT", Account: 333, Resource: "55555", Message: d.Message, UETR: "f875814b-7d44-4d1b-a499-123456789abc",
		Sender:    activity.Party{Name: "ADA LTD", Account: "GB1", Address: "1 HIGH ST, LONDON", Bank: "BANK OF X"},
		Recipient: activity.Party{Name: "DEUTDEFF", Account: "DE2"}, Rate: "123.45", Charges: "BEN",
		Instructed: amount("40.5", "USD"), Settled: amount("5000", "JPY"),
		Correspondent: []activity.Fee{{Type: "71F", Amount: amount("4.5", "USD")}, {Type: "71F", Amount: amount("0.5", "USD")}, {Type: "71G", Amount: amount("1", "EUR")}}}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}
