package wisesim

import (
	"encoding/json"
	"time"

	"github.com/shopspring/decimal"

	"transferdesk/internal/transfer"
)

// News is something that happened to a transfer, to be told to a subscription.
type News struct {
	Kind                       transfer.Kind // all but BalanceCredit and IncomingCredit
	Transfer, Profile, Account int64
	From, To                   transfer.State // of a change of state; From may be ""
	Code                       string         // of a payout failure
	Cases                      []string       // active cases: the whole list
	Amount                     string         // what was paid in: a decimal
	Currency                   string
	Share                      int    // of a refund or a movement: per mille of Amount
	Credit                     bool   // of a movement
	Reference                  string // of a movement that is no transfer's, such as BNK-1234567; "": the transfer's id
	At                         time.Time
}

// EventType is Wise's name for what happened.
func (n News) EventType() string { return eventOf(n.Kind) }

// eventOf is Wise's name for events of a kind.
func eventOf(kind transfer.Kind) string {
	switch kind {
	case transfer.ActiveCases:
		return "transfers#active-cases"
	case transfer.PayoutFailure:
		return "transfers#payout-failure"
	case transfer.RefundIssued:
		return "transfers#refund"
	case transfer.BalanceUpdate:
		return "balances#update"
	default:
		return "transfers#state-change"
	}
}

// Body writes the event for a subscription, in its version.
func (n News) Body(subscriptionID, version string, sent time.Time) []byte {
	amount, err := decimal.NewFromString(n.Amount)
	if err != nil {
		amount = decimal.Zero
	}
	from := &profile{id: n.Profile, currency: n.Currency}
	if n.Profile != 0 {
		from.account, from.balance = n.Profile+1, n.Profile+2
	}
	if n.Reference != "" {
		m := movement{from, n.Credit, amount, n.Reference, n.At.Unix()}
		return m.body(version, n.At.UTC().Format(timeForm(version)), sent, subscription{subscriptionID, version})
	}
	p := &payment{id: n.Transfer, amount: amount, to: recipient{account: n.Account}, from: from}
	s := step{kind: n.Kind, from: n.From, to: n.To, code: n.Code, cases: n.Cases, share: n.Share, credit: n.Credit}
	return p.write(s, n.At, sent, subscription{subscriptionID, version})
}

// TestBody writes a test notification: the shape of a real one with ids 0, for
// the types about transfers; for others with no more than the time.
func TestBody(subscriptionID, eventType, version string, at time.Time) []byte {
	test := News{Share: 1000, From: transfer.IncomingPaymentWaiting, To: transfer.Processing, Code: "REASON_NOT_SPECIFIED", Currency: "GBP", At: at}
	for _, kind := range []transfer.Kind{transfer.StateChange, transfer.ActiveCases, transfer.PayoutFailure, transfer.RefundIssued, transfer.BalanceUpdate} {
		if test.Kind = kind; test.EventType() == eventType {
			return test.Body(subscriptionID, version, at)
		}
	}
	data := `{"resource":{"id":0},"occurred_at":` + quote(at.UTC().Format(timeForm(version))) + `}`
	return seal(eventType, version, subscriptionID, json.RawMessage(data), at)
}
