package wisesim

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// body writes the payment as swift-in#credit.
func (in swiftIn) body(version string, at time.Time, sub subscription) []byte {
	when := at.UTC().Format(timeForm(version))
	action, resource := "credit", in.resourceOf(version, at)
	if version == "2.0.0" {
		action = "CREDIT"
		resource = fmt.Sprintf(`"type":"103","message":%s`, quote(in.message(at)))
	}
	return seal("swift-in#credit", version, sub.id, json.RawMessage(fmt.Sprintf(
		`{"action":{"type":"%s","id":%d,"profile_id":%d,"account_id":%d},"resource":{"id":"%d",%s},"occurred_at":"%s"}`,
		action, in.id, in.from.id, in.to.account, 55_000+in.n, resource, when)), at.Add(time.Second))
}

// resourceOf writes the resource as the versions from 3.0.0 do.
func (in swiftIn) resourceOf(version string, at time.Time) string {
	more := ""
	if version >= "4" {
		more = fmt.Sprintf(`,"previous_instructing_agents":[{"bic":"EXAMDEFF","name":"Example Correspondent","address":%s}]`, address(version, "2 BANK STREET", "FRANKFURT", "DE"))
	}
	if version == "4.2.0" {
		more += `,"incoming_transfer_type":"CUSTOMER_CREDIT_TRANSFER"`
	}
	return fmt.Sprintf(`"uetr":"%s","reference":"/RFB/INV%d","recipient":%s,"sender":%s,"exchange_rate":%s,`+
		`"instructed_amount":{"value":%s,"currency":"USD"},"settled_amount":{"value":%s,"currency":"%s"},`+
		`"fee":{"wise":%s,"correspondent":%s},"transaction_time":"%s"%s`,
		in.uetr, 2000+in.n, in.recipient(version), in.sender(version), in.rate, in.instructed, in.settled, in.from.currency,
		fees("conversion", in.fee, in.from.currency), fees("", in.before, "USD"), at.Add(-time.Hour).UTC().Format(seconds), more)
}

// fees writes a list of one fee, or of none.
func fees(kind string, value decimal.Decimal, currency string) string {
	if value.IsZero() {
		return "[]"
	}
	if kind != "" {
		kind = fmt.Sprintf(`"type":"%s",`, kind)
	}
	return fmt.Sprintf(`[{%s"value":%s,"currency":"%s"}]`, kind, value, currency)
}

// sender writes who paid; version 3.0.0 has a bank code besides.
func (in swiftIn) sender(version string) string {
	more := ""
	if version == "3.0.0" {
		more = `,"bank_code":{"value":"EXAMEE2X","type":"BIC"}`
	}
	return fmt.Sprintf(`{"name":"ANNA EXAMPLE","address":%s,"account":"EE%018d","bank_details":{"bic":"EXAMEE2X","name":"Example Bank","address":%s}%s}`,
		address(version, "1 SAMPLE STREET", "TALLINN", "EE"), in.n, address(version, "9 BANK STREET", "TALLINN", "EE"), more)
}

// recipient writes who was paid.
func (in swiftIn) recipient(version string) string {
	return fmt.Sprintf(`{"name":"EXAMPLE TRADING LTD","address":%s,"account":"GB%018d","bank_details":{"bic":"TRWIGB22","name":"Wise","address":%s}}`,
		address(version, "5 MODEL ROAD", "LONDON", "GB"), in.from.id, address(version, "56 SHOREDITCH HIGH STREET", "LONDON", "GB"))
}

// address writes a place: a text in 3.0.0, an object later, with lines from 4.1.0.
func address(version, street, town, country string) string {
	if version < "4" {
		return quote(street + ", " + town + ", " + country)
	}
	lines := ""
	if version >= "4.1" {
		lines = fmt.Sprintf(`"address_lines":[%s],`, quote(street))
	}
	number, name, _ := strings.Cut(street, " ")
	return fmt.Sprintf(`{"first_line":%s,%s"street_name":%s,"building_number":%s,"town_name":%s,"postal_code":"10001","country_sub_division":null,"country_code":%s}`,
		quote(street), lines, quote(name), quote(number), quote(town), quote(country))
}

// message writes the payment as an MT103, with the line ends of SWIFT.
func (in swiftIn) message(at time.Time) string {
	lines := []string{
		"{1:F01TRWIGB22AXXX0000000000}{2:O1030800" + at.Format("060102") + "EXAMEE2XAXXX00000000000000000000N}{3:{121:" + in.uetr + "}}{4:",
		fmt.Sprintf(":20:EXAM/%08d", in.n), ":23B:CRED",
		":32A:" + at.Format("060102") + mtMoney("USD", in.instructed.Sub(in.before)), ":33B:" + mtMoney("USD", in.instructed),
		fmt.Sprintf(":50F:/EE%018d", in.n), "1/ANNA EXAMPLE", "2/SAMPLE STREET 1", "3/EE/TALLINN", ":52A:EXAMEE2X", ":57A:TRWIGB22",
		fmt.Sprintf(":59F:/GB%018d", in.from.id), "1/EXAMPLE TRADING LTD", "2/MODEL ROAD 5", "3/GB/LONDON",
		fmt.Sprintf(":70:/RFB/INV%d", 2000+in.n), ":71A:SHA",
	}
	if !in.before.IsZero() {
		lines = append(lines, ":71F:"+mtMoney("USD", in.before))
	}
	return strings.Join(append(lines, "-}"), "\r\n")
}

// mtMoney writes an amount as SWIFT does: USD12,5.
func mtMoney(currency string, value decimal.Decimal) string {
	text := value.String()
	if !strings.Contains(text, ".") {
		text += "."
	}
	return currency + strings.Replace(text, ".", ",", 1)
}

// creditBody writes a movement as balances#credit.
func (m movement) creditBody(at time.Time, sub subscription) []byte {
	return seal("balances#credit", "2.0.0", sub.id, json.RawMessage(fmt.Sprintf(
		`{"resource":{"type":"balance-account","id":%d,"profile_id":%d},"transaction_type":"credit","amount":%s,"currency":"%s",`+
			`"post_transaction_balance_amount":%s,"occurred_at":"%s"}`,
		m.of.account, m.of.id, m.amount, m.of.currency, m.amount.Add(decimal.NewFromInt(m.of.balance%9973)), at.UTC().Format(seconds))), at.Add(2*time.Second))
}
