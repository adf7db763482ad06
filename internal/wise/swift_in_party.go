package wise

import (
	"strings"

	"transferdesk/internal/activity"
)

// party reads the sender or the recipient of a SWIFT payment. Its address is a
// text in version 3.0.0 and an object later; its bank is bank_details, or a
// bank_code in 3.0.0.
func (f *fields) party(path string) activity.Party {
	return activity.Party{
		Name:    f.textIfAny(path + ".name"),
		Account: f.textIfAny(path + ".account"),
		Address: f.address(path + ".address"),
		Bank: joined(" ",
			f.textIfAny(path+".bank_details.name"), f.textIfAny(path+".bank_details.bic"),
			f.textIfAny(path+".bank_code.type"), f.textIfAny(path+".bank_code.value")),
	}
}

// addressParts are the fields of an address after its lines, in the order in which
// they are written on one line.
var addressParts = []string{"street_name", "building_number", "postal_code", "town_name", "country_sub_division", "country_code"}

// address reads an address on one line: its lines as sent, then its parts.
func (f *fields) address(path string) string {
	if f.at(path).kind != object {
		return f.textIfAny(path)
	}
	parts := []string{f.textIfAny(path + ".first_line")}
	f.each(path+".address_lines", func(item string) { parts = append(parts, f.textIfAny(item)) })
	for _, part := range addressParts {
		parts = append(parts, f.textIfAny(path+"."+part))
	}
	return joined(", ", parts...)
}

// joined puts the parts that are there on one line, each once.
func joined(between string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if part != "" && (len(kept) == 0 || kept[len(kept)-1] != part) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, between)
}
