package wise_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// badInput is one case of what a signed body may hold.
type badInput struct {
	name    string
	body    string
	verdict wise.Verdict
	why     string
}

// check decodes every case.
func check(t *testing.T, tests []badInput) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(test.body)
			if got.Verdict != test.verdict || got.Why != test.why {
				t.Errorf("%v, why %q; want %v, why %q", got.Verdict, got.Why, test.verdict, test.why)
			}
			if (got.Transfer != nil || got.User != nil || got.Activity != nil) != (got.Verdict == wise.Readable) {
				t.Errorf("%v, but transfer %v, user %v, activity %v", got.Verdict, got.Transfer, got.User, got.Activity)
			}
			if test.why != "" && wise.WhyText(got.Why) == got.Why {
				t.Errorf("no words for %q", got.Why)
			}
		})
	}
}

func TestJSONThatCouldMeanTwoThingsIsQuarantined(t *testing.T) {
	deep := func(levels int) string {
		return swap(t, stateChange, `"sent_at"`, `"x":`+strings.Repeat("[", levels-1)+strings.Repeat("]", levels-1)+`,"sent_at"`)
	}
	many := strings.Repeat(`"k":1,`, 1)
	for i := range 60 {
		many += `"k` + strings.Repeat("x", i+1) + `":1,`
	}
	check(t, []badInput{
		{"cut off", stateChange[:len(stateChange)-20], wise.Unreadable, "not_json"},
		{"empty", "", wise.Unreadable, "not_json"},
		{"white space only", " \n", wise.Unreadable, "not_json"},
		{"null", "null", wise.Unreadable, "not_an_object"},
		{"a list", "[" + stateChange + "]", wise.Unreadable, "not_an_object"},
		{"a string", `"transfers#state-change"`, wise.Unreadable, "not_an_object"},
		{"a number", "12", wise.Unreadable, "not_an_object"},
		{"a byte order mark", "\xef\xbb\xbf" + stateChange, wise.Unreadable, "byte_order_mark"},
		{"UTF-16 with a mark", utf16LE("\ufeff" + stateChange), wise.Unreadable, "byte_order_mark"},
		{"UTF-16 without a mark", utf16LE(stateChange), wise.Unreadable, "not_json"},
		{"a trailing second document", stateChange + "\n" + stateChange, wise.Unreadable, "trailing_data"},
		{"trailing rubbish", stateChange + "}", wise.Unreadable, "trailing_data"},
		{"trailing white space", stateChange + " \r\n\t", wise.Readable, ""},
		{"a trailing comma", swap(t, stateChange, `789Z"}`, `789Z",}`), wise.Unreadable, "not_json"},
		{"a raw line break in a text", swap(t, payoutFailure, "The name", "The\nname"), wise.Unreadable, "not_json"},
		{"a raw NUL in a text", swap(t, payoutFailure, "The name", "The\x00name"), wise.Unreadable, "not_json"},
		{"a key twice", swap(t, stateChange, `"current_state"`, `"current_state":"cancelled","current_state"`), wise.Unreadable, "duplicate_key"},
		{"a key twice in the envelope", swap(t, stateChange, `"sent_at"`, `"event_type":"x","sent_at"`), wise.Unreadable, "duplicate_key"},
		{"a key twice, once escaped", swap(t, stateChange, `"current_state"`, `"current\u005fstate":"cancelled","current_state"`), wise.Unreadable, "duplicate_key"},
		{"keys that differ in case only", swap(t, stateChange, `"current_state"`, `"Current_State":"cancelled","current_state"`), wise.Unreadable, "key_differs_in_case"},
		{"keys that differ by the Kelvin sign", swap(t, stateChange, `"sent_at"`, `"Kind":1,"`+"\u212aind"+`":2,"sent_at"`), wise.Unreadable, "key_differs_in_case"},
		{"many keys", swap(t, stateChange, `"sent_at"`, many+`"sent_at"`), wise.Readable, ""},
		{"many keys, one twice", swap(t, stateChange, `"sent_at"`, many+`"k":2,"sent_at"`), wise.Unreadable, "duplicate_key"},
		{"many keys, one in another case", swap(t, stateChange, `"sent_at"`, many+`"`+"\u212a"+`":2,"sent_at"`), wise.Unreadable, "key_differs_in_case"},
		{"64 levels", deep(64), wise.Readable, ""},
		{"65 levels", deep(65), wise.Unreadable, "too_deep"},
		{"a number that no decimal holds", swap(t, refund, "4999.90", "1e999999999"), wise.Unreadable, "number_out_of_range"},
		{"a number of 41 digits", swap(t, refund, "4999.90", strings.Repeat("9", 41)), wise.Unreadable, "number_out_of_range"},
		{"such a number in a field that is not read", swap(t, stateChange, `"sent_at"`, `"x":1e-31,"sent_at"`), wise.Unreadable, "number_out_of_range"},
	})
}

