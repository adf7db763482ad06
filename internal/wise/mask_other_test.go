package wise_test

import (
	"strings"
	"testing"

	"transferdesk/internal/wise"
)

func TestMaskShowsOfCardsAndCasesWhatAnAgentNeeds(t *testing.T) {
	for _, tt := range []struct {
		body         string
		shown, never []string
	}{
		{cardStatus, []string{"3f0a9c51-1", "FROZEN", "CUSTOMER", "222"}, nil},
		{cardOrder, []string{"1001L", "PRODUCED", "DHL", "VISA_DEBIT_UK"}, nil},
		{cardProduction, []string{"K7", "RIBBON", "PRODUCTION_ERROR"}, []string{"The ribbon"}},
		{cardChallenge, []string{"PUSH", "ECOM", "12.30", `"challenge_expires_after": 5`}, []string{"Shop Ltd", "shop.example", "5732"}},
		{cardWallet, []string{"DAPL-1", "4417"}, nil},
		{cardTransaction, []string{"88001", "DECLINED", "POS_PURCHASE", "A1B2C3", "04300014127798385983852", "165.96", "VALID", `"response_code": "05"`}, []string{"Shop Ltd", "Tallinn", "6011"}},
		{dispute, []string{"39f893e3-4b0c", "WRONG_AMOUNT", "WITHDRAWN", "88001"}, []string{"6097861"}},
		{supportCase4, []string{"136", "GENERAL_ENQUIRY", "PENDING", "NEW_CASE"}, nil},
		{supportCase5, []string{"PAYMENTS", "RECALL", "WAITING_CUSTOMER_INPUT", "12345678"}, []string{"desk-9"}},
		{batchPayment2, []string{"068e186d-9632", "PROCESSING", `"returnCode": "200"`}, nil},
		{settlement, []string{"TPFB1111111", "-100.1", `"amount_matched": false`}, nil},
		{recipientChange, []string{"14203630", "DEACTIVATE", "EUR"}, nil},
		{holdLimit, []string{"77", "1500.5", "AUTOMATICALLY_RESOLVED"}, nil},
		{overdraft, []string{"850.00", "1000", "85.0", "GBP"}, nil},
		{profileState, []string{"VIEW_ONLY", `"requested_by_customer": false`}, nil},
		{cddCheck, []string{"EVIDENCE_REQUIRED", "SOURCE_OF_WEALTH"}, []string{"INVESTMENTS", "LOAN", "not acceptable"}},
	} {
		got := string(wise.Mask([]byte(tt.body)))
		for _, want := range tt.shown {
			if !strings.Contains(got, want) {
				t.Errorf("%q is hidden:\n%s", want, got)
			}
		}
		for _, secret := range tt.never {
			if strings.Contains(got, secret) {
				t.Errorf("%q is shown:\n%s", secret, got)
			}
		}
	}
}

func TestMaskHidesALockedCodeInEveryField(t *testing.T) {
	plain := strings.NewReplacer("_", "", "-", "", ".", "")
	for _, code := range []string{
		"SUSPECTED_FRAUD_AML", "SUSPECTED_FRAUD_COMPLIANCE", "SUSPECTED_FRAUD_SANCTIONS", "CARD_PARTNER_SUSPENDED", "PARTNER_SUSPENDED", "ACCOUNT_SUSPENDED",
		"SANCTIONS", "sanctions", "Deposit-Sanction-Hit", "RECIPIENT_LOCATION_HIT_REQUEST", "partner.suspended", "PartnerSuspended", `SANCTIO\u004eS`,
	} {
		for body, fields := range map[string][]string{
			cardStatus:      {"card_status", "changed_by"},
			cardOrder:       {"order_status", "resource.card_program"},
			cardProduction:  {"status", "error_code"},
			cardTransaction: {"decline_reason", "detailed_decline_reason", "transaction_state", "relay_authorisation_data.response_code", "merchant.name"},
			dispute:         {"reason", "status", "sub_status", "status_message"},
			supportCase4:    {"resource.type", "resource.case_type", "resource.status", "type"},
			supportCase5:    {"resource.type", "resource.subType", "resource.messages[0].type", "resource.reference.type", "resource.reference.referenceId"},
			cddCheck:        {"review_outcome", "current_state", "required_evidences[0]", "source_of_income"},
			profileState:    {"current_state"},
			batchPayment:    {"return_code", "current_status"},
		} {
			for _, path := range fields {
				masked := plain.Replace(strings.ToLower(string(wise.Mask([]byte(put(t, body, path, `"`+code+`"`))))))
				for _, stem := range []string{"sanction", "locationhit", "suspectedfraud", "partnersuspended", "accountsuspended"} {
					if strings.Contains(masked, stem) {
						t.Errorf("%s as %s is shown:\n%s", path, code, masked)
					}
				}
			}
		}
	}
}
