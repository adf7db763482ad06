package wisesim

import (
	"fmt"
	"strconv"
	"strings"
)

// Customer is one customer of a plan as the company's own directory has it.
type Customer struct {
	Reference, Name, Email string
	Profile, User          int64 // User is 0 where the directory does not know it
}

// The names that customers are made of; some have accents, as people have.
var (
	givenNames  = strings.Fields("Erika José Aisha Łukasz Mei Thomas Zoë Kwame Ana Søren Priya Jürgen Chloé Omar Nadia Hiro Elif Marta Tomás Ingrid Luca Fatima Sean Anaïs")
	familyNames = strings.Fields("Mustermann García Khan Łoś Chen Miller Dubois Mensah Silva Jørgensen Patel Müller Moreau Haddad Ivanova Tanaka Yılmaz Kowalska Nováková Berg Rossi Hassan O’Brien Smith")
	trades      = strings.Fields("Payroll Travel Logistics Studio Foods Media Design Robotics")
)

// Customers gives the directory of all customers that the plan's events are about.
// Some users are left out, as in every directory, and one stands with another
// customer's user, so that the sources disagree once.
func (p Plan) Customers() []Customer {
	profiles := newWorld(p.Seed, p.Transfers).profiles
	all := make([]Customer, 0, len(profiles))
	for i, one := range profiles {
		name, _ := customerName(i)
		c := Customer{
			Reference: "C-" + strconv.Itoa(10_017+i*3), Name: name,
			Email: fmt.Sprintf("customer%d@example.com", i+1), Profile: one.id, User: one.user,
		}
		switch {
		case i%4 == 1:
			c.User = 0
		case i == 8:
			c.User = profiles[0].user
		}
		all = append(all, c)
	}
	return all
}

// customerName names the customer of a number; one in four is a business.
func customerName(i int) (name string, business bool) {
	given, family := givenNames[(i*7)%len(givenNames)], familyNames[(i*11+i/24)%len(familyNames)]
	if i%4 == 0 {
		return family + " " + trades[i/4%len(trades)] + " Ltd", true
	}
	return given + " " + family, false
}
