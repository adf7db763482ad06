package wise_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"transferdesk/internal/wise"
)

// wrong are values for a field, each with the code of what is wrong; "" when nothing is.
type wrong map[string]string

// absent stands for a field that is not there.
const absent = ""

// What may be wrong with a field, by what it must be.
var (
	neededID = wrong{absent: "field_missing", "null": "field_missing", `"5"`: "field_of_wrong_type", "[5]": "field_of_wrong_type", "{}": "field_of_wrong_type",
		"5.5": "not_an_id", "5e3": "not_an_id", "-5": "not_an_id", "9223372036854775808": "not_an_id", "9223372036854775807": ""}
	optionalID = neededID.but(wrong{absent: "", "null": ""})
	neededName = wrong{absent: "field_missing", "null": "field_missing", `""`: "field_missing", `" "`: "field_missing", "5": "field_of_wrong_type",
		"[]": "field_of_wrong_type", `"` + strings.Repeat("a", 201) + `"`: "id_too_long", `"` + strings.Repeat("a", 200) + `"`: ""}
	optionalName   = neededName.but(wrong{absent: "", "null": "", `""`: "", `" "`: ""})
	orderName      = neededName.but(wrong{"5": "", "5.5": "not_an_id", "-5": "not_an_id"})
	neededCode     = wrong{absent: "field_missing", "null": "field_missing", `""`: "field_missing", "5": "field_of_wrong_type", `["A"]`: "field_of_wrong_type", `"NEW_ONE"`: ""}
	optionalCode   = neededCode.but(wrong{absent: "", "null": "", `""`: ""})
	optionalText   = wrong{absent: "", "null": "", `""`: "", `"any words"`: "", "5": "field_of_wrong_type", "{}": "field_of_wrong_type"}
	neededNumber   = wrong{absent: "field_missing", "null": "field_missing", `"5"`: "field_of_wrong_type", "-5.50": "", "0": ""}
	optionalNumber = neededNumber.but(wrong{absent: "", "null": ""})
	optionalMoney  = wrong{absent: "", "null": "", `"5"`: "field_of_wrong_type", "5": "field_of_wrong_type", "[]": "field_of_wrong_type", `{"value":5,"currency":"EUR"}`: ""}
	optionalTruth  = wrong{absent: "", "null": "", "true": "", `"true"`: "field_of_wrong_type", "1": "field_of_wrong_type"}
	optionalTime   = wrong{absent: "", "null": "", `"yesterday"`: "", "5": ""}
	optionalList   = wrong{absent: "", "null": "", "[]": "", "{}": "field_of_wrong_type", `"a"`: "field_of_wrong_type", "[" + strings.Repeat(`"a",`, 200) + `"a"]`: "list_too_long"}
)

// but gives a copy with some values judged in another way.
func (w wrong) but(other wrong) wrong {
	both := wrong{}
	for value, why := range w {
		both[value] = why
	}
	for value, why := range other {
		both[value] = why
	}
	return both
}

