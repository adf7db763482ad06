package wisesim_test

import (
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/wisesim"
)

func TestAKeyThatWasKeptSignsAsBefore(t *testing.T) {
	kit := testkit.Signer(t)
	text, err := kit.PrivatePEM()
	if err != nil {
		t.Fatal(err)
	}
	again, err := wisesim.ParseKey(text)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := again.Sign([]byte("body"))
	if err != nil || signature != kit.Sign([]byte("body")) {
		t.Errorf("another signature, %v", err)
	}
	for _, bad := range [][]byte{nil, []byte("garbage"), kit.PEM} {
		if _, err := wisesim.ParseKey(bad); err == nil {
			t.Errorf("%q is taken for a key", bad)
		}
	}
}
