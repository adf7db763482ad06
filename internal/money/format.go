package money

import "strings"

// String writes the amount as people read it: "5,000.00 EUR". There are never
// fewer digits than Wise sent, nothing is rounded, and a known currency has at
// least the digits of its minor unit. An unknown currency is written as sent:
// "5000.5 XYZ". Not known is "".
func (a Amount) String() string {
	if !a.Known() {
		return ""
	}
	number := a.Decimal()
	if KnownCurrency(a.Currency) {
		number = group(number)
	}
	return number + " " + a.Currency
}

// Decimal is the number alone, for JSON and CSV: the digits of String without
// commas. Not known is "".
func (a Amount) Decimal() string {
	if !a.Known() {
		return ""
	}
	places := a.Digits()
	if minor, ok := minorDigits(a.Currency); ok {
		places = max(places, minor)
	}
	return a.Value.StringFixed(places)
}

// group puts a comma before every third digit of the whole part.
func group(number string) string {
	sign := ""
	if strings.HasPrefix(number, "-") {
		sign, number = "-", number[1:]
	}
	whole, fraction, hasFraction := strings.Cut(number, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	if hasFraction {
		b.WriteByte('.')
		b.WriteString(fraction)
	}
	return b.String()
}
