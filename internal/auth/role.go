// Package auth decides who may: the three roles, the table of rights that is
// read by one function, passwords, secrets and the brake on guessing. It keeps
// nothing itself; desk and store do.
package auth

import (
	"transferdesk/internal/fault"
)

// Role is what a person or an API token is; each role may all that the one before it may.
type Role string

// The roles, weakest first. The empty role is nobody and may nothing.
const (
	Agent Role = "agent" // answers customers
	Lead  Role = "lead"  // reviews returned transfers, may reveal raw bodies
	Admin Role = "admin" // manages people and keeps the system healthy
)

// Roles gives every role, weakest first.
func Roles() []Role { return []Role{Agent, Lead, Admin} }

// ParseRole reads a role as it is written on the command line; fault.Unprocessable when it is none.
func ParseRole(text string) (Role, error) {
	role := Role(text)
	if role.rank() == 0 {
		return "", fault.New(fault.Unprocessable, "The role must be agent, lead or admin.")
	}
	return role, nil
}

// rank orders the roles; 0 for anything that is none.
func (r Role) rank() int {
	switch r {
	case Agent:
		return 1
	case Lead:
		return 2
	case Admin:
		return 3
	}
	return 0
}

// WhoMay names who may do an act, for people: "leads and admins".
func WhoMay(act Act) string {
	roles := "nobody"
	switch {
	case rolled(Agent, act):
		roles = "everybody"
	case rolled(Lead, act):
		roles = "leads and admins"
	case rolled(Admin, act):
		roles = "admins"
	}
	if NeedsFlag(act) {
		return roles + " with the compliance flag"
	}
	return roles
}