func TestIDsAreExactOrQuarantined(t *testing.T) {
	id := func(value string) string { return swap(t, stateChange, `"id":50000231`, `"id":`+value) }
	check(t, []badInput{
		{"the largest int64", id("9223372036854775807"), wise.Readable, ""},
		{"one", id("1"), wise.Readable, ""},
		{"beyond int64", id("9223372036854775808"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"a fraction", id("5.5"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"a whole fraction", id("5.0"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"an exponent", id("5e7"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"negative", id("-5"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"zero beside real ids", id("0"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"minus zero", id("-0"), wise.Unreadable, "not_an_id:data.resource.id"},
		{"a text", id(`"50000231"`), wise.Unreadable, "field_of_wrong_type:data.resource.id"},
		{"a list", id("[50000231]"), wise.Unreadable, "field_of_wrong_type:data.resource.id"},
		{"an object", id(`{"id":50000231}`), wise.Unreadable, "field_of_wrong_type:data.resource.id"},
		{"true", id("true"), wise.Unreadable, "field_of_wrong_type:data.resource.id"},
		{"null", id("null"), wise.Unreadable, "field_missing:data.resource.id"},
		{"missing", swap(t, stateChange, `"id":50000231,`, ""), wise.Unreadable, "field_missing:data.resource.id"},
		{"no resource", swap(t, stateChange, `"resource"`, `"source"`), wise.Unreadable, "field_missing:data.resource.id"},
		{"no profile", swap(t, stateChange, `"profile_id":16454512,`, ""), wise.Unreadable, "field_missing:data.resource.profile_id"},
		{"no account", swap(t, stateChange, `"account_id":14203630,`, ""), wise.Unreadable, "field_missing:data.resource.account_id"},
		{"a failure without its transfer", swap(t, payoutFailure, `"transfer_id":50000231,`, ""), wise.Unreadable, "field_missing:data.transfer_id"},
		{"a user's id as text", swap(t, userChange, `9105455`, `"9105455"`), wise.Unreadable, "field_of_wrong_type:data.resource.id"},
		{"a movement without its balance", swap(t, balanceUpdate, `"balance_id":20401488,`, ""), wise.Unreadable, "field_missing:data.balance_id"},
		{"a movement of 2.1.0 without its balance", swap(t, balanceUpdate, `"balance_id":20401488,`, "", `"4.0.0"`, `"2.1.0"`), wise.Readable, ""},
		{"a step that is no id", swap(t, balanceUpdate, `700131`, `1.5`), wise.Unreadable, "not_an_id:data.step_id"},
	})
	if got := decode(id("9223372036854775807")).TransferID; got != 9223372036854775807 {
		t.Errorf("the largest id is read as %d", got)
	}
	if got := decode(id("9007199254740993")).TransferID; got != 9007199254740993 {
		t.Errorf("an id that no float holds is read as %d", got)
	}
}

func TestStatesCodesAndTypes(t *testing.T) {
	const kept, quarantined = wise.Kept, wise.Unreadable
	check(t, []badInput{
		{"an unknown state", swap(t, stateChange, `"processing"`, `"on_the_moon"`), wise.Readable, ""},
		{"an unknown code", swap(t, payoutFailure, "WRONG_NAME", "WRONG_PLANET"), wise.Readable, ""},
		{"an unknown case", swap(t, activeCases, "joint_account_proof_needed", "wrong_planet"), wise.Readable, ""},
		{"no case at all", swap(t, activeCases, `["deposit_amount_less_invoice","joint_account_proof_needed"]`, `[]`), wise.Readable, ""},
		{"an unknown user state", swap(t, userChange, "WITHDRAW_ONLY", "HIBERNATING"), wise.Readable, ""},
		{"state null", swap(t, stateChange, `"processing"`, "null"), quarantined, "field_missing:data.current_state"},
		{"state a number", swap(t, stateChange, `"processing"`, "3"), quarantined, "field_of_wrong_type:data.current_state"},
		{"state a list", swap(t, stateChange, `"processing"`, `["processing"]`), quarantined, "field_of_wrong_type:data.current_state"},
		{"state blank", swap(t, stateChange, `"processing"`, `" "`), quarantined, "field_missing:data.current_state"},
		{"no state", swap(t, stateChange, `"current_state":"processing",`, ""), quarantined, "field_missing:data.current_state"},
		{"user state null", swap(t, userChange, `"WITHDRAW_ONLY"`, "null"), quarantined, "field_missing:data.current_state"},
		{"previous state a number", swap(t, stateChange, `"incoming_payment_waiting"`, "3"), quarantined, "field_of_wrong_type:data.previous_state"},
		{"previous state null", swap(t, stateChange, `"incoming_payment_waiting"`, "null"), wise.Readable, ""},
		{"previous state missing", swap(t, stateChange, `"previous_state":"incoming_payment_waiting",`, ""), wise.Readable, ""},
		{"no failure code", swap(t, payoutFailure, `"WRONG_NAME"`, "null"), quarantined, "field_missing:data.failure_reason_code"},
		{"no description", swap(t, payoutFailure, `"failure_description":"The name is not 100% correct",`, ""), wise.Readable, ""},
		{"cases null", swap(t, activeCases, `["deposit_amount_less_invoice","joint_account_proof_needed"]`, `null`), quarantined, "field_missing:data.active_cases"},
		{"cases a text", swap(t, activeCases, `["deposit_amount_less_invoice","joint_account_proof_needed"]`, `"deposit_amount_less_invoice"`), quarantined, "field_of_wrong_type:data.active_cases"},
		{"more cases than can be", swap(t, activeCases, `["deposit_amount_less_invoice","joint_account_proof_needed"]`, `["a"`+strings.Repeat(`,"a"`, 200)+`]`), quarantined, "list_too_long:data.active_cases"},
		{"a case that is an object", swap(t, activeCases, `"joint_account_proof_needed"`, `{"code":"x"}`), quarantined, "field_of_wrong_type:data.active_cases"},
		{"neither credit nor debit", swap(t, balanceUpdate, `"debit"`, `"reversal"`), quarantined, "direction_not_known:data.transaction_type"},
		{"data a list", `{"event_type":"transfers#state-change","schema_version":"2.0.0","data":[]}`, quarantined, "field_missing:data.resource.id"},
		{"no event type", swap(t, stateChange, `"event_type":"transfers#state-change",`, ""), quarantined, "no_event_type"},
		{"event type a number", swap(t, stateChange, `"transfers#state-change"`, "7"), quarantined, "no_event_type"},
		{"an event type in other case", swap(t, stateChange, "transfers#state-change", "Transfers#State-Change"), kept, "unknown_type"},
		{"an unknown event type", swap(t, stateChange, "transfers#state-change", "transfers#teleported"), kept, "unknown_type"},
		{"the data of another event type", swap(t, stateChange, "transfers#state-change", "swift-in#credit"), quarantined, "field_missing:data.action.id"},
		{"Wise's own misspelt type", swap(t, stateChange, "transfers#state-change", "balances#account-state-changed"), quarantined, "field_missing:data.resource.state"},
		{"an unknown version that says the same", swap(t, stateChange, `"4.0.0"`, `"9.1.0"`), wise.Readable, ""},
		{"no version", swap(t, stateChange, `"schema_version":"4.0.0",`, ""), wise.Readable, ""},
		{"an unknown version that lacks a field", swap(t, stateChange, `"4.0.0"`, `"9.1.0"`, `"current_state"`, `"state"`), kept, "unknown_version"},
		{"an unknown version with a field of another type", swap(t, stateChange, `"4.0.0"`, `"9.1.0"`, `50000231`, `"50000231"`), kept, "unknown_version"},
	})
	if got := decode(swap(t, stateChange, `"4.0.0"`, `"9.1.0"`)); !slices.Contains(flags(got), "unknown_version") {
		t.Errorf("an unknown version has the flags %v", flags(got))
	}
	if got := decode(swap(t, stateChange, `"processing"`, `"on_the_moon"`)).Transfer.To; got != "on_the_moon" {
		t.Errorf("an unknown state is read as %q", got)
	}
	if got := decode(swap(t, stateChange, "transfers#state-change", "balances#account-state-changed")).EventType; got != "balances#account-state-change" {
		t.Errorf("the misspelt type is called %q", got)
	}
}

func TestTextThatIsNotUnicodeIsMadeVisible(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a byte that is not UTF-8", "a\xffb", `a\xffb`},
		{"half a character", "a\xc3", `a\xc3`},
		{"a lone high surrogate", `a\ud800b`, `a\ud800b`},
		{"a lone low surrogate", `a\uDC00b`, `a\uDC00b`},
		{"two high surrogates", `\ud800\ud801`, `\ud800\ud801`},
		{"a NUL", `a\u0000b`, `a\u0000b`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(swap(t, payoutFailure, "The name is not 100% correct", test.text))
			if got.Verdict != wise.Readable {
				t.Fatalf("%v, why %q", got.Verdict, got.Why)
			}
			if got.Transfer.Description != test.want || !slices.Contains(flags(got), "text_repaired") {
				t.Errorf("%q, flags %v; want %q, flagged", got.Transfer.Description, flags(got), test.want)
			}
		})
	}
	for _, whole := range []struct{ text, want string }{{`\ud83d\ude00`, "😀"}, {`\\u0000`, `\u0000`}, {`\u00e9\n`, "é\n"}, {"é", "é"}} {
		got := decode(swap(t, payoutFailure, "The name is not 100% correct", whole.text))
		if got.Transfer == nil || got.Transfer.Description != whole.want || len(flags(got)) > 0 {
			t.Errorf("%s is read as %+v", whole.text, got.Transfer)
		}
	}
}

func TestAmountsKeepTheirDigits(t *testing.T) {
	tests := []struct{ name, sent, currency, want, flag string }{
		{"zero", "0", "EUR", "0", ""},
		{"negative", "-12.30", "EUR", "-12.3", ""},
		{"huge", "123456789012345678901234567890.12", "EUR", "123456789012345678901234567890.12", ""},
		{"no float holds it", "0.1000000000000000055511151231257827", "EUR", "0.1000000000000000055511151231257827", ""},
		{"yen without digits", "5000", "JPY", "5000", ""},
		{"dinar with three", "1.234", "KWD", "1.234", ""},
		{"an unknown currency", "7.5", "XYZ", "7.5", "unknown_currency"},
		{"a currency in lower case", "7.5", "eur", "7.5", "unknown_currency"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(swap(t, refund, "4999.90", test.sent, `"EUR"`, `"`+test.currency+`"`))
			if got.Verdict != wise.Readable {
				t.Fatalf("%v, why %q", got.Verdict, got.Why)
			}
			if r := got.Transfer.Refund; r.Value.String() != test.want || r.Currency != test.currency {
				t.Errorf("read as %v %s, want %s", r.Value, r.Currency, test.want)
			}
			if want := test.flag != ""; slices.Contains(flags(got), "unknown_currency") != want {
				t.Errorf("flags %v, want %q", flags(got), test.flag)
			}
		})
	}
	check(t, []badInput{
		{"an amount as text", swap(t, refund, "4999.90", `"4999.90"`), wise.Unreadable, "field_of_wrong_type:data.resource.refund_amount"},
		{"no amount", swap(t, refund, `"refund_amount":4999.90,`, ""), wise.Unreadable, "field_missing:data.resource.refund_amount"},
		{"no currency", swap(t, refund, `"EUR"`, "null"), wise.Unreadable, "field_missing:data.resource.refund_currency"},
		{"a blank currency", swap(t, refund, `"EUR"`, `""`), wise.Unreadable, "field_missing:data.resource.refund_currency"},
		{"a movement's amount as text", swap(t, balanceUpdate, `"amount":70`, `"amount":"70"`), wise.Unreadable, "field_of_wrong_type:data.amount"},
	})
}

func TestAReferenceNamesATransferOnlyWhenItIsItsID(t *testing.T) {
	tests := map[string]int64{
		"50000231": 50000231, "9223372036854775807": 9223372036854775807, "BNK-1234567": 0, "": 0, " 5": 0, "0": 0, "-5": 0,
		"+5": 0, "007": 0, "5.0": 0, "9223372036854775808": 0, "٥": 0,
	}
	for reference, want := range tests {
		got := decode(swap(t, balanceUpdate, `"50000231"`, `"`+reference+`"`))
		if got.Verdict != wise.Readable || got.TransferID != want || got.ProfileID != 16454512 || got.Transfer.Movement.Reference != reference {
			t.Errorf("%q: %v, transfer %d, profile %d; want transfer %d", reference, got.Verdict, got.TransferID, got.ProfileID, want)
		}
	}
	if got := decode(swap(t, balanceUpdate, `"debit"`, `"credit"`)); !got.Transfer.Movement.Credit {
		t.Error("a credit is read as a debit")
	}
	if got := decode(swap(t, balanceUpdate, `"50000231"`, "null")); got.Verdict != wise.Readable || got.TransferID != 0 || got.Transfer.Kind != transfer.BalanceUpdate {
		t.Errorf("no reference: %v, transfer %d", got.Verdict, got.TransferID)
	}
}

// utf16LE encodes a text as UTF-16, little end first.
func utf16LE(s string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		out.WriteByte(byte(unit))
		out.WriteByte(byte(unit >> 8))
	}
	return out.String()
}
