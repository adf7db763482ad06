package simserver

import (
	"encoding/json"
	"strconv"
)

// transferAnswer is a transfer as the API tells it.
type transferAnswer struct {
	ID              int64             `json:"id"`
	User            int64             `json:"user"`
	TargetAccount   int64             `json:"targetAccount"`
	SourceAccount   *int64            `json:"sourceAccount"`
	Quote           *string           `json:"quote"`
	QuoteUUID       string            `json:"quoteUuid"`
	Status          string            `json:"status"`
	Reference       string            `json:"reference"`
	Rate            json.Number       `json:"rate"`
	Created         string            `json:"created"` // 2017-11-24 10:47:49, in UTC
	Business        *int64            `json:"business"`
	TransferRequest *int64            `json:"transferRequest"`
	Details         transferDetails   `json:"details"`
	HasActiveIssues bool              `json:"hasActiveIssues"`
	SourceCurrency  string            `json:"sourceCurrency"`
	SourceValue     json.Number       `json:"sourceValue"`
	TargetCurrency  string            `json:"targetCurrency"`
	TargetValue     json.Number       `json:"targetValue"`
	CustomerID      string            `json:"customerTransactionId"`
	PayinSession    string            `json:"payinSessionId"`
	Originator      *originatorAnswer `json:"originator,omitempty"`
	OriginalID      string            `json:"originalTransferId,omitempty"`
}

// transferDetails is the reference once more, as Wise has it.
type transferDetails struct {
	Reference string `json:"reference"`
}

// originatorAnswer is in whose name the money is sent: third-party transfers only.
type originatorAnswer struct {
	LegalEntity  string            `json:"legalEntityType"`
	Reference    string            `json:"reference"`
	Name         originatorName    `json:"name"`
	DateOfBirth  string            `json:"dateOfBirth"`
	Registration *string           `json:"businessRegistrationCode"`
	Address      originatorAddress `json:"address"`
	Account      string            `json:"accountDetails"`
}

// originatorName is a name with its parts.
type originatorName struct {
	Given      string   `json:"givenName"`
	Middle     []string `json:"middleNames"`
	Family     string   `json:"familyName"`
	Patronymic *string  `json:"patronymicName"`
	Full       string   `json:"fullName"`
}

// originatorAddress is where.
type originatorAddress struct {
	FirstLine string  `json:"firstLine"`
	City      string  `json:"city"`
	State     *string `json:"stateCode"`
	Country   string  `json:"countryCode"`
	PostCode  string  `json:"postCode"`
}

// transferAnswer writes a transfer.
func (s *Server) transferAnswer(t *Transfer) transferAnswer {
	owner := s.owner(t)
	a := transferAnswer{
		ID: t.ID, User: owner.User, TargetAccount: t.Recipient, QuoteUUID: inventUUID("quote", t.ID), Status: t.Status,
		Reference: t.Reference, Rate: t.Rate, Created: t.Created.UTC().Format("2006-01-02 15:04:05"), Details: transferDetails{t.Reference},
		HasActiveIssues: t.HasActiveIssues, SourceCurrency: t.SourceCurrency, SourceValue: t.SourceValue,
		TargetCurrency: t.TargetCurrency, TargetValue: t.TargetValue, CustomerID: t.CustomerTransactionID, PayinSession: inventUUID("payin", t.ID),
	}
	if owner.Business {
		a.Business = &owner.ID
	}
	if t.Originator != "" {
		a.Quote = &a.QuoteUUID
		a.Originator = t.originator()
		a.OriginalID = strconv.FormatInt(t.ID, 10)
	}
	return a
}

// originator invents the rest of in whose name the money is sent.
func (t *Transfer) originator() *originatorAnswer {
	r := Recipient{Name: t.Originator}
	given, family := r.split()
	return &originatorAnswer{
		LegalEntity: "PRIVATE", Reference: "ORIGINATOR-" + strconv.FormatInt(t.ID%1000, 10),
		Name: originatorName{Given: given, Middle: []string{"Quill"}, Family: family, Full: t.Originator}, DateOfBirth: "1980-01-01",
		Address: originatorAddress{"3 Invented Lane", "Sampleton", nil, "GB", "00003"}, Account: "SIMULATED-" + strconv.FormatInt(t.ID%1000, 10),
	}
}
