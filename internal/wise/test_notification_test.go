package wise_test

import (
	"strings"
	"testing"

	"transferdesk/internal/wise"
)

func TestATestNotificationIsToldByItsIDs(t *testing.T) {
	zero := strings.NewReplacer("50000231", "0", "16454512", "0", "14203630", "0", "31008439", "0", "20401488", "0",
		"700131", "0", "9105455", "0")
	for _, body := range []string{stateChange, activeCases, payoutFailure, refund, balanceUpdate, userChange} {
		got := decode(zero.Replace(body))
		if !got.ZeroIDs || !got.HasIDs || got.Verdict != wise.Readable {
			t.Errorf("%s: zero ids %v, %v, why %q", got.EventType, got.ZeroIDs, got.Verdict, got.Why)
		}
	}
	tests := []struct {
		name, body   string
		zero, hasIDs bool
	}{
		{"Wise's balance test, which lacks half of the fields", `{"data":{"resource":{"id":0,"profile_id":0,"type":"balance-account"},` +
			`"amount":0.01,"currency":"EUR","transaction_type":"credit","occurred_at":"2026-09-22T12:51:02Z"},"subscription_id":"0",` +
			`"event_type":"balances#update","schema_version":"2.2.0","sent_at":"2026-09-22T12:51:03Z"}`, true, true},
		{"one real id", swap(t, zero.Replace(stateChange), `"profile_id":0`, `"profile_id":5`), false, true},
		{"a real id deep inside", swap(t, zero.Replace(stateChange), `"sent_at"`, `"x":[{"y":{"caseId":5}}],"sent_at"`), false, true},
		{"zero ids deep inside only", `{"event_type":"a#b","data":{"list":[{"x_id":0}],"profileId":0}}`, true, true},
		{"no integer id", `{"event_type":"a#b","data":{"id":"5","uuid_id":"x","amount":0,"valid":0,"idea":0}}`, false, false},
		{"a zero that is no integer", `{"event_type":"a#b","data":{"id":0.0}}`, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(test.body)
			if got.ZeroIDs != test.zero || got.HasIDs != test.hasIDs {
				t.Errorf("zero ids %v, has ids %v; want %v, %v", got.ZeroIDs, got.HasIDs, test.zero, test.hasIDs)
			}
			if test.zero && got.Verdict == wise.Unreadable {
				t.Errorf("%v, why %q", got.Verdict, got.Why)
			}
		})
	}
}

func TestATestNotificationMayLackFieldsButNotLie(t *testing.T) {
	body := `{"data":{"resource":{"id":0,"profile_id":0,"type":"transfer"}},"event_type":"transfers#state-change",` +
		`"schema_version":"2.0.0","sent_at":"2026-09-22T12:51:03Z"}`
	if got := decode(body); got.Verdict != wise.Readable || !got.ZeroIDs {
		t.Errorf("a test without a state: %v, why %q", got.Verdict, got.Why)
	}
	if got := decode(swap(t, body, `"resource"`, `"current_state":5,"resource"`)); got.Verdict != wise.Unreadable {
		t.Errorf("a test whose state is a number: %v", got.Verdict)
	}
}
