package money

// Minus is what is left of the amount, exactly; below zero when b is more. False when
// one of them is not known, or when they are in two currencies.
func (a Amount) Minus(b Amount) (Amount, bool) {
	if !a.Known() || a.Currency != b.Currency {
		return Amount{}, false
	}
	return Amount{Value: a.Value.Sub(b.Value), Currency: a.Currency}, true
}

// Payable says whether it is more than nothing, in a currency that exists: an amount
// that a person can be told.
func (a Amount) Payable() bool { return KnownCurrency(a.Currency) && a.Value.IsPositive() }
