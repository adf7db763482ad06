package wisesim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/activity"
	"transferdesk/internal/wise"
)

// toldTypes are the event types that a plan tells beside transfers, with all their
// schema versions.
var toldTypes = map[string]string{
	"batch-payment-initiations#state-change": "2.0.0 4.0.0",
	"bulk-settlement#payment-received":       "2.0.0 3.0.0 4.0.0",
	"cards#3ds-challenge":                    "2.0.0 4.0.0",
	"cards#card-order-status-change":         "2.0.0 4.0.0",
	"cards#card-production-status-change":    "2.0.0 4.0.0",
	"cards#card-status-change":               "2.0.0 4.0.0",
	"cards#manual-provisioning-verification": "2.0.0",
	"cards#transaction-state-change":         "2.0.0 2.1.0 4.0.0",
	"hold-limit-breach#update":               "4.0.0",
	"partner-support#case-changed":           "2.0.0 4.0.0 5.0.0",
	"profiles#cdd-check-state-change":        "2.0.0 4.0.0",
	"profiles#overdraft-limit-threshold":     "2.0.0 4.0.0",
	"profiles#state-change":                  "2.0.0 4.0.0",
	"profiles#verification-state-change":     "2.0.0 4.0.0",
	"recipients#state-change":                "4.0.0",
	"transaction-disputes#update":            "2.0.0 4.0.0",
}

func TestEveryTypeIsToldInEveryVersionAndReadWithoutAFlag(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range lives(2000) {
		if toldTypes[d.EventType] == "" {
			continue
		}
		seen[d.EventType+" "+d.SchemaVersion] = true
		if d.Verdict != wise.Readable || len(d.Activity.Flags) > 0 {
			t.Errorf("%v, why %q, event %+v:\n%s", d.Verdict, d.Why, d.Activity, d.Body)
		}
	}
	for eventType, versions := range toldTypes {
		for version := range strings.FieldsSeq(versions) {
			if !seen[eventType+" "+version] {
				t.Errorf("nobody tells %s %s", eventType, version)
			}
		}
	}
	some := map[string]bool{}
	for _, d := range lives(100) {
		some[d.EventType] = true
	}
	for eventType := range toldTypes {
		if !some[eventType] {
			t.Errorf("100 transfers: nobody tells %s", eventType)
		}
	}
}

// things folds what a plan tells beside transfers.
func things(n int) map[activity.Key]activity.Facts {
	events := map[activity.Key][]activity.Event{}
	for _, d := range lives(n) {
		if d.Activity != nil && d.Verdict == wise.Readable {
			events[d.Activity.Key] = append(events[d.Activity.Key], *d.Activity)
		}
	}
	folded := map[activity.Key]activity.Facts{}
	for key, of := range events {
		folded[key], _ = activity.Fold(key, of)
	}
	return folded
}

func TestEveryStateOutcomeAndReasonOccurs(t *testing.T) {
	seen := map[string]bool{}
	for key, f := range things(2000) {
		for _, v := range f.Visits {
			seen[fmt.Sprint(key.Kind, " ", v.State)] = true
		}
		switch d := f.Detail; {
		case d.CDD != nil:
			seen["outcome "+d.CDD.Outcome] = true
		case d.Transaction != nil:
			for _, reason := range d.Transaction.Reasons {
				seen["decline "+reason] = true
			}
			seen["type "+d.Transaction.Type] = true
		case d.Case != nil:
			for _, word := range d.Case.Types {
				seen["case "+word] = true
			}
		case d.Settlement != nil:
			seen[fmt.Sprint("matched ", d.Settlement.Matched)] = true
		}
	}
	for group, words := range map[string]string{
		"card":              "ACTIVE INACTIVE FROZEN BLOCKED PARTNER_SUSPENDED EXPIRED PURGED",
		"card_order":        "PLACED REQUIREMENTS_FULFILLED CARD_DETAILS_CREATED PRODUCED COMPLETED CANCELLED RETURNED",
		"card_production":   "READY IN_PROGRESS PRODUCED PRODUCTION_ERROR",
		"card_transaction":  "IN_PROGRESS COMPLETED DECLINED CANCELLED UNKNOWN",
		"dispute":           "SUBMITTED IN_REVIEW REFUND_IN_PROGRESS ATTEMPTING_RECOVERY REFUNDED REJECTED CONFIRMED RECOVERY_UNSUCCESSFUL WITHDRAWN",
		"support_case":      "OPEN PENDING SOLVED CLOSED CREATING IN_REVIEW WAITING_CUSTOMER_INPUT RESOLVED FAILED",
		"batch_payment":     "PROCESSING COMPLETED FAILED CHARGED_BACK",
		"recipient_account": "CREATE UPDATE DEACTIVATE OBFUSCATE DELETE",
		"hold_limit":        "OPEN CLOSED",
		"profile_state":     "ACTIVE WITHDRAW_ONLY VIEW_ONLY DEACTIVATED",
		"cdd_check":         "VERIFIED EVIDENCE_REQUIRED",
		"type":              "POS_PURCHASE ECOM_PURCHASE CASH_WITHDRAWAL REFUND ACCOUNT_FUNDING",
		"decline":           "INSUFFICIENT_FUNDS CARD_FROZEN SUSPECTED_FRAUD_AML SUSPECTED_FRAUD_SANCTIONS CARD_PARTNER_SUSPENDED CARD_ON_THE_MOON",
		"case":              "GENERAL_ENQUIRY FREEFORM SANCTIONS RECIPIENT_SANCTION_HIT_REQUEST REFERENCE_LOCATION_HIT",
		"matched":           "true false",
		"outcome":           "DOCUMENT_POOR_QUALITY PHOTO_UNACCEPTABLE OTHER",
	} {
		for word := range strings.FieldsSeq(words) {
			if !seen[group+" "+word] {
				t.Errorf("nowhere: %s %s", group, word)
			}
		}
	}
}

func TestWhatHappensBesideTransfersIsATenthToAFifth(t *testing.T) {
	all := lives(2000)
	beside := len(slices.DeleteFunc(slices.Clone(all), func(d decoded) bool { return toldTypes[d.EventType] == "" }))
	if share := float64(beside) / float64(len(all)-beside); share < 0.08 || share > 0.2 {
		t.Errorf("%d of %d deliveries are beside transfers", beside, len(all))
	}
}

func TestSomethingBesideTransfersIsToldTwice(t *testing.T) {
	versions := map[activity.Key]map[string]bool{}
	for _, d := range lives(300) {
		if d.Activity != nil && toldTypes[d.EventType] != "" {
			if versions[d.Activity.Key] == nil {
				versions[d.Activity.Key] = map[string]bool{}
			}
			versions[d.Activity.Key][d.SchemaVersion+d.Subscription] = true
		}
	}
	twice := 0
	for _, seen := range versions {
		twice += count(len(seen) > 1)
	}
	if twice < 5 || twice > len(versions)/2 {
		t.Errorf("%d of %d things are told in two versions", twice, len(versions))
	}
	for key, f := range things(300) {
		for _, v := range f.Visits {
			if v.Gap {
				t.Errorf("an event of %v is missing: %+v", key, f.Visits)
			}
		}
	}
}
