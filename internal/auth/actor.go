package auth

import "transferdesk/internal/preference"

// Kind says what sort of actor did something.
type Kind string

// The kinds of actor, as the audit log writes them.
const (
	Person  Kind = "person"  // signed in through the browser
	Token   Kind = "token"   // an API token
	CLI     Kind = "cli"     // the command line on the server's own machine
	Visitor Kind = "visitor" // nobody yet: a log-in that failed, the set-up page
)

// Actor is who does something. It is handed to every act as a parameter; the
// zero Actor is nobody and may nothing.
type Actor struct {
	Kind Kind
	ID   int64  // of the person or the token; 0 for the command line and visitors
	Name string // as it is shown in the audit log: the person's or token's name, the system account
	Role Role

	// Compliance lets a person read what is locked, beside what the role gives. No
	// token and no command line has it: what is locked leaves the product on a page,
	// to somebody whose name is known, or not at all.
	Compliance bool

	// Preferences are how a person who is signed in likes to read; the default for
	// anybody else.
	Preferences preference.Preferences

	// Session is the first 16 hex digits of the SHA-256 of the session's
	// secret: enough to tell sessions apart in the audit log and to end this
	// one, useless for signing in. Empty without a session.
	Session string
}

// May says whether the actor may do act: by the role, and where that is not enough
// by the compliance flag of a person too.
func (a Actor) May(act Act) bool {
	if !NeedsFlag(act) {
		return Allowed(a.Role, act)
	}
	return a.Kind == Person && a.Compliance && rolled(a.Role, act)
}

// Standing says as what the actor is let in: "You are signed in as an agent".
func (a Actor) Standing() string {
	var role string
	switch a.Role {
	case Agent, Admin:
		role = "an " + string(a.Role)
	case Lead:
		role = "a lead"
	default:
		return "You are not signed in"
	}
	if a.Kind == Token {
		return "The token is " + role + "'s"
	}
	return "You are signed in as " + role
}
