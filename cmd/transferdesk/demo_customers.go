package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"

	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/internal/wise/wisesim"
)

// importCustomers gives the demo's customers names, the same way as a company does.
func importCustomers(s *surroundings, d *desk.Desk, customers []wisesim.Customer) error {
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	lines := [][]string{{"reference", "name", "email", "profile_id", "user_id"}}
	for _, c := range customers {
		user := ""
		if c.User != 0 {
			user = strconv.FormatInt(c.User, 10)
		}
		lines = append(lines, []string{c.Reference, c.Name, c.Email, strconv.FormatInt(c.Profile, 10), user})
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("writing the demo's customers: %w", err)
	}
	_, err := d.ImportCustomers(s.ctx, commandLineActor(), desk.Import{From: &text, Bad: func(*customer.BadLine) {}})
	if err != nil {
		return fmt.Errorf("importing the demo's customers: %w", err)
	}
	return nil
}
