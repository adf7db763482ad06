package projection

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
)

// told writes the bodies of one event of a kind: about thing n of a profile, in a
// state and with a word more.
type told func(s scene) string

// scene is what a body is made of.
type scene struct {
	n, profile, user, transfer int64
	version                    string
	from, state, word          string
	at                         time.Time
}

// body makes one whose time stands as occurred_at beside the data given.
func (s scene) body(eventType, version, format string, args ...any) string {
	data := fmt.Sprintf(format, args...)
	return envelope(eventType, version, "sub-"+eventType[:4], fmt.Sprintf(`{"occurred_at":%q,%s}`, occurred(s.at, version), data), s.at.Add(2*time.Second))
}

// of picks one of the words of a documented list by the letter drawn.
func of(letter string, words ...string) string { return words[int(letter[0]-'a')%len(words)] }

// activities are the bodies of every kind that events tell of beside transfers.
var activities = map[activity.Kind]told{
	activity.Balance: func(s scene) string {
		return s.body("balances#account-state-change", s.version, `"resource":{"id":%d,"profile_id":%d,"type":"balance-account","state":%q}`, s.n, s.profile, of(s.state, "ACTIVE", "INACTIVE"))
	},
	activity.Batch: func(s scene) string {
		states := []string{"NEW", "PROCESSING", "COMPLETED", "FAILED"}
		if s.version == "2.0.0" {
			data := fmt.Sprintf(`{"resource":{"id":%d,"batchGroupId":"g-%d","profileId":%d},"previousStatus":%q,"currentStatus":%q,"occurredAt":%q}`,
				s.n, s.n, s.profile, of(s.from, states...), of(s.state, states...), occurred(s.at, s.version))
			return envelope("batch-payment-initiations#state-change", s.version, "sub-batc", data, s.at.Add(2*time.Second))
		}
		return s.body("batch-payment-initiations#state-change", s.version, `"resource":{"id":%d,"batch_group_id":"g-%d","profile_id":%d},"previous_status":%q,"current_status":%q`,
			s.n, s.n, s.profile, of(s.from, states...), of(s.state, states...))
	},
	activity.Card: func(s scene) string {
		return s.body("cards#card-status-change", s.version, `"resource":{"type":"card","profile_id":%d,"client_id":"c","card_token":"card-%d"},"card_status":%q,"changed_by":%q`,
			s.profile, s.n, of(s.state, "ACTIVE", "FROZEN", "PARTNER_SUSPENDED"), of(s.word, "", "PROFILE"))
	},
	activity.CardChallenge: func(s scene) string {
		return s.body("cards#3ds-challenge", s.version, `"resource":{"type":"card","profile_id":%d,"client_id":"c","card_token":"card-%d"},"challenge_expires_after":5,"challenge_method":"OOB",
			"transaction":{"reference":"ch-%d","channel":"ECOM","merchant":{"name":%q,"country":"GB","category":"5411","url":"x"},"money_value":{"value":5,"currency":"EUR"}}`, s.profile, s.n, s.n, s.word)
	},
	activity.CardOrder: func(s scene) string {
		return s.body("cards#card-order-status-change", s.version, `"resource":{"type":"card-order","profile_id":%d,"client_id":"c","card_token":"card-%d","card_program":"VISA"},"order_id":%d,"order_status":%q`,
			s.profile, s.n, s.n, of(s.state, "PLACED", "PRODUCED", "COMPLETED"))
	},
	activity.CardProduction: func(s scene) string {
		return s.body("cards#card-production-status-change", s.version, `"resource":{"type":"card","profile_id":%d,"client_id":"c","card_token":"card-%d"},"status":%q,"kiosk_id":"k","description":%q`,
			s.profile, s.n, of(s.state, "READY", "IN_PROGRESS", "PRODUCED"), s.word)
	},
	activity.CardTransaction: func(s scene) string {
		return s.body("cards#transaction-state-change", s.version, `"resource":{"type":"card","profile_id":%d,"client_id":"c","card_token":"card-1","card_last_digits":"1234"},"transaction_id":%d,"transaction_type":"POS_PURCHASE",
			"transaction_state":%q,"decline_reason":%q,"creation_time":"2026-11-20T10:00:00Z","transaction_amount":{"value":5.5,"currency":"EUR"},"transaction_amount_with_fees":{"value":5.5,"currency":"EUR"},"is_debit":true,"merchant":{"name":%q}`,
			s.profile, s.n, of(s.state, "IN_PROGRESS", "DECLINED", "COMPLETED"), of(s.word, "CARD_FROZEN", "SUSPECTED_FRAUD_SANCTIONS"), s.word)
	},
	activity.CardWallet: func(s scene) string {
		data := fmt.Sprintf(`{"resource":{"type":"card","profile_id":%d,"client_id":"c","card_token":"card-%d"},"payment_token_unique_reference":"w-%d","last_four_digits":"1234","creation_time":%q,"wallet_name":%q}`,
			s.profile, s.n, s.n, occurred(s.at, "2.0.0"), s.word)
		return envelope("cards#manual-provisioning-verification", "2.0.0", "sub-card", data, s.at.Add(2*time.Second))
	},
	activity.CDDCheck: func(s scene) string {
		return s.body("profiles#cdd-check-state-change", s.version, `"resource":{"type":"profile","id":%d},"current_state":%q,"review_outcome":"OTHER","required_evidences":[%q],"source_of_income":%q`,
			s.profile, of(s.state, "VERIFIED", "EVIDENCE_REQUIRED"), s.word, s.word)
	},
	activity.DetailsOrder: func(s scene) string {
		return s.body("account-details-order#order-state-change", s.version, `"order_id":%d,"profile_id":%d,"currency":"EUR","order_status":%q,"is_account_details_issued":%t,"creation_time":"2026-11-20T10:00:00Z","modification_time":%q,"requirements":[{"type":%q,"status":"PENDING_USER"}]`,
			s.n, s.profile, of(s.state, "PENDING_USER", "DONE"), s.state == "b", occurred(s.at, s.version), s.word)
	},
	activity.DetailsPayment: func(s scene) string {
		states := []string{"PROCESSING", "COMPLETED", "REFUNDED"}
		return s.body("account-details-payment#state-change", s.version, `"resource":{"id":%d,"profile_id":%d,"type":"account-details-payment"},"account_details_id":"d","target_account_id":"t","transfer":{"id":%d,"type":"CREDIT","amount":5,"currency":"EUR"},"sender":{"name":%q},"current_state":%q,"previous_state":%q`,
			s.n, s.profile, s.transfer, s.word, of(s.state, states...), of(s.from, states...))
	},
	activity.Dispute: func(s scene) string {
		return s.body("transaction-disputes#update", s.version, `"resource":{"type":"dispute","id":"d-%d","profile_id":%d,"transaction_id":%d},"reason":%q,"status":"ACTIVE","sub_status":%q,"created_at":"2026-11-20T10:00:00Z","created_by":"x","can_withdraw":true`,
			s.n, s.profile, s.n, s.word, of(s.state, "SUBMITTED", "IN_REVIEW"))
	},
	activity.HoldLimit: func(s scene) string {
		return s.body("hold-limit-breach#update", "4.0.0", `"resource":{"type":"breach","hold_limit_breach_id":%d,"profile_id":%d},"amount":5.5,"currency":"EUR","state":%q,"closing_reason":null,"created_at":"2026-11-20T10:00:00Z","updated_at":"2026-11-20T10:00:00Z"`,
			s.n, s.profile, of(s.state, "OPEN", "CLOSED"))
	},
	activity.IncomingTransfer: func(s scene) string {
		return s.body("incoming-transfer#credited", "4.0.0", `"incoming_transfer_id":"it-%d"`, s.n)
	},
	activity.KYCReview: func(s scene) string {
		data := fmt.Sprintf(`{"resource":{"id":"r-%d","state":%q,"profileId":%d,"requiredBy":null,"createdAt":"2026-11-20T10:00:00Z","updatedAt":%q,"triggerReferences":[{"type":"CARD"}],"requirements":[[{"key":%q,"state":"IN_REVIEW"}]]}}`,
			s.n, of(s.state, "CREATED", "DONE"), s.profile, occurred(s.at, s.version), s.word)
		return envelope("kyc-reviews#state-change", s.version, "sub-kyc", data, s.at.Add(2*time.Second))
	},
	activity.Overdraft: func(s scene) string {
		data := fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"overdraft":{"used":%d,"limit":9,"profile_limit_currency":"EUR","limit_usage_percentage":50}}`, s.profile, s.n)
		return envelope("profiles#overdraft-limit-threshold", s.version, "sub-over", data, s.at)
	},
	activity.ProfileState: func(s scene) string {
		return s.body("profiles#state-change", s.version, `"resource":{"type":"profile","id":%d},"current_state":%q,"requested_by_customer":%t`, s.profile, of(s.state, "ACTIVE", "VIEW_ONLY"), s.word == "b")
	},
	activity.RecipientAccount: func(s scene) string {
		data := fmt.Sprintf(`{"resource":{"id":"x","data":{"recipientId":%d,"profileId":%d,"clientId":"c","currency":"EUR","state":%q},"occurred_at":%q}}`,
			s.n, s.profile, of(s.state, "CREATE", "DELETE"), occurred(s.at, "4.0.0"))
		return envelope("recipients#state-change", "4.0.0", "sub-reci", data, s.at.Add(2*time.Second))
	},
	activity.Settlement: func(s scene) string {
		return s.body("bulk-settlement#payment-received", s.version, `"resource":{"type":"bulk-settlement","settlement_reference":"set-%d","source_currency":"EUR","source_amount":5,"received_amount":5,"target_amount":4.5,"amount_matched":%t}`, s.n, s.state == "b")
	},
	activity.SupportCase: func(s scene) string {
		if s.version == "2.0.0" {
			return s.body("partner-support#case-changed", s.version, `"type":"STATUS_UPDATED","resource":{"type":"case","case_id":%d,"case_type":%q,"status":%q,"details":{"transfer_id":%d,"user_id":%d,"profile_id":%d}}`,
				s.n, of(s.word, "OTHER", "SANCTIONS"), of(s.state, "OPEN", "PENDING"), s.transfer, s.user, s.profile)
		}
		data := fmt.Sprintf(`{"resource":{"id":%d,"profileId":%d,"status":%q,"externalId":"e-%d","createdAt":"2026-11-20T10:00:00Z","updatedAt":%q,"type":%q,"subType":"X","reference":{"type":"TRANSFER","referenceId":"%d"},"messages":[{"id":"m-%s","caseId":%d,"createdAt":"2026-11-20T10:00:00Z","type":"FREEFORM","author":"WISE_AGENT"}]}}`,
			s.n, s.profile, of(s.state, "IN_REVIEW", "RESOLVED"), s.n, occurred(s.at, s.version), of(s.word, "OTHER", "SANCTIONS"), s.transfer, s.word, s.n)
		return envelope("partner-support#case-changed", "5.0.0", "sub-case", data, s.at.Add(2*time.Second))
	},
	activity.SwiftCredit: func(s scene) string {
		if s.version == "2.0.0" {
			data := fmt.Sprintf(`{"action":{"type":"CREDIT","id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"55555","type":"103","message":"{4:\n:20:REF-%s\n:32A:261120EUR7,5\n-}"}}`, s.transfer, s.profile, s.word)
			return envelope("swift-in#credit", "2.0.0", "sub-swif", data, s.at.Add(2*time.Second))
		}
		return s.body("swift-in#credit", "4.0.0", `"action":{"type":"credit","id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"55555","uetr":"u-%s","reference":"REF","sender":{"name":"A"},"recipient":{"name":"B"},
			"instructed_amount":{"value":8,"currency":"EUR"},"settled_amount":{"value":7.5,"currency":"EUR"},"fee":{"wise":[],"correspondent":[]},"transaction_time":"2026-11-20T10:00:00Z"}`, s.transfer, s.profile, s.word)
	},
	activity.SwiftMessage: func(s scene) string {
		return s.body("swift#message-received", "4.0.0", `"action":{"id":%d,"profile_id":%d,"account_id":333},"resource":{"id":"sm-%d","message_type":"103","content":%q,"content_encoding":"none"}`, s.transfer, s.profile, s.n, s.word)
	},
	activity.Verification: func(s scene) string {
		return s.body("profiles#verification-state-change", s.version, `"resource":{"type":"profile","id":%d},"current_state":%q`, s.profile, of(s.state, "verified", "not_verified"))
	},
}

