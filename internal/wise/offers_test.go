package wise

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOfEveryTypeThatIsReadItIsSaidToWhomWiseOffersIt(t *testing.T) {
	if diff := cmp.Diff(EventTypes(), slices.Sorted(maps.Keys(offers))); diff != "" {
		t.Errorf("types that are read, types with a line (-read +line):\n%s", diff)
	}
	for name, o := range offers {
		if o.Application == "" || o.Profile == "" || o.Application == NotOffered && o.Profile == NotOffered {
			t.Errorf("%s: %+v", name, o)
		}
		if got := NewestVersion(name); got != slices.MaxFunc(Versions(name), byNumber) {
			t.Errorf("%s: the newest version is %q, want the highest of %v", name, got, Versions(name))
		}
	}
	if got := OffersOf("never#heard-of"); got != toNobodyKnown || NewestVersion("never#heard-of") != "" {
		t.Errorf("a type that nobody knows: %+v", got)
	}
}

// byNumber compares versions of one digit a part.
func byNumber(a, b string) int { return slices.Compare([]byte(a), []byte(b)) }

func TestTheOffersAreThoseOfWisesPages(t *testing.T) {
	for name, want := range map[string]Offers{
		"transfers#state-change":           {Offered, Offered},
		"transfers#active-cases":           {Offered, Offered},
		"balances#credit":                  {NotOffered, Offered},
		"users#state-change":               {Offered, NotOffered},
		"bulk-settlement#payment-received": {Offered, NotOffered},
		"kyc-reviews#state-change":         {NotDocumented, NotDocumented},
	} {
		if got := OffersOf(name); got != want {
			t.Errorf("%s: got %+v, want %+v", name, got, want)
		}
	}
}
