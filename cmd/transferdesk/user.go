package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/config"
	"transferdesk/internal/desk"
	"transferdesk/store"
)

type userAddCommand struct {
	config.Database
	Email        string `required:"" placeholder:"E" help:"The e-mail address to sign in with."`
	Name         string `required:"" placeholder:"N" help:"The name that others see."`
	Role         string `required:"" enum:"agent,lead,admin" placeholder:"ROLE" help:"agent, lead or admin."`
	PasswordFile string `required:"" placeholder:"F" help:"File whose one line is the password; - reads standard input."`
	Compliance   bool   `help:"May read what Wise says is for compliance alone."`
}

// Run adds a person.
func (c userAddCommand) Run(s *surroundings) error {
	password, err := readPassword(s.stdin, c.PasswordFile)
	if err != nil {
		return err
	}
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		id, err := d.AddPerson(s.ctx, actor, "", desk.NewPerson{
			Email: c.Email, Name: c.Name, Role: auth.Role(c.Role), Password: password, Compliance: c.Compliance,
		})
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(s.stdout, "Added person %d, %s.\n", id, c.Role)
		return err
	})
}

type userListCommand struct {
	config.Database
}

// Run lists everybody.
func (c userListCommand) Run(s *surroundings) error {
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		people, err := d.People(s.ctx, actor, "")
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(s.stdout, 0, 0, 2, ' ', 0)
		_, _ = fmt.Fprintln(table, "ID\tEMAIL\tNAME\tROLE\tADDED\tDISABLED\tCOMPLIANCE")
		for _, person := range people {
			_, _ = fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\t%s\t%s\n", person.ID, person.Email, person.Name,
				person.Role, person.CreatedAt.Format(time.DateOnly), disabledSince(person), flagged(person))
		}
		return table.Flush()
	})
}

type userDisableCommand struct {
	config.Database
	Email string `required:"" placeholder:"E" help:"The e-mail address of the account."`
}

// Run disables a person.
func (c userDisableCommand) Run(s *surroundings) error {
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		if err := d.DisablePerson(s.ctx, actor, "", c.Email); err != nil {
			return err
		}
		_, err := fmt.Fprintln(s.stdout, "Disabled. All sessions of this person have ended.")
		return err
	})
}

type userPasswordCommand struct {
	config.Database
	Email        string `required:"" placeholder:"E" help:"The e-mail address of the account."`
	PasswordFile string `required:"" placeholder:"F" help:"File whose one line is the password; - reads standard input."`
}

// Run sets a person's password.
func (c userPasswordCommand) Run(s *surroundings) error {
	password, err := readPassword(s.stdin, c.PasswordFile)
	if err != nil {
		return err
	}
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		if err := d.SetPassword(s.ctx, actor, "", c.Email, password); err != nil {
			return err
		}
		_, err := fmt.Fprintln(s.stdout, "The password is set. All sessions of this person have ended.")
		return err
	})
}

// disabledSince is the day on which an account was disabled; empty when it was not.
func disabledSince(person store.Person) string {
	if !person.Disabled() {
		return ""
	}
	return person.DisabledAt.Format(time.DateOnly)
}
