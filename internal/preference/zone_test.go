package preference_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // what the binary carries where a machine has no zones installed

	"transferdesk/internal/preference"
)

func TestGoKnowsEveryZoneThatCanBeChosen(t *testing.T) {
	all := preference.Zones()
	if len(all) < 400 || !slices.IsSortedFunc(all, func(a, b preference.Zone) int { return strings.Compare(a.Name, b.Name) }) {
		t.Fatalf("the list has %d zones, or is out of order", len(all))
	}
	for _, z := range all {
		if _, err := time.LoadLocation(z.Name); err != nil {
			t.Errorf("%s: %v", z.Name, err)
		}
		if z.Region == "" || z.City == "" || z.Country == "" || strings.ContainsAny(z.City, "_/") || !preference.IsZone(z.Name) {
			t.Errorf("%+v is half a zone", z)
		}
	}
}

func TestAZoneIsFoundByItsCityAndCountry(t *testing.T) {
	for _, want := range []preference.Zone{
		{"Europe/Berlin", "Europe", "Berlin", "Germany"},
		{"America/Argentina/Buenos_Aires", "America", "Buenos Aires, Argentina", "Argentina"},
		{"America/St_Johns", "America", "St Johns", "Canada"},
		{"Asia/Kathmandu", "Asia", "Kathmandu", "Nepal"},
	} {
		if !slices.Contains(preference.Zones(), want) {
			t.Errorf("%+v is not in the list", want)
		}
	}
}

func TestAZoneThatIsNotChosenOrNotKnownIsTheCompanys(t *testing.T) {
	company := time.FixedZone("CO", 3600)
	for name, want := range map[string]string{"": "CO", "Local": "CO", "No/Such": "CO", "UTC": "UTC", "Asia/Kathmandu": "Asia/Kathmandu"} {
		if got := preference.Location(name, company).String(); got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
}
