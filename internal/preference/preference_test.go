package preference_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/fault"
	"transferdesk/internal/preference"
)

func TestWhatIsChosenByNobodyIsTheDefaultAndCanBeTaken(t *testing.T) {
	p := preference.Default()
	if err := p.Check(); err != nil || p.Zone != "" || p.Theme != preference.System || p.Density != preference.Roomy || !p.Keys {
		t.Errorf("the default is %+v: %v", p, err)
	}
}

func TestAChoiceThatIsNoneOfOursIsRefusedByItsField(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*preference.Preferences)
		want   string
	}{
		"a zone of no place":      {func(p *preference.Preferences) { p.Zone = "Europe/Atlantis" }, preference.FieldZone},
		"a way out of the folder": {func(p *preference.Preferences) { p.Zone = "../../etc/passwd" }, preference.FieldZone},
		"the machine's own zone":  {func(p *preference.Preferences) { p.Zone = "Local" }, preference.FieldZone},
		"a zone of leap seconds":  {func(p *preference.Preferences) { p.Zone = "right/Europe/Berlin" }, preference.FieldZone},
		"another case":            {func(p *preference.Preferences) { p.Zone = "europe/berlin" }, preference.FieldZone},
		"a theme":                 {func(p *preference.Preferences) { p.Theme = "sepia" }, preference.FieldTheme},
		"no theme":                {func(p *preference.Preferences) { p.Theme = "" }, preference.FieldTheme},
		"a density":               {func(p *preference.Preferences) { p.Density = "airy" }, preference.FieldDensity},
	} {
		p := preference.Default()
		c.change(&p)
		err := p.Tidy().Check()
		var wrong preference.Wrong
		if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Field != c.want || wrong[0].Text == "" {
			t.Errorf("%s: got %v", name, err)
		}
		if fault.KindOf(err) != fault.Unprocessable || fault.TextOf(err) == "" {
			t.Errorf("%s: the error is no fault.Unprocessable: %v", name, err)
		}
		if mended := p.Mended(); mended != preference.Default() {
			t.Errorf("%s: mended it is %+v", name, mended)
		}
	}
}

func TestAnOlderNameOfAZoneIsKeptUnderItsPresentOne(t *testing.T) {
	for older, want := range map[string]string{
		"Asia/Calcutta": "Asia/Kolkata", "Europe/Kiev": "Europe/Kyiv", "US/Pacific": "America/Los_Angeles",
		"Etc/UTC": "UTC", "GMT": "UTC", " Europe/Berlin ": "Europe/Berlin", "": "",
	} {
		p := preference.Default()
		p.Zone = older
		if got := p.Tidy(); got.Zone != want || got.Check() != nil {
			t.Errorf("%q became %q: %v", older, got.Zone, got.Check())
		}
	}
}

func TestTheAuditLogReadsWhatWasChosen(t *testing.T) {
	p := preference.Preferences{Zone: "Asia/Kathmandu", Theme: preference.Dark, Density: preference.Dense}
	if got, want := p.String(), "zone Asia/Kathmandu, theme dark, density dense, keys off"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := preference.Default().String(); !strings.Contains(got, "zone the company's") || !strings.Contains(got, "keys on") {
		t.Errorf("the default reads %q", got)
	}
}

func TestTheDefaultsComeFirst(t *testing.T) {
	if p := preference.Default(); slices.Index(preference.Themes(), p.Theme) != 0 || slices.Index(preference.Densities(), p.Density) != 0 {
		t.Error("a list does not begin with its default")
	}
}
