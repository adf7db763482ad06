package main

import (
	"fmt"

	"transferdesk/internal/auth"
	"transferdesk/internal/config"
	"transferdesk/internal/desk"
	"transferdesk/store"
)

type userComplianceCommand struct {
	config.Database
	Email string `required:"" placeholder:"E" help:"The e-mail address of the account."`
	Off   bool   `help:"Take the flag instead of giving it."`
}

// Run gives a person the compliance flag, or takes it.
func (c userComplianceCommand) Run(s *surroundings) error {
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		if err := d.SetCompliance(s.ctx, actor, "", c.Email, !c.Off); err != nil {
			return err
		}
		said := "Given. From now on, also in open sessions, this person may read what is handled by compliance."
		if c.Off {
			said = "Taken. From now on, also in open sessions, this person reads \"handled by compliance\" and nothing more."
		}
		_, err := fmt.Fprintln(s.stdout, said)
		return err
	})
}

// flagged says whether a person has the compliance flag; empty when not.
func flagged(person store.Person) string {
	if person.Compliance {
		return "compliance"
	}
	return ""
}
