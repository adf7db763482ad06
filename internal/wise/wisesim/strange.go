package wisesim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
)

// nobody is the subscription id of a test notification.
const nobody = "00000000-0000-0000-0000-000000000000"

// testNotification is what Wise sends when a subscription is made: ids 0.
func testNotification(at time.Time, n int) []byte {
	when := at.UTC().Format(seconds)
	if n%2 == 0 {
		return seal("transfers#state-change", "2.0.0", nobody, json.RawMessage(fmt.Sprintf(
			`{"resource":{"id":0,"profile_id":0,"account_id":0,"type":"transfer"},"current_state":"processing",`+
				`"previous_state":"incoming_payment_waiting","occurred_at":"%s"}`, when)), at)
	}
	return seal("balances#update", "2.2.0", nobody, json.RawMessage(fmt.Sprintf(
		`{"resource":{"id":0,"profile_id":0,"type":"balance-account"},"amount":0.01,"currency":"EUR",`+
			`"transaction_type":"credit","occurred_at":"%s"}`, when)), at)
}

// strange are bodies that Wise could send one day: a type and versions that
// nobody knows yet, and two that cannot be read.
func (w *world) strange(at time.Time) [][]byte {
	owner := w.profiles[1]
	one := &payment{id: firstTransfer - 1000, from: owner, to: owner.recipients[0]}
	newer := one.body(step{kind: transfer.StateChange, to: transfer.IncomingPaymentWaiting}, at, at, w.app)
	return [][]byte{
		w.seal("transfers#transfer-suspension", "1.0.0", json.RawMessage(fmt.Sprintf(
			`{"resource":{"type":"transfer","id":%d,"profile_id":%d},"occurred_at":"%s"}`, one.id, owner.id, at.UTC().Format(seconds))), at),
		bytes.Replace(newer, []byte(`"2.0.0"`), []byte(`"7.0.0"`), 1),
		bytes.ReplaceAll(bytes.Replace(newer, []byte(`"2.0.0"`), []byte(`"8.0.0"`), 1), []byte("current_state"), []byte("state")),
		newer[:len(newer)-40],
		bytes.Replace(newer, []byte(`"incoming_payment_waiting"`), []byte("null"), 1),
	}
}
