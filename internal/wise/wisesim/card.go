package wisesim

import (
	"fmt"
	"time"
)

// twice are the versions of most events that tell of more than transfers.
var twice = []string{"2.0.0", "4.0.0"}

// card is a card of a customer.
type card struct {
	*tale
	token, digits string
}

// newCard invents a card.
func (t *tale) newCard() card {
	return card{t, uuidFrom(t.rng), fmt.Sprintf("%04d", t.rng.IntN(10_000))}
}

// resource is whose card an event is about; more is what the type has besides.
func (c card) resource(profile, token, more string) string {
	return fmt.Sprintf(`"resource":{"profile_id":%s,"client_id":"our-desk","card_token":%s%s,"type":"card"}`, profile, quote(token), more)
}

// owner is the profile as an integer.
func (c card) owner() string { return fmt.Sprint(c.of.id) }

// order tells of the card's order: its token once it has one, the carrier of a
// physical card. In the old version the profile is a text, as in Wise's example.
func (c card) order(least, most time.Duration, status, token, program, vendor string) {
	c.tell(least, most, "cards#card-order-status-change", twice, func(s stamp) string {
		profile := c.owner()
		if s.version == "2.0.0" {
			profile = `"` + profile + `"`
		}
		return fmt.Sprintf(`{%s,"order_id":"%dL","order_status":"%s","delivery_vendor":%s,"occurred_at":"%s"}`,
			c.resource(profile, token, `,"card_program":`+quote(program)), 1000+c.n, status, quote(vendor), s.when())
	})
}

// status tells what the card can be used for from now on.
func (c card) status(least, most time.Duration, status, by string) {
	c.tell(least, most, "cards#card-status-change", twice, func(s stamp) string {
		return fmt.Sprintf(`{%s,"card_status":"%s","changed_by":%s,"occurred_at":"%s"}`, c.resource(c.owner(), c.token, ""), status, quote(by), s.when())
	})
}

// made orders and activates a physical card.
func (c card) made() {
	const program, vendor = "VISA_DEBIT_CONSUMER_EU_1_PHYSICAL_CARDS_API", "DHL"
	c.order(0, 0, "PLACED", "", program, "")
	c.order(time.Minute, time.Hour, "REQUIREMENTS_FULFILLED", "", program, "")
	c.order(time.Minute, time.Hour, "CARD_DETAILS_CREATED", c.token, program, "")
	c.status(2*time.Second, 9*time.Second, "INACTIVE", "WISE")
	c.order(20*time.Hour, 50*time.Hour, "PRODUCED", c.token, program, vendor)
	c.status(80*time.Hour, 200*time.Hour, "ACTIVE", "CUSTOMER")
	c.order(2*time.Second, 9*time.Second, "COMPLETED", c.token, program, vendor)
}

// virtual orders a card that is ready at once.
func (c card) virtual() {
	const program = "VISA_DEBIT_CONSUMER_EU_1_VIRTUAL_CARDS_API"
	c.order(0, 0, "REQUIREMENTS_FULFILLED", "", program, "")
	c.order(2*time.Second, 20*time.Second, "CARD_DETAILS_CREATED", c.token, program, "")
	c.status(2*time.Second, 5*time.Second, "ACTIVE", "WISE")
	c.order(2*time.Second, 5*time.Second, "COMPLETED", c.token, program, "")
}

// produce tells how far a kiosk has come with the card; without a token there is
// none yet.
func (c card) produce(least, most time.Duration, status, token, trouble, says string) {
	c.tell(least, most, "cards#card-production-status-change", twice, func(s stamp) string {
		return fmt.Sprintf(`{%s,"status":"%s","kiosk_id":"KIOSK-%d","occurred_at":"%s","error_code":%s,"description":"%s"}`,
			c.resource(c.owner(), token, ""), status, 1+c.n%9, s.when(), quote(trouble), says)
	})
}

// wallet tells that the card is added to a phone.
func (c card) wallet(least, most time.Duration, name string) {
	reference := "DAPLMC" + fmt.Sprintf("%012d", c.n)
	c.tell(least, most, "cards#manual-provisioning-verification", []string{"2.0.0"}, func(s stamp) string {
		return fmt.Sprintf(`{%s,"payment_token_unique_reference":"%s","last_four_digits":"%s","creation_time":"%s","wallet_name":"%s"}`,
			c.resource(c.owner(), c.token, ""), reference, c.digits, s.when(), name)
	})
}

// challenge asks the customer to confirm an online payment.
func (c card) challenge(least, most time.Duration, p purchase) {
	c.tell(least, most, "cards#3ds-challenge", twice, func(s stamp) string {
		return fmt.Sprintf(`{%s,"challenge_expires_after":5,"occurred_at":"%s","challenge_method":"PUSH_NOTIFICATION","transaction":{"reference":"3DS-%d",`+
			`"channel":"ECOMMERCE","merchant":{"category":"%s","country":"%s","name":"%s","url":"https://%s"},"money_value":{"value":%s,"currency":"%s"}}}`,
			c.resource(c.owner(), c.token, ""), s.when(), p.id, p.at.code, p.at.country, p.at.name, p.at.site, p.amount, p.currency)
	})
}
