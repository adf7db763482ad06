package web

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// The payloads that tests deliver, one line each, with only what a test varies.

const (
	testTransfer = 49983981
	testProfile  = 16055450
	testAccount  = 14124090
	testUser     = 7788991
)

// ago is a time before the site's now, as Wise writes it.
func ago(d time.Duration) string { return testNow.Add(-d).Format(time.RFC3339) }

func sealed(kind, version, data, sentAt string) string {
	return fmt.Sprintf(`{"data":%s,"subscription_id":"01234567-89ab-cdef-0123-456789abcdef","event_type":%q,"schema_version":%q,"sent_at":%q}`,
		data, kind, version, sentAt)
}

func stateChange(id int64, from, to, at string) string {
	return sealed("transfers#state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d},"current_state":%q,"previous_state":%s,"occurred_at":%q}`,
		id, testProfile, testAccount, to, orNullText(from), at), at)
}

func orNullText(s string) string {
	if s == "" {
		return "null"
	}
	return fmt.Sprintf("%q", s)
}

func payoutFailure(id int64, code, description, at string) string {
	return sealed("transfers#payout-failure", "2.0.0", fmt.Sprintf(
		`{"transfer_id":%d,"profile_id":%d,"failure_reason_code":%q,"failure_description":%q,"occurred_at":%q}`,
		id, testProfile, code, description, at), at)
}

func refund(id int64, amount, currency, at string) string {
	return sealed("transfers#refund", "1.0.0", fmt.Sprintf(
		`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d,"refund_amount":%s,"refund_currency":%q},"occurred_at":%q}`,
		id, testProfile, testAccount, amount, currency, at), at)
}

func activeCases(id int64, at string, codes ...string) string {
	quoted := make([]string, len(codes))
	for i, code := range codes {
		quoted[i] = fmt.Sprintf("%q", code)
	}
	return sealed("transfers#active-cases", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d},"active_cases":[%s]}`,
		id, testProfile, testAccount, strings.Join(quoted, ",")), at)
}

func userChanged(id int64, from, to, kind, at string) string {
	return sealed("users#state-change", "2.0.0", fmt.Sprintf(
		`{"resource":{"type":"user","id":%d},"previous_state":%q,"current_state":%q,"deactivation_type":%s,"occurred_at":%q}`,
		id, from, to, orNullText(kind), at), at)
}

func balanceDebit(id int64, amount, currency, at string) string {
	return sealed("balances#update", "2.2.0", fmt.Sprintf(
		`{"resource":{"id":2,"profile_id":%d,"type":"balance-account"},"amount":%s,"balance_id":111,"currency":%q,"transaction_type":"debit","occurred_at":%q,"transfer_reference":"%d","channel_name":"TRANSFER"}`,
		testProfile, amount, currency, at, id), at)
}

// zeroIDs makes a test notification of a body, as Wise's are.
func zeroIDs(body string) string {
	return strings.NewReplacer(fmt.Sprint(testProfile), "0", fmt.Sprint(testAccount), "0").Replace(body)
}

// bouncedLife is a transfer that was paid out and came back, with its reason.
func bouncedLife(id int64) []string {
	return []string{
		stateChange(id, "", "incoming_payment_waiting", ago(120*time.Hour)),
		balanceDebit(id, "1250.00", "EUR", ago(119*time.Hour)),
		stateChange(id, "incoming_payment_waiting", "processing", ago(118*time.Hour)),
		stateChange(id, "processing", "funds_converted", ago(117*time.Hour)),
		stateChange(id, "funds_converted", "outgoing_payment_sent", ago(116*time.Hour)),
		payoutFailure(id, "ACCOUNT_CLOSED", "Recipient's account is closed", ago(65*time.Hour)),
		stateChange(id, "outgoing_payment_sent", "bounced_back", ago(65*time.Hour-time.Minute)),
	}
}

// refundedLife is the same, cancelled and refunded in the end.
func refundedLife(id int64) []string {
	return append(bouncedLife(id),
		stateChange(id, "bounced_back", "processing", ago(50*time.Hour)),
		stateChange(id, "processing", "cancelled", ago(49*time.Hour)),
		stateChange(id, "cancelled", "funds_refunded", ago(48*time.Hour)),
		refund(id, "1247.50", "EUR", ago(48*time.Hour)),
	)
}

// logText is what was logged, by many goroutines and while a test reads it.
type logText struct {
	mu  sync.Mutex
	all strings.Builder
}

// Write appends one record.
func (l *logText) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.Write(p)
}

// String is all of it so far.
func (l *logText) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.String()
}
