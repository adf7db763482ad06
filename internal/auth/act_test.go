package auth_test

import (
	"testing"

	"transferdesk/internal/auth"
)

func TestRightsAreThoseOfTheDesign(t *testing.T) {
	const no, yes = false, true
	tests := []struct {
		act                 auth.Act
		nobody, agent, lead bool
		admin               bool
	}{
		{auth.ViewQueue, no, yes, yes, yes},
		{auth.Search, no, yes, yes, yes},
		{auth.ViewCustomer, no, yes, yes, yes},
		{auth.ViewUser, no, yes, yes, yes},
		{auth.ViewTransfer, no, yes, yes, yes},
		{auth.ViewActivity, no, yes, yes, yes},
		{auth.ViewSettlements, no, yes, yes, yes},
		{auth.ViewReceipt, no, yes, yes, yes},
		{auth.ViewProof, no, yes, yes, yes},
		{auth.AskPayout, no, yes, yes, yes},
		{auth.ViewBounced, no, yes, yes, yes},
		{auth.ViewEvents, no, yes, yes, yes},
		{auth.ViewEvent, no, yes, yes, yes},
		{auth.ViewContract, no, yes, yes, yes},
		{auth.SignIn, no, yes, yes, yes},
		{auth.SignOut, no, yes, yes, yes},
		{auth.RevealRaw, no, no, yes, yes},
		{auth.ViewPeople, no, no, no, yes},
		{auth.AddPerson, no, no, no, yes},
		{auth.DisablePerson, no, no, no, yes},
		{auth.SetPassword, no, no, no, yes},
		{auth.AddToken, no, no, no, yes},
		{auth.Rebuild, no, no, no, yes},
		{auth.ViewSystem, no, no, no, yes},
		{auth.LinkCustomer, no, no, yes, yes},
		{auth.ImportCustomers, no, no, no, yes},
		{auth.ViewRejected, no, no, yes, yes},
		{auth.ApplyAgain, no, no, yes, yes},
		{auth.SetAside, no, no, yes, yes},
		{auth.AttachEvent, no, no, yes, yes},
		{auth.ViewSubscriptions, no, no, yes, yes},
		{auth.AskSubscriptions, no, no, yes, yes},
		{auth.AddSubscription, no, no, yes, yes},
		{auth.DeleteSubscription, no, no, yes, yes},
		{auth.TestSubscription, no, no, yes, yes},
		{auth.SettleSubscription, no, no, no, yes},
		{auth.CancelTransfer, no, no, yes, yes},
		{auth.SettleCancellation, no, no, no, yes},
		{auth.ViewCases, no, yes, yes, yes},
		{auth.ViewDesign, no, yes, yes, yes},
		{auth.OpenSupportCase, no, yes, yes, yes},
		{auth.AddCaseMessage, no, yes, yes, yes},
		{auth.AskSupportCase, no, yes, yes, yes},
		{auth.SettleCase, no, no, no, yes},
		{auth.ViewReconciliation, no, no, yes, yes},
		{auth.RunReconciliation, no, no, yes, yes},
		{auth.AskTransfer, no, yes, yes, yes},
		{auth.SetCompliance, no, no, no, yes},
		{auth.ViewLocked, no, no, no, no},   // by no role alone
		{auth.RevealLocked, no, no, no, no}, // likewise
		{auth.TellCustomer, no, yes, yes, yes},
		{auth.AssignTransfer, no, yes, yes, yes},
		{auth.FollowUpTransfer, no, yes, yes, yes},
		{auth.ResolveTransfer, no, yes, yes, yes},
		{auth.ReopenTransfer, no, yes, yes, yes},
		{auth.AddNote, no, yes, yes, yes},
		{auth.EditNote, no, yes, yes, yes},
		{auth.WithdrawNote, no, yes, yes, yes},
		{auth.ChangeOthersNote, no, no, yes, yes},
		{auth.ViewPlaybook, no, yes, yes, yes},
		{auth.ViewHelp, no, yes, yes, yes},
		{auth.ListenLive, no, yes, yes, yes},
		{auth.ShowEditing, no, yes, yes, yes},
		{auth.ViewSettings, no, yes, yes, yes},
		{auth.ChangeSettings, no, yes, yes, yes},
		{auth.PrintTransfer, no, yes, yes, yes},
		{auth.EditPlaybook, no, no, yes, yes},
		{auth.RestorePlaybook, no, no, yes, yes},
		{"no.such.act", no, no, no, no},
	}
	for _, test := range tests {
		want := map[auth.Role]bool{"": test.nobody, "root": false, "Admin": false,
			auth.Agent: test.agent, auth.Lead: test.lead, auth.Admin: test.admin}
		for role, may := range want {
			if got := auth.Allowed(role, test.act); got != may {
				t.Errorf("Allowed(%q, %q) = %v, want %v", role, test.act, got, may)
			}
		}
	}
	if got, want := len(auth.Acts()), len(tests)-1; got != want {
		t.Errorf("there are %d acts with a rule, this table knows %d", got, want)
	}
}

func TestRolesAreReadExactly(t *testing.T) {
	for _, role := range auth.Roles() {
		if got, err := auth.ParseRole(string(role)); err != nil || got != role {
			t.Errorf("ParseRole(%q) = %q, %v", role, got, err)
		}
	}
	for _, text := range []string{"", "root", "Admin", " agent", "agent,admin"} {
		if got, err := auth.ParseRole(text); err == nil {
			t.Errorf("ParseRole(%q) = %q, want an error", text, got)
		}
	}
}
