package wisesim

import (
	"encoding/json"
	"fmt"
	"time"
)

// outcomes are why evidence did not pass: Wise's codes, and the free text of its
// own example.
var outcomes = []string{
	"DOCUMENT_POOR_QUALITY", "Document is not acceptable", "DOCUMENT_OUT_OF_DATE", "DOCUMENT_NAME_MISMATCH", "DOCUMENT_MISSING_NAME", "DOCUMENT_MISSING_ISSUE_DATE",
	"DOCUMENT_MISSING_COMPANY_LOGO_LETTERHEAD", "DOCUMENT_NOT_COMPLETE", "DOCUMENT_MISSING_SIGNATURE", "DOCUMENT_MISSING_INCOME", "DOCUMENT_TYPE_UNACCEPTABLE",
	"INVOICE_UNACCEPTABLE", "PHOTO_ID_UNACCEPTABLE", "TRANSACTION_UNACCEPTABLE", "PHOTO_UNACCEPTABLE", "OTHER",
}

// evidence asks for evidence, or says with none that all is well. What is not said
// is left out.
func (t *tale) evidence(least, most time.Duration, outcome string, required ...string) {
	state, more := "VERIFIED", ""
	if len(required) > 0 {
		state, more = "EVIDENCE_REQUIRED", []string{`,"source_of_income":"SALARY"`, `,"source_of_funding":"LOAN"`}[t.n%2] // of a person, of a company
	}
	if outcome != "" {
		more += `,"review_outcome":` + quote(outcome)
	}
	list, _ := json.Marshal(append([]string{}, required...)) // strings always marshal
	t.tell(least, most, "profiles#cdd-check-state-change", twice, func(s stamp) string {
		return fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"current_state":"%s","required_evidences":%s%s,"occurred_at":"%s"}`, t.of.id, state, list, more, s.when())
	})
}

// state changes what a profile may do.
func (t *tale) state(least, most time.Duration, state string, asked bool) {
	t.tell(least, most, "profiles#state-change", twice, func(s stamp) string {
		return fmt.Sprintf(`{"resource":{"id":%d,"type":"profile"},"current_state":"%s","occurred_at":"%s","requested_by_customer":%t}`, t.of.id, state, s.when(), asked)
	})
}

// verified says whether a customer is verified.
func (t *tale) verified(least, most time.Duration, state string) {
	t.tell(least, most, "profiles#verification-state-change", twice, func(s stamp) string {
		return fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"current_state":"%s","occurred_at":"%s"}`, t.of.id, state, s.when())
	})
}

// profileTales are checks of customers, and what their profiles may do.
func profileTales() []taleKind {
	return []taleKind{
		{"evidence is asked for again", 18, weeks, func(t *tale) {
			asked := []string{"SOURCE_OF_INCOME", "ADDRESS_PROOF", "SOURCE_OF_WEALTH"}[t.turn%3]
			t.evidence(0, 0, "", asked)
			t.evidence(20*time.Hour, 90*time.Hour, outcomes[t.turn%len(outcomes)], asked)
		}},
		{"evidence passes", 8, anyTime, func(t *tale) {
			t.evidence(0, 0, "", "SOURCE_OF_INCOME", "ID_DOCUMENT")
			t.evidence(20*time.Hour, 90*time.Hour, "")
		}},
		{"a customer is verified", 4, anyTime, func(t *tale) {
			t.verified(0, 0, "not_verified")
			t.verified(time.Hour, 50*time.Hour, "verified")
		}},
		{"a customer is not verified", 1, weeks, func(t *tale) { t.verified(0, 0, "not_verified") }},
		{"a profile is restricted", 2, weeks, func(t *tale) {
			t.state(0, 0, []string{"VIEW_ONLY", "WITHDRAW_ONLY"}[t.turn%2], false)
			if t.turn%3 == 1 {
				t.state(90*time.Hour, 200*time.Hour, "ACTIVE", false)
			}
		}},
		{"a customer closes a profile", 1, weeks, func(t *tale) {
			t.state(0, 0, "WITHDRAW_ONLY", true)
			t.state(90*time.Hour, 200*time.Hour, "DEACTIVATED", true)
		}},
	}
}
