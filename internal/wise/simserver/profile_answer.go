package simserver

import (
	"fmt"
)

// profileAnswer is a profile as GET /v2/profiles tells it: a personal one and a
// business have fields of their own.
type profileAnswer struct {
	Type         string        `json:"type"`
	ID           int64         `json:"id"`
	PublicID     string        `json:"publicId"`
	UserID       int64         `json:"userId"`
	Address      addressAnswer `json:"address"`
	Email        string        `json:"email"`
	CreatedAt    string        `json:"createdAt"`
	UpdatedAt    string        `json:"updatedAt"`
	Avatar       *string       `json:"avatar"`
	CurrentState string        `json:"currentState"`
	Contact      contactAnswer `json:"contactDetails"`
	FullName     string        `json:"fullName"`
	*personAnswer
	*businessAnswer
}

// addressAnswer is an address.
type addressAnswer struct {
	ID        int64   `json:"id"`
	FirstLine string  `json:"addressFirstLine"`
	City      string  `json:"city"`
	Iso2      string  `json:"countryIso2Code"`
	Iso3      string  `json:"countryIso3Code"`
	PostCode  string  `json:"postCode"`
	State     *string `json:"stateCode"`
}

// contactAnswer is how a customer is reached.
type contactAnswer struct {
	Email string `json:"email"`
	Phone string `json:"phoneNumber"`
}

// personAnswer is what only personal profiles have.
type personAnswer struct {
	FirstName   string          `json:"firstName"`
	LastName    string          `json:"lastName"`
	Preferred   string          `json:"preferredName"`
	DateOfBirth string          `json:"dateOfBirth"`
	Phone       string          `json:"phoneNumber"`
	Secondary   []addressAnswer `json:"secondaryAddresses"`
}

// businessAnswer is what only businesses have.
type businessAnswer struct {
	Name         string          `json:"businessName"`
	Registration string          `json:"registrationNumber"`
	Description  string          `json:"descriptionOfBusiness"`
	Webpage      string          `json:"webpage"`
	CompanyType  string          `json:"companyType"`
	CompanyRole  string          `json:"companyRole"`
	FreeForm     string          `json:"businessFreeFormDescription"`
	First        string          `json:"firstLevelCategory"`
	Second       string          `json:"secondLevelCategory"`
	Industries   []string        `json:"industryCategories"`
	Operational  []addressAnswer `json:"operationalAddresses"`
}

// answer writes the profile.
func (p *Profile) answer() profileAnswer {
	first, last := p.names()
	a := profileAnswer{
		ID: p.ID, PublicID: inventUUID("profile", p.ID), UserID: p.User, Address: p.address(0), Email: p.email(),
		CreatedAt: wireTime(p.Created), UpdatedAt: wireTime(p.Created), CurrentState: p.State,
		Contact: contactAnswer{p.email(), p.phone()}, FullName: p.Name,
	}
	if p.Business {
		a.Type = "BUSINESS"
		a.businessAnswer = &businessAnswer{
			Name: p.Name, Registration: fmt.Sprintf("SIM%07d", inventNumber("registration", p.ID, 10_000_000)),
			Description: "An invented business", Webpage: "https://example.com", CompanyType: "LIMITED", CompanyRole: "OWNER",
			FreeForm: "An invented business", First: "OTHER", Second: "OTHER_NOT_LISTED", Industries: []string{"OTHER"},
			Operational: []addressAnswer{p.address(1)},
		}
		return a
	}
	a.Type = "PERSONAL"
	a.personAnswer = &personAnswer{first, last, first, p.birth(), p.phone(), []addressAnswer{p.address(1)}}
	return a
}

// address invents one of the profile's addresses.
func (p *Profile) address(n int64) addressAnswer {
	a := addressAnswer{
		ID: p.ID*10 + n, FirstLine: fmt.Sprintf("%d Invented Street", 1+inventNumber("street", p.ID+n, 200)), City: "Sampleton",
		Iso2: p.Country, Iso3: isoThree(p.Country), PostCode: fmt.Sprintf("%05d", inventNumber("post", p.ID, 100_000)),
	}
	if p.Country == "US" {
		state := "NY"
		a.State = &state
	}
	return a
}

// isoThree gives the three letters of a country of the simulation.
func isoThree(two string) string {
	three := map[string]string{"GB": "GBR", "US": "USA", "DE": "DEU", "SG": "SGP", "JP": "JPN", "IN": "IND", "BR": "BRA",
		"PL": "POL", "AU": "AUS", "CL": "CHL", "KW": "KWT", "FR": "FRA", "EE": "EST"}[two]
	if three == "" {
		return two + "X"
	}
	return three
}

func (p *Profile) email() string { return fmt.Sprintf("profile%d@example.com", p.ID) }

// phone is one of the numbers that nobody has.
func (p *Profile) phone() string { return fmt.Sprintf("+4470090%05d", p.ID%100_000) }

func (p *Profile) birth() string {
	return fmt.Sprintf("19%02d-%02d-%02d", 50+inventNumber("year", p.ID, 50), 1+inventNumber("month", p.ID, 12), 1+inventNumber("day", p.ID, 28))
}
