package wisesim

import "time"

// declines are reasons for which a card is not accepted, with the detailed ones;
// some may not be disclosed (the table of declines).
var declines = [][2]string{
	{"INSUFFICIENT_FUNDS"}, {"INCORRECT_PIN"}, {"BLOCKED_COUNTRY"}, {"INCORRECT_CVV2"}, {"SCA_SOFT_DECLINE"}, {"PAYMENT_METHOD_NOT_ALLOWED", "ECOM_DISABLED"},
	{"PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED"}, {"SUSPECTED_FRAUD", "SUSPECTED_FRAUD_REVIEW_ACTIVITY"}, {"CONNECTION_ISSUE"}, {"INVALID_MERCHANT"},
	{"INCORRECT_EXPIRY_DATE"}, {"PIN_ENTRY_TRIES_EXCEEDED"}, {"SUSPECTED_FRAUD", "SUSPECTED_FRAUD_AML"}, {"ACCOUNT_INACTIVE"}, {"SCHEME_BLOCKED_TRANSACTION"},
	{"CARD_ON_THE_MOON"}, {""},
}

// cardTales are cards as most of them are.
func cardTales() []taleKind {
	return []taleKind{
		{"a card is ordered, made and used", 5, anyTime, func(t *tale) {
			c := t.newCard()
			c.made()
			c.wallet(time.Minute, time.Hour, []string{"Apple Pay", "Google Pay"}[t.n%2])
			for turn := range int64(2) {
				c.use(turn, "POS_PURCHASE").bought(5*time.Hour, 90*time.Hour)
			}
		}},
		{"a virtual card pays online", 8, anyTime, func(t *tale) {
			c := t.newCard()
			c.virtual()
			p := c.use(0, "ECOM_PURCHASE")
			c.challenge(time.Hour, 90*time.Hour, *p)
			p.bought(20*time.Second, 3*time.Minute)
		}},
		{"a card is declined", 20, weeks, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "ACTIVE", "CUSTOMER")
			why := declines[t.turn%len(declines)]
			kind := []string{"ECOM_PURCHASE", "POS_PURCHASE", "ACCOUNT_FUNDING"}[t.turn%3]
			c.use(0, kind).step(time.Hour, 90*time.Hour, "DECLINED", "AUTH", why[:]...)
		}},
		{"the customer freezes a card", 5, weeks, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "ACTIVE", "CUSTOMER")
			c.status(20*time.Hour, 90*time.Hour, "FROZEN", "CUSTOMER")
			c.use(0, "POS_PURCHASE").step(time.Hour, 20*time.Hour, "DECLINED", "AUTH", "CARD_FROZEN")
			if t.turn%2 == 1 {
				c.status(time.Hour, 20*time.Hour, "ACTIVE", "CUSTOMER")
			}
		}},
		{"a payment is still reserved", 6, 2 * days / 3, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "ACTIVE", "CUSTOMER")
			p := c.use(0, "POS_PURCHASE")
			p.open = t.turn%2 == 0
			p.step(time.Hour, 90*time.Hour, "IN_PROGRESS", "AUTH")
		}},
		{"a refund of a shop", 4, anyTime, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "ACTIVE", "CUSTOMER")
			c.use(0, "ECOM_PURCHASE").bought(time.Hour, 90*time.Hour)
			c.use(1, "REFUND").bought(50*time.Hour, 200*time.Hour)
		}},
	}
}

// oddCardTales are cards that something is the matter with.
func oddCardTales() []taleKind {
	const program = "VISA_DEBIT_CONSUMER_EU_1_PHYSICAL_CARDS_API"
	return []taleKind{
		{"Wise stops a card", 2, weeks, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "ACTIVE", "CUSTOMER")
			c.use(0, "ECOM_PURCHASE").step(20*time.Hour, 90*time.Hour, "DECLINED", "AUTH", "SUSPECTED_FRAUD", "SUSPECTED_FRAUD_SANCTIONS")
			c.status(time.Minute, time.Hour, "PARTNER_SUSPENDED", "WISE")
			c.use(1, "POS_PURCHASE").step(time.Hour, 20*time.Hour, "DECLINED", "AUTH", "CARD_PARTNER_SUSPENDED")
		}},
		{"a card is lost", 3, weeks, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "ACTIVE", "CUSTOMER")
			c.status(90*time.Hour, 200*time.Hour, "BLOCKED", "CUSTOMER")
		}},
		{"a card expires", 2, anyTime, func(t *tale) {
			c := t.newCard()
			c.status(0, 0, "EXPIRED", "WISE")
			if t.turn%2 == 1 {
				c.status(200*time.Hour, 300*time.Hour, "PURGED", "WISE")
			}
		}},
		{"a card waits for the carrier", 3, days, func(t *tale) {
			c := t.newCard()
			c.order(0, 0, "PLACED", "", program, "")
			c.order(time.Hour, 20*time.Hour, "REQUIREMENTS_FULFILLED", "", program, "")
			c.order(time.Minute, time.Hour, "CARD_DETAILS_CREATED", c.token, program, "")
			c.order(20*time.Hour, 50*time.Hour, "PRODUCED", c.token, program, "DHL")
		}},
		{"an order waits for requirements", 3, days, func(t *tale) { t.newCard().order(0, 0, "PLACED", "", program, "") }},
		{"a card comes back or is not wanted", 2, weeks, func(t *tale) {
			c := t.newCard()
			c.order(0, 0, "REQUIREMENTS_FULFILLED", "", program, "")
			c.order(time.Minute, time.Hour, "CARD_DETAILS_CREATED", c.token, program, "")
			c.order(90*time.Hour, 200*time.Hour, []string{"RETURNED", "CANCELLED"}[t.turn%2], c.token, program, "DHL")
		}},
		{"a card is made at a kiosk", 2, weeks, func(t *tale) {
			c := t.newCard()
			c.produce(0, 0, "READY", "", "", "Ready for production")
			c.produce(time.Minute, time.Hour, "IN_PROGRESS", c.token, "", "In production")
			if t.turn%2 == 0 {
				c.produce(time.Minute, time.Hour, "PRODUCTION_ERROR", c.token, "RIBBON_EMPTY", "The printer has no ribbon")
				return
			}
			c.produce(time.Minute, time.Hour, "PRODUCED", c.token, "", "Collected")
		}},
	}
}

// paymentTales are card payments that went another way than most.
func paymentTales() []taleKind {
	return []taleKind{
		{"a reservation is released and taken after all", 3, weeks, func(t *tale) {
			p := t.newCard().use(0, "POS_PURCHASE")
			p.open = true
			p.step(0, 0, "IN_PROGRESS", "AUTH")
			p.step(90*time.Hour, 170*time.Hour, "CANCELLED", "FULL_REVERSAL")
			if p.open = false; t.turn%2 == 0 {
				p.step(20*time.Hour, 50*time.Hour, "COMPLETED", "CAPTURE")
			}
		}},
		{"a card payment that Wise cannot confirm", 2, days, func(t *tale) {
			p := t.newCard().use(0, "ACCOUNT_FUNDING")
			p.step(0, 0, "IN_PROGRESS", "AUTH")
			p.step(time.Hour, 20*time.Hour, "UNKNOWN", "AUTH")
		}},
		{"cash from a machine", 4, anyTime, func(t *tale) { t.newCard().use(0, "CASH_WITHDRAWAL").bought(0, 0) }},
	}
}