// kindsDrawn are the kinds of activities, in the order of their names.
func kindsDrawn() []activity.Kind { return slices.Sorted(maps.Keys(activities)) }

// drawActivity draws a body about one of few things of a kind; now and then its
// time cannot be read.
func drawActivity(t *rapid.T, kind activity.Kind, transfer int64, version string, at time.Time) string {
	letter := func(label string) string { return rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, label) }
	body := activities[kind](scene{
		n: transfer/1_000_000*1_000_000 + int64(rapid.IntRange(1, 2).Draw(t, "thing")), profile: profileOf(transfer), user: transfer + 800, transfer: transfer,
		version: version, from: letter("from"), state: letter("state"), word: letter("word"), at: at,
	})
	if rapid.IntRange(0, 5).Draw(t, "time") == 0 {
		body = strings.ReplaceAll(body, occurred(at, version), "2026-02-30T99:00:00Z")
	}
	return body
}

// balanceCredit tells of money as the older event type does.
func balanceCredit(profile int64, amount string, at time.Time) string {
	data := fmt.Sprintf(`{"resource":{"id":2,"profile_id":%d,"type":"balance-account"},"amount":%s,"currency":"GBP","transaction_type":"credit","occurred_at":%q,"post_transaction_balance_amount":12.5}`,
		profile, amount, occurred(at, "2.0.0"))
	return envelope("balances#credit", "2.0.0", "sub-bc", data, at.Add(time.Second))
}

// TestEveryKindOfActivityIsTold holds that the bodies above are what Wise sends: the
// decoder reads each into an event of its kind.
func TestEveryKindOfActivityIsTold(t *testing.T) {
	for _, kind := range kindsDrawn() {
		for _, version := range []string{"2.0.0", "4.0.0"} {
			body := activities[kind](scene{n: 1, profile: 500, user: 871, transfer: 71, version: version, from: "a", state: "b", word: "b", at: start})
			if !json.Valid([]byte(body)) {
				t.Fatalf("%s is no JSON: %s", kind, body)
			}
			said := wise.Decode([]byte(body), evidence.Source{ReceivedAt: start})
			if said.Activity == nil || said.Activity.Kind != kind {
				t.Errorf("%s in %s: %v %s, activity %+v", kind, version, said.Verdict, said.Why, said.Activity)
			}
		}
	}
}
