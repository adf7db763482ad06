package auth_test

import (
	"strings"
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

func TestWhoMayIsSaidOfEveryAct(t *testing.T) {
	for _, act := range auth.Acts() {
		said := auth.WhoMay(act)
		for role, words := range map[auth.Role]string{auth.Agent: "everybody", auth.Lead: "leads", auth.Admin: "admins"} {
			who := auth.Actor{Kind: auth.Person, Role: role, Compliance: strings.HasSuffix(said, "the compliance flag")}
			if named := strings.Contains(said, words) || strings.HasPrefix(said, "everybody"); named != who.May(act) {
				t.Errorf("%s: %q, and %s may: %v", act, said, who.Standing(), who.May(act))
			}
		}
	}
}

func TestWhoMayNotIsToldAsWhatTheyAreLetIn(t *testing.T) {
	for want, who := range map[string]auth.Actor{
		"You are signed in as an agent": {Kind: auth.Person, Role: auth.Agent}, "You are signed in as a lead": {Kind: auth.Person, Role: auth.Lead},
		"You are signed in as an admin": {Kind: auth.Person, Role: auth.Admin}, "The token is an agent's": {Kind: auth.Token, Role: auth.Agent},
		"You are not signed in": {Kind: auth.Visitor},
	} {
		if got := who.Standing(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
