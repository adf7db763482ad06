// Package preference is how one person likes to read Transferdesk: in which time
// zone, in which light, how close together, and with which keys. It changes what that
// person sees and nothing that leaves the company.
package preference

import (
	"fmt"
	"slices"
	"strings"

	"transferdesk/internal/fault"
)

// Theme is the light that pages are drawn in.
type Theme string

// The themes.
const (
	System Theme = "system" // as the machine has it
	Light  Theme = "light"
	Dark   Theme = "dark"
)

// Themes gives every theme, the default first.
func Themes() []Theme { return []Theme{System, Light, Dark} }

// Density is how close together things stand.
type Density string

// The densities.
const (
	Roomy Density = "roomy"
	Dense Density = "dense"
)

// Densities gives every density, the default first.
func Densities() []Density { return []Density{Roomy, Dense} }

// Preferences are those of one person.
type Preferences struct {
	Zone    string // a name that Zones lists, UTC, or empty: the company's
	Theme   Theme
	Density Density
	Keys    bool // single keys do something, such as / for the search box
}

// Default is what holds for whoever has chosen nothing.
func Default() Preferences { return Preferences{Theme: System, Density: Roomy, Keys: true} }

// String is what stands in the audit log.
func (p Preferences) String() string {
	zone, keys := p.Zone, "off"
	if zone == "" {
		zone = "the company's"
	}
	if p.Keys {
		keys = "on"
	}
	return fmt.Sprintf("zone %s, theme %s, density %s, keys %s", zone, p.Theme, p.Density, keys)
}

// Tidy puts the present name of a zone in the place of an older one.
func (p Preferences) Tidy() Preferences {
	p.Zone = strings.TrimSpace(p.Zone)
	if now, known := named(p.Zone); known {
		p.Zone = now
	}
	return p
}

// Mended is what can be used of preferences that were kept by another version: the
// default stands where a value is none of ours any more.
func (p Preferences) Mended() Preferences {
	p = p.Tidy()
	for _, w := range p.check() {
		switch w.Field {
		case FieldZone:
			p.Zone = ""
		case FieldTheme:
			p.Theme = System
		case FieldDensity:
			p.Density = Roomy
		}
	}
	return p
}

// The fields of the form, as WrongField names them.
const (
	FieldZone    = "zone"
	FieldTheme   = "theme"
	FieldDensity = "density"
	FieldKeys    = "keys"
)

// WrongField is one choice that cannot be taken.
type WrongField struct {
	Field string // FieldZone, …
	Text  string // for people
}

// Wrong is a fault.Unprocessable that names the fields.
type Wrong []WrongField

// Error names the fields, for logs.
func (w Wrong) Error() string {
	names := make([]string, 0, len(w))
	for _, f := range w {
		names = append(names, f.Field)
	}
	return "wrong: " + strings.Join(names, ", ")
}

// Unwrap gives the kind and the sentence for people.
func (w Wrong) Unwrap() error {
	return fault.New(fault.Unprocessable, "The settings were not saved: one of them cannot be taken.")
}

// Check says what cannot be taken: nil, or Wrong. Preferences are to be tidy before.
func (p Preferences) Check() error {
	if wrong := p.check(); len(wrong) > 0 {
		return wrong
	}
	return nil
}

func (p Preferences) check() (wrong Wrong) {
	if !IsZone(p.Zone) {
		wrong = append(wrong, WrongField{FieldZone, "This time zone is not known here. Choose the nearest large city from the list."})
	}
	if !slices.Contains(Themes(), p.Theme) {
		wrong = append(wrong, WrongField{FieldTheme, "Choose one of the themes."})
	}
	if !slices.Contains(Densities(), p.Density) {
		wrong = append(wrong, WrongField{FieldDensity, "Choose one of the two densities."})
	}
	return wrong
}
