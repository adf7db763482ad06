package main

import (
	"fmt"

	"transferdesk/internal/auth"
	"transferdesk/internal/config"
	"transferdesk/internal/desk"
)

type tokenAddCommand struct {
	config.Database
	Name string `required:"" placeholder:"N" help:"What the token is for; shown in the audit log."`
	Role string `required:"" enum:"agent,lead,admin" placeholder:"ROLE" help:"agent, lead or admin."`
}

// Run adds a token and prints it as the last word.
func (c tokenAddCommand) Run(s *surroundings) error {
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		token, err := d.AddToken(s.ctx, actor, "", c.Name, auth.Role(c.Role))
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(s.stdout, "Keep this token, it is not shown again: %s\n", token)
		return err
	})
}
