package auth_test

import (
	"testing"

	"transferdesk/internal/auth"
)

// TestWhatIsLockedTakesThePersonsFlagAndTheRole: neither is enough by itself, and
// the flag opens nothing else.
func TestWhatIsLockedTakesThePersonsFlagAndTheRole(t *testing.T) {
	for _, kind := range []auth.Kind{auth.Person, auth.Token, auth.CLI, auth.Visitor, ""} {
		for _, role := range append(auth.Roles(), "", "root") {
			for _, flag := range []bool{false, true} {
				who := auth.Actor{Kind: kind, Role: role, Compliance: flag}
				open := kind == auth.Person && flag
				if got, want := who.May(auth.ViewLocked), open && auth.Allowed(role, auth.ViewEvent); got != want {
					t.Errorf("%+v may see what is locked: %v, want %v", who, got, want)
				}
				if got, want := who.May(auth.RevealLocked), open && auth.Allowed(role, auth.RevealRaw); got != want {
					t.Errorf("%+v may reveal it: %v, want %v", who, got, want)
				}
				for _, act := range auth.Acts() {
					if !auth.NeedsFlag(act) && who.May(act) != auth.Allowed(role, act) {
						t.Errorf("%+v: the flag or the kind changes %s", who, act)
					}
				}
			}
		}
	}
}
