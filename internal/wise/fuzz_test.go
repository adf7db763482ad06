package wise_test

import (
	"encoding/json"
	"testing"

	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
)

// FuzzDecode holds what must be true of any body at all.
func FuzzDecode(f *testing.F) {
	for _, body := range append(bodies(), swift2, "", "null", "[]", `{"event_type":"a#b"}`,
		`{"event_type":"transfers#refund","data":{"resource":{"id":0}}}`, "{\"event_type\":\"\xff\\ud800\\u0000\"}",
		`{"a":1,"A":2}`, `{"a":[[[{"b":1e30}]]]}`, "\ufeff{}", "{}{}", `{"`, `{"a":"\`, `{"x":-0,"id":-0}`,
	) {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		got := wise.Decode(body, evidence.Source{ReceivedAt: received})
		event := got.Transfer != nil || got.User != nil || got.Activity != nil
		if event != (got.Verdict == wise.Readable) || (got.Why == "") != event {
			t.Fatalf("%v, why %q, transfer %v, user %v", got.Verdict, got.Why, got.Transfer, got.User)
		}
		if got.Transfer != nil && !got.ZeroIDs && (got.ProfileID <= 0 || got.TransferID < 0) {
			t.Fatalf("transfer %d, profile %d", got.TransferID, got.ProfileID)
		}
		if got.ZeroIDs && !got.HasIDs {
			t.Fatal("all of no ids are zero")
		}
		if got.Why != "" && wise.WhyText(got.Why) == got.Why {
			t.Fatalf("no words for %q", got.Why)
		}
		if masked := wise.Mask(body); json.Valid(body) && !json.Valid(masked) {
			t.Fatalf("masked as\n%s", masked)
		}
	})
}

// FuzzVerify holds that nothing but an honest signature verifies.
func FuzzVerify(f *testing.F) {
	keys, err := wise.BuiltinKeys("sandbox")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(stateChange), "AAAA")
	f.Add([]byte{}, "")
	f.Add([]byte("x"), "====")
	f.Fuzz(func(t *testing.T, body []byte, header string) {
		// Only Wise holds the private key, so that no input made here can verify.
		if name, err := keys.Verify(body, []string{header}); err == nil || name != "" {
			t.Fatalf("verified by %q", name)
		}
	})
}
