package api

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAMessageIsKeptWithoutAnybodysNumbersAndNames(t *testing.T) {
	message := strings.Join([]string{
		"{1:F01TRWIGB22AXXX0000000000}{3:{121:f875814b-7d44-4d1b-a499-123456789abc}}{4:",
		":20:EXAM/00000001", ":23B:CRED", ":32A:261120USD90,", ":33B:USD95,",
		":50F:/EE000000000000001234", "1/ANNA EXAMPLE", "2/SAMPLE STREET 1",
		":52A:EXAMEE2X", ":53B:/12345678", ":57D:ANNA'S BANK", "MODEL ROAD",
		":59:/GB00000000000000005678", "JOHN EXAMPLE", ":59F:1/JO", ":70:/RFB/RENT OF JOHN", ":71A:SHA", "-}",
	}, "\r\n")
	want := strings.Join([]string{
		"{1:F01TRWIGB22AXXX0000000000}{3:{121:f875814b-7d44-4d1b-a499-123456789abc}}{4:",
		":20:EXAM/00000001", ":23B:CRED", ":32A:261120USD90,", ":33B:USD95,",
		":50F:/••••1234", "••• E•••", "••• S••• •••",
		":52A:EXAMEE2X", ":53B:/12345678", ":57D:A••• B•••", "M••• R•••",
		":59:/••••5678", "J••• E•••", ":59F:•••", ":70:/••••", ":71A:SHA", "-}",
	}, "\n")
	if diff := cmp.Diff(want, maskMT103(message)); diff != "" {
		t.Errorf("as it is kept (-want +got):\n%s", diff)
	}
	for _, other := range []string{"", "JOHN EXAMPLE GB00000000000000005678", "{4:\n:59:/GB00000000000000005678\n-}"} {
		if kept := maskMT103(other); kept != "" {
			t.Errorf("%q is kept as %q", other, kept)
		}
	}
}
