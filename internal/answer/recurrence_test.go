package answer_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/answer"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

func TestAmountsAreTheSameOnlyWhereBothAreKnown(t *testing.T) {
	eur, more, gbp := sum("5000", "EUR"), sum("5001", "EUR"), sum("4000.00", "GBP")
	for _, tt := range []struct {
		name        string
		a, b        answer.Amounts
		same, known bool
	}{
		{"both debits", answer.Amounts{Debited: eur}, answer.Amounts{Debited: sum("5000.00", "EUR")}, true, true},
		{"other debits", answer.Amounts{Debited: eur}, answer.Amounts{Debited: more}, false, true},
		{"another currency", answer.Amounts{Debited: eur}, answer.Amounts{Debited: sum("5000", "GBP")}, false, true},
		{"one is not known", answer.Amounts{Debited: eur}, answer.Amounts{}, false, false},
		{"neither is known", answer.Amounts{}, answer.Amounts{}, false, false},
		{"a debit is not what Wise's API calls the source, since it may hold the fee", answer.Amounts{Debited: eur}, answer.Amounts{Source: eur}, false, false},
		{"the recipient gets the same, at another rate", answer.Amounts{Debited: eur, Target: gbp}, answer.Amounts{Debited: more, Target: gbp}, true, true},
	} {
		if same, known := tt.a.Same(tt.b); same != tt.same || known != tt.known {
			t.Errorf("%s: got %v, known %v", tt.name, same, known)
		}
	}
	if (money.Amount{}).Known() {
		t.Error("the zero amount is known")
	}
}

func TestWhatWasSeenBeforeIsSaidInOneLineEach(t *testing.T) {
	now := time.Date(2026, 11, 21, 16, 0, 0, 0, time.UTC)
	at := now.Add(-72 * time.Hour)
	one := answer.Earlier{Transfer: 7, Code: "ACCOUNT_CLOSED", At: at, Evidence: []int64{3}}
	other := answer.Earlier{Transfer: 8, At: at.Add(-time.Hour), Other: true, Evidence: []int64{2}}
	in := answer.Input{Catalogue: reason.Builtin(), Now: now, Zone: time.UTC, Company: time.UTC}
	twice := transfer.Facts{Failures: []transfer.Failure{{Code: "A", At: at, Attempt: 1, Evidence: []int64{4}}, {Code: "A", At: now, Attempt: 2, Evidence: []int64{5}}}}
	for _, tt := range []struct {
		name  string
		found answer.Recurrence
		facts transfer.Facts
		want  []string
	}{
		{"nothing", answer.Recurrence{}, transfer.Facts{}, nil},
		{"one of the same customer", answer.Recurrence{Recipient: answer.EarlierList{All: []answer.Earlier{one}}}, transfer.Facts{},
			[]string{"recipient_failed_before: Another payment to this recipient account failed or came back before, on 18 Nov (“the recipient's account is closed”). [3]"}},
		{"another customer's is counted and not named", answer.Recurrence{Recipient: answer.EarlierList{All: []answer.Earlier{one, other}}}, transfer.Facts{},
			[]string{"recipient_failed_before: 2 other payments to this recipient account failed or came back before, last on 18 Nov (“the recipient's account is closed”); 1 of them of other customers. [2 3]"}},
		{"a bounded search says so", answer.Recurrence{Code: "ACCOUNT_CLOSED", Customer: answer.EarlierList{All: []answer.Earlier{one, one}, More: true}}, transfer.Facts{},
			[]string{"same_code_again: This customer has had “the recipient's account is closed” before: at least 2 transfers, last on 18 Nov. [3]"}},
		{"several attempts", answer.Recurrence{}, twice, []string{"failed_twice: 2 payout attempts of this transfer have failed or come back. [4 5]"}},
		{"two failures of one attempt are no second attempt", answer.Recurrence{},
			transfer.Facts{Failures: []transfer.Failure{{Code: "A", At: at, Attempt: 1}, {Code: "B", At: at, Attempt: 1}}}, nil},
		{"siblings", answer.Recurrence{Siblings: []answer.Sibling{{9, at}, {10, at}}}, transfer.Facts{},
			[]string{"sibling: 2 other payments of the same amount to the same recipient were set up within 10 days. []"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in.Facts = tt.facts
			var got []string
			for _, f := range tt.found.Flags(in) {
				got = append(got, f.Code+": "+f.Text+" "+fmt.Sprint(f.Evidence))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
