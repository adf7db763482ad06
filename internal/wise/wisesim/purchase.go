package wisesim

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"
)

// shop is where a card is used.
type shop struct{ name, city, country, code, category, site, currency string }

// shops are where the customers buy; the last one is a cash machine.
var shops = []shop{
	{"Kalaturu Kohvik", "Tallinn", "EE", "5814", "Fast Food Restaurants", "kohvik.example", "EUR"},
	{"Northside Books", "London", "GB", "5942", "Book Stores", "books.example", "GBP"},
	{"Cloud Storage Plus", "Dublin", "IE", "5734", "Computer Software Stores", "storage.example", "EUR"},
	{"Sunrise Hotel", "Lisbon", "PT", "7011", "Hotels and Motels", "hotel.example", "EUR"},
	{"Fast Fashion", "New York", "US", "5651", "Family Clothing Stores", "fashion.example", "USD"},
	{"City Parking", "Warsaw", "PL", "7523", "Parking Lots and Garages", "parking.example", "PLN"},
	{"Example Bank", "Berlin", "DE", "6011", "6011 Z Member Financial Institut", "bank.example", "EUR"},
}

// purchase is a use of a card.
type purchase struct {
	card
	id       int64
	kind     string // transaction_type
	at       shop
	amount   decimal.Decimal // in the shop's currency
	currency string
	open     bool            // the amount may still change, as with a hotel
	begun    bool            // something was told of it
	since    time.Duration   // how long ago that was
	fee      decimal.Decimal // of a cash machine
	incoming bool            // money for the customer
}

// use invents a use of the card, the turn'th of its tale.
func (c card) use(turn int64, kind string) *purchase {
	at := shops[c.rng.IntN(len(shops)-1)]
	if kind == "CASH_WITHDRAWAL" {
		at = shops[len(shops)-1]
	}
	amount := decimal.New(300+c.rng.Int64N(19_000), -2)
	p := &purchase{card: c, id: 880_000_000 + c.n*20 + turn, kind: kind, at: at, amount: amount, currency: at.currency}
	if kind == "CASH_WITHDRAWAL" {
		p.amount, p.fee = decimal.New(1+c.rng.Int64N(20), 1), decimal.New(150, -2)
	}
	p.incoming = kind == "REFUND"
	return p
}

// step tells what became of the purchase. A reason is one that it was declined for.
func (p *purchase) step(least, most time.Duration, state, step string, reasons ...string) {
	pause := p.between(least, most)
	if p.begun {
		p.since += pause
	}
	p.begun = true
	since, open := p.since, p.open
	reasons = append(reasons, "", "")
	p.tell(pause, pause, "cards#transaction-state-change", []string{"2.0.0", "2.1.0", "4.0.0"}, func(s stamp) string {
		moved := `,"debits":[]`
		if state == "IN_PROGRESS" || state == "COMPLETED" {
			moved = p.moved(s, since)
		}
		return "{" + p.resource(p.owner(), p.token, `,"card_last_digits":"`+p.digits+`"`) +
			fmt.Sprintf(`,"transaction_id":%d,"transaction_type":"%s","transaction_step_type":"%s","transaction_state":"%s","decline_reason":%s,"detailed_decline_reason":%s`,
				p.id, p.kind, step, state, quote(reasons[0]), quote(reasons[1])) +
			fmt.Sprintf(`,"creation_time":"%s","occurred_at":"%s","purge_time":null`, s.write(since), s.when()) +
			p.money(s) + p.place(step) + moved + p.ofVersion(s, open) + "}"
	})
}

// money is what was asked for and what it costs. The old version says by is_debit
// which way it goes, the others by the sign.
func (p *purchase) money(s stamp) string {
	amount, whole, fees := p.amount, p.amount.Add(p.fee), "[]"
	if s.version != "2.0.0" && !p.incoming {
		amount, whole = amount.Neg(), whole.Neg()
	}
	if p.fee.IsPositive() {
		fees = fmt.Sprintf(`[{"amount":%s,"currency":"%s","fee_type":"ATM_WITHDRAWAL"}]`, p.fee, p.currency)
	}
	value := func(d decimal.Decimal) string {
		return fmt.Sprintf(`{"value":%s,"currency":"%s"}`, d.StringFixed(2), p.currency)
	}
	return fmt.Sprintf(`,"transaction_amount":%s,"fees":%s,"transaction_amount_with_fees":%s,"billing_amount":%s`, value(amount), fees, value(whole), value(amount))
}

// place is where and how it was paid.
func (p *purchase) place(step string) string {
	how, pin, arn := "CONTACTLESS", "NOT_PRESENT", ""
	switch p.kind {
	case "CASH_WITHDRAWAL":
		how, pin = "CHIP_AND_PIN", "VALID"
	case "ECOM_PURCHASE":
		how = "3DS"
	}
	if step == "CAPTURE" {
		arn = fmt.Sprintf("0430001%016d", p.id)
	}
	return fmt.Sprintf(`,"merchant":{"name":"%s","location":{"country":"%s","city":"%s","postCode":null,"state":null},"category":{"code":"%s","description":"%s"}},`+
		`"authorisation_method":"%s","approval_code":"%06d","arn":%s,"pin_validation_result":"%s"`,
		p.at.name, p.at.country, p.at.city, p.at.code, p.at.category, how, p.id%1_000_000, quote(arn), pin)
}

// moved is what the balance paid or got: in the customer's own currency, at a rate
// where that is another one.
func (p *purchase) moved(s stamp, since time.Duration) string {
	own, rate := p.of.currency, decimal.New(1, 0)
	whole := p.amount.Add(p.fee)
	if own != p.currency {
		rate = decimal.New(87_315+p.id%9000, -5)
	}
	digits := digitsOf(own)
	taken := whole.Div(rate).Round(digits)
	if p.incoming {
		credit := fmt.Sprintf(`{"balance_id":%d,"credited_amount":{"value":%s,"currency":"%s"}}`, p.of.balance, taken.StringFixed(digits), own)
		if s.version == "2.0.0" {
			return `,"debits":[],"credit":` + credit
		}
		return `,"debits":[],"credits":[` + credit + `]`
	}
	made := ""
	if s.version != "2.0.0" {
		made = `,"creation_time":"` + s.write(since) + `"`
	}
	return fmt.Sprintf(`,"debits":[{"balance_id":%d,"debited_amount":{"value":%s,"currency":"%s"},"for_amount":{"value":%s,"currency":"%s"},"rate":%s,"fee":{"value":0,"currency":"%s"}%s}]`,
		p.of.balance, taken.StringFixed(digits), own, whole.StringFixed(2), p.currency, rate, own, made)
}

// ofVersion is what only some versions say.
func (p *purchase) ofVersion(s stamp, open bool) string {
	if s.version != "2.0.0" {
		return fmt.Sprintf(`,"balance_channel_reference_id":"CARD_TRANSACTION-%d"`, p.id)
	}
	return fmt.Sprintf(`,"is_debit":%t,"is_amount_confirmed":%t,"balance_transaction_id":%d`, !p.incoming, !open, 70_000_000+p.id%10_000_000)
}

// bought is the usual way: reserved, and taken some days later.
func (p *purchase) bought(least, most time.Duration) {
	p.step(least, most, "IN_PROGRESS", "AUTH")
	p.step(20*time.Hour, 60*time.Hour, "COMPLETED", "CAPTURE")
}