func TestEveryFieldIsHeldToItsType(t *testing.T) {
	for _, test := range []struct {
		body   string
		fields map[string]wrong
	}{
		{cardStatus, map[string]wrong{"resource.profile_id": neededID, "resource.card_token": neededName, "card_status": neededCode, "changed_by": optionalText}},
		{cardOrder, map[string]wrong{"resource.profile_id": neededID.but(wrong{`"5"`: ""}), "order_id": orderName, "order_status": neededCode,
			"resource.card_token": optionalName, "resource.card_program": optionalText, "delivery_vendor": optionalText}},
		{cardProduction, map[string]wrong{"resource.profile_id": neededID, "resource.card_token": optionalName, "status": neededCode,
			"kiosk_id": optionalText, "error_code": optionalText, "description": optionalText}},
		{cardChallenge, map[string]wrong{"resource.profile_id": neededID, "transaction.reference": neededName, "resource.card_token": optionalName,
			"challenge_method": optionalText, "transaction.channel": optionalText, "transaction.merchant.name": optionalText, "transaction.merchant.url": optionalText,
			"transaction.money_value": optionalMoney, "transaction.money_value.value": neededNumber, "transaction.money_value.currency": neededCode}},
		{cardWallet, map[string]wrong{"resource.profile_id": neededID, "payment_token_unique_reference": neededName, "resource.card_token": optionalName,
			"last_four_digits": optionalText, "wallet_name": optionalText}},
		{cardTransaction, map[string]wrong{"resource.profile_id": neededID, "transaction_id": neededID.but(wrong{"0": "not_an_id"}), "transaction_state": neededCode, "transaction_type": optionalText,
			"transaction_step_type": optionalText, "decline_reason": optionalText, "detailed_decline_reason": optionalText, "creation_time": optionalTime,
			"transaction_amount": optionalMoney, "transaction_amount.value": neededNumber, "transaction_amount.currency": neededCode,
			"transaction_amount_with_fees": optionalMoney, "billing_amount": optionalMoney, "fees": optionalList.but(wrong{"[1]": "field_missing"}),
			"fees[0].amount": neededNumber, "debits": optionalList.but(wrong{"[1]": "field_of_wrong_type"}), "debits[0].balance_id": optionalID,
			"debits[0].debited_amount": optionalMoney, "debits[0].for_amount": optionalMoney, "debits[0].fee": optionalMoney, "debits[0].rate": optionalNumber,
			"credits": optionalList, "credits[0].credited_amount": optionalMoney, "credits[0].balance_id": optionalID,
			"merchant.name": optionalText, "merchant.location.city": optionalText, "merchant.category.code": optionalText, "arn": optionalText}},
		{cardTransaction2, map[string]wrong{"is_debit": optionalTruth, "is_amount_confirmed": optionalTruth,
			"credit": {"null": "", "5": "field_of_wrong_type", "[]": "field_of_wrong_type", `{"balance_id":"5"}`: "field_of_wrong_type"}}},
		{dispute, map[string]wrong{"resource.id": neededName, "resource.profile_id": neededID, "resource.transaction_id": optionalID.but(wrong{"0": "not_an_id"}), "status": neededCode,
			"sub_status": optionalCode, "reason": optionalText, "status_message": optionalText, "created_at": optionalTime, "can_withdraw": optionalTruth}},
		{supportCase4, map[string]wrong{"resource.case_id": neededID, "resource.details.profile_id": neededID, "resource.details.user_id": optionalID,
			"resource.details.transfer_id": optionalID, "resource.status": neededCode, "resource.case_type": neededCode, "type": optionalText}},
		{supportCase5, map[string]wrong{"resource.id": neededID, "resource.profileId": neededID, "resource.status": neededCode, "resource.type": neededCode,
			"resource.subType": optionalText, "resource.externalId": optionalName, "resource.createdAt": optionalTime, "resource.reference.type": optionalText,
			"resource.reference.referenceId": optionalName, "resource.messages": optionalList.but(wrong{`["a"]`: "field_missing"}), "resource.messages[0].id": neededName,
			"resource.messages[0].caseId": neededID, "resource.messages[0].type": neededCode, "resource.messages[0].author": neededCode,
			"resource.messages[0].createdAt": {absent: "field_missing", "null": "field_missing", `"yesterday"`: ""}}},
		{batchPayment, map[string]wrong{"resource.id": neededID, "resource.profile_id": neededID, "current_status": neededCode, "previous_status": optionalCode,
			"resource.batch_group_id": optionalName, "return_code": optionalText}},
		{batchPayment2, map[string]wrong{"resource.batchGroupId": optionalName, "previousStatus": optionalCode, "returnCode": optionalText,
			"newStatus": {"5": "field_of_wrong_type"}, "resource.profileId": {`"5"`: "field_of_wrong_type", "5.5": "not_an_id"}}},
		{settlement, map[string]wrong{"resource.settlement_reference": neededName, "resource.source_amount": optionalNumber, "resource.target_amount": optionalNumber,
			"resource.received_amount": optionalNumber}},
		{recipientChange, map[string]wrong{"resource.id": neededCode, "resource.data.recipientId": neededID, "resource.data.profileId": neededID,
			"resource.data.state": neededCode, "resource.data.clientId": neededCode, "resource.data.currency": {absent: "field_missing", "null": "field_missing", "5": "field_of_wrong_type"}}},
		{holdLimit, map[string]wrong{"resource.hold_limit_breach_id": neededID, "resource.profile_id": neededID, "state": neededCode, "amount": optionalNumber,
			"currency": neededCode, "closing_reason": optionalCode, "created_at": optionalTime}},
		{overdraft, map[string]wrong{"resource.id": neededID, "overdraft.used": neededNumber, "overdraft.limit": neededNumber,
			"overdraft.profile_limit_currency": neededCode, "overdraft.limit_usage_percentage": optionalNumber}},
		{profileState, map[string]wrong{"resource.id": neededID, "current_state": neededCode, "requested_by_customer": optionalTruth}},
		{cddCheck, map[string]wrong{"resource.id": neededID, "current_state": neededCode, "review_outcome": optionalText,
			"required_evidences": optionalList.but(wrong{"[5]": "field_of_wrong_type"}), "source_of_income": optionalText, "source_of_funding": optionalText}},
	} {
		for path, values := range test.fields {
			for value, why := range values {
				holds(t, test.body, path, value, why)
			}
		}
	}
}

