package front

import "testing"

func TestABaseURLThatIsNoOriginIsRefused(t *testing.T) {
	for _, base := range []string{"desk.example.com", "ftp://desk.example.com", "https://", "https://desk.example.com/desk", "https://a@desk.example.com", "::"} {
		if _, err := parseOrigin(base); err == nil {
			t.Errorf("%q: got no error", base)
		}
	}
}
