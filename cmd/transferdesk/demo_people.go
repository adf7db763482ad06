package main

import (
	"crypto/rand"
	"fmt"
	"strings"
	"text/tabwriter"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
)

// demoPeople are the three log-ins of the demo; their passwords are new each time.
var demoPeople = []desk.NewPerson{
	{Email: "agent@demo.example", Name: "Alex Agent", Role: auth.Agent},
	{Email: "lead@demo.example", Name: "Lena Lead", Role: auth.Lead},
	{Email: "admin@demo.example", Name: "Adrian Admin", Role: auth.Admin},
}

// welcome adds the three people and prints where to go and how to sign in.
func welcome(s *surroundings, d *desk.Desk, url string) error {
	table := tabwriter.NewWriter(s.stdout, 0, 0, 3, ' ', 0)
	_, _ = fmt.Fprintf(table, "\nTransferdesk demo: %s\n\n  sign in as\te-mail\tpassword\n", url)
	for _, person := range demoPeople {
		person.Password = demoPassword()
		if _, err := d.AddPerson(s.ctx, commandLineActor(), "", person); err != nil {
			return fmt.Errorf("adding the demo's people: %w", err)
		}
		_, _ = fmt.Fprintf(table, "  %s\t%s\t%s\n", person.Role, person.Email, person.Password)
	}
	_, _ = fmt.Fprintln(table)
	return table.Flush()
}

// demoPassword gives a password of 80 random bits that can be typed: four
// groups of four letters and digits.
func demoPassword() string {
	text := strings.ToLower(rand.Text()[:16])
	return strings.Join([]string{text[:4], text[4:8], text[8:12], text[12:]}, "-")
}
