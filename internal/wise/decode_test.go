package wise_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

func TestEachEventTypeIsReadInFull(t *testing.T) {
	resource := transfer.Event{Transfer: 50000231, Profile: 16454512, Account: 14203630}
	moved := &transfer.Movement{Amount: amount("70", "GBP"), AccountID: 31008439, BalanceID: 20401488, StepID: 700131,
		Reference: "50000231", Channel: "TRANSFER", BalanceAfter: amount("12.50", "GBP")}
	tests := []struct {
		name string
		body string
		want transfer.Event
	}{
		{"a state change", stateChange, with(resource, func(e *transfer.Event) {
			e.Kind, e.From, e.To = transfer.StateChange, transfer.IncomingPaymentWaiting, transfer.Processing
			e.At = evidence.Moment{Time: occurred.Add(789e6), By: evidence.Occurred, Raw: "2026-09-22T12:51:02.789Z"}
			e.Source.Subscription = "7aa8c662-a2dc-4741-8c09-84101c92109f"
		})},
		{"the active cases", activeCases, with(resource, func(e *transfer.Event) {
			e.Kind, e.Cases = transfer.ActiveCases, []string{"deposit_amount_less_invoice", "joint_account_proof_needed"}
			e.At = evidence.Moment{Time: sent, By: evidence.Sent, Aside: evidence.TimeMissing}
		})},
		{"a payout failure", payoutFailure, transfer.Event{Kind: transfer.PayoutFailure, Transfer: 50000231, Profile: 16454512,
			Code: "WRONG_NAME", Description: "The name is not 100% correct",
			At: evidence.Moment{Time: occurred, By: evidence.Occurred, Raw: "2026-09-22T12:51:02.000+00:00"}}},
		{"a refund", refund, with(resource, func(e *transfer.Event) {
			e.Kind, e.Refund = transfer.RefundIssued, amount("4999.90", "EUR")
			e.At = evidence.Moment{Time: occurred, By: evidence.Occurred, Raw: "2026-09-22T12:51:02Z"}
		})},
		{"a balance movement", balanceUpdate, transfer.Event{Kind: transfer.BalanceUpdate, Transfer: 50000231, Profile: 16454512,
			Movement: moved, At: evidence.Moment{Time: occurred, By: evidence.Occurred, Raw: "2026-09-22T12:51:02Z"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(test.body)
			complete(&test.want, test.body)
			if got.Verdict != wise.Readable || got.Why != "" || got.User != nil {
				t.Fatalf("verdict %v, why %q, user %v; want readable", got.Verdict, got.Why, got.User)
			}
			if diff := cmp.Diff(&test.want, got.Transfer); diff != "" {
				t.Errorf("event (-want +got):\n%s", diff)
			}
			if got.TransferID != 50000231 || got.ProfileID != 16454512 || !got.SentAt.Equal(sent) || got.ZeroIDs || !got.HasIDs {
				t.Errorf("the envelope is %+v", got)
			}
		})
	}
}

func TestAUserStateChangeIsReadInFull(t *testing.T) {
	got := decode(userChange)
	sum := sha256.Sum256([]byte(userChange))
	want := &customer.UserEvent{User: 9105455, From: customer.Active, To: customer.WithdrawOnly,
		Type: customer.AccountSuspension, Reason: "REQUESTED_BY_CUSTOMER_CS", Hash: hex.EncodeToString(sum[:]),
		At:     evidence.Moment{Time: occurred, By: evidence.Occurred, Raw: "2026-09-22T12:51:02Z"},
		Source: evidence.Source{Delivery: 7, ReceivedAt: received, SentAt: sent, Subscription: "s", SchemaVersion: "4.0.0"}}
	if diff := cmp.Diff(want, got.User); diff != "" {
		t.Errorf("event (-want +got):\n%s", diff)
	}
	if got.Verdict != wise.Readable || got.UserID != 9105455 || got.Transfer != nil {
		t.Errorf("decoded %+v", got)
	}
}

func TestEveryDocumentedVersionIsReadable(t *testing.T) {
	tests := map[string][]string{
		stateChange:   {"2.0.0", "4.0.0"},
		activeCases:   {"2.0.0", "4.0.0"},
		payoutFailure: {"2.0.0", "4.0.0", "5.0.0"},
		refund:        {"1.0.0", "2.0.0", "4.0.0"},
		balanceUpdate: {"2.1.0", "2.2.0", "3.0.0", "4.0.0"},
		userChange:    {"2.0.0", "4.0.0"},
	}
	for body, versions := range tests {
		for _, version := range versions {
			var sent struct {
				Type    string `json:"event_type"`
				Version string `json:"schema_version"`
			}
			if err := json.Unmarshal([]byte(body), &sent); err != nil {
				t.Fatal(err)
			}
			got := decode(swap(t, body, `"schema_version":"`+sent.Version, `"schema_version":"`+version))
			if got.Verdict != wise.Readable || got.SchemaVersion != version || len(flags(got)) != 0 {
				t.Errorf("%s %s: %v, why %q, flags %v", sent.Type, version, got.Verdict, got.Why, flags(got))
			}
		}
	}
}

// amount gives an amount for comparison.
func amount(value, currency string) money.Amount {
	return money.Amount{Value: decimal.RequireFromString(value), Currency: currency}
}

// with changes a copy of an event.
func with(e transfer.Event, change func(*transfer.Event)) transfer.Event {
	change(&e)
	return e
}

// complete adds what every event carries.
func complete(e *transfer.Event, body string) {
	sum := sha256.Sum256([]byte(body))
	e.Hash = hex.EncodeToString(sum[:])
	subscription, version := "s", "4.0.0"
	if e.Source.Subscription != "" {
		subscription = e.Source.Subscription
	}
	if e.Kind == transfer.PayoutFailure {
		version = "5.0.0"
	}
	e.Source = evidence.Source{Delivery: 7, ReceivedAt: received, SentAt: sent, Subscription: subscription, SchemaVersion: version}
}

// flags gives the flags of whichever event was read.
func flags(d wise.Decoded) []string {
	switch {
	case d.Transfer != nil:
		return d.Transfer.Flags
	case d.User != nil:
		return d.User.Flags
	case d.Activity != nil:
		return d.Activity.Flags
	default:
		return nil
	}
}