// holds decodes a body with another value in one field.
func holds(t *testing.T, body, path, value, why string) {
	t.Helper()
	got := decode(put(t, body, path, value))
	name := decode(body).EventType + " with " + path + " " + value
	code, where, _ := strings.Cut(got.Why, ":")
	if code != why || (got.Verdict == wise.Readable) != (why == "") {
		t.Errorf("%s: %v, why %q; want %q", name, got.Verdict, got.Why, why)
	}
	if why != "" && !strings.HasPrefix(where, "data."+path) && why != "field_missing" {
		t.Errorf("%s: the place is %q", name, where)
	}
}

// put writes a value at a path of a body's data; absent takes the field away.
func put(t *testing.T, body, path, value string) string {
	t.Helper()
	var whole map[string]json.RawMessage
	if err := json.Unmarshal([]byte(body), &whole); err != nil {
		t.Fatal(err)
	}
	whole["data"] = inside(t, whole["data"], strings.Split(strings.ReplaceAll(path, "[", ".["), "."), value)
	out, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// inside is put for a part of the body.
func inside(t *testing.T, part json.RawMessage, path []string, value string) json.RawMessage {
	t.Helper()
	if len(path) == 0 {
		return json.RawMessage(value)
	}
	var err error
	if place, listed := strings.CutPrefix(path[0], "["); listed {
		var items []json.RawMessage
		i, _ := strconv.Atoi(strings.TrimSuffix(place, "]"))
		if err = json.Unmarshal(part, &items); err == nil {
			items[i] = inside(t, items[i], path[1:], value)
			part, err = json.Marshal(items)
		}
	} else {
		fields := map[string]json.RawMessage{}
		if err = json.Unmarshal(part, &fields); err == nil {
			if len(path) == 1 && value == absent {
				delete(fields, path[0])
			} else {
				fields[path[0]] = inside(t, fields[path[0]], path[1:], value)
			}
			part, err = json.Marshal(fields)
		}
	}
	if err != nil {
		t.Fatalf("%s in %s: %v", path[0], part, err)
	}
	return part
}

// TestATestNotificationOfAnyTypeMayLackFields holds that ids of 0 make a test of a
// body, which may then lack what is needed.
func TestATestNotificationOfAnyTypeMayLackFields(t *testing.T) {
	for _, body := range []string{
		`{"list_id":0}`, `{"resource":{"profile_id":0,"type":"card"}}`, `{"resource":{"profileId":0}}`, `{"resource":{"case_id":0,"details":{"profile_id":0}}}`,
		`{"resource":{"hold_limit_breach_id":0,"profile_id":0}}`, `{"resource":{"data":{"recipientId":0,"profileId":0}}}`,
	} {
		for eventType, versions := range documented {
			got := decode(`{"data":` + body + `,"event_type":"` + eventType + `","schema_version":"` + strings.Fields(versions)[0] + `","sent_at":"2026-09-22T12:51:03Z"}`)
			if !got.ZeroIDs || got.Verdict != wise.Readable {
				t.Errorf("%s: zero ids %v, %v, why %q", eventType, got.ZeroIDs, got.Verdict, got.Why)
			}
		}
	}
}
