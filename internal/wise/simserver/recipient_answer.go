package simserver

import (
	"fmt"
)

// recipientAnswer is a recipient as GET /v2/accounts tells it.
type recipientAnswer struct {
	ID            int64              `json:"id"`
	CreatorID     int64              `json:"creatorId"`
	ProfileID     int64              `json:"profileId"`
	Name          recipientName      `json:"name"`
	Currency      string             `json:"currency"`
	Country       string             `json:"country"`
	Type          string             `json:"type"`
	LegalEntity   string             `json:"legalEntityType"`
	Active        bool               `json:"active"`
	Details       recipientDetails   `json:"details"`
	CommonFields  map[string]string  `json:"commonFieldMap"`
	Hash          string             `json:"hash"`
	Summary       string             `json:"accountSummary"`
	LongSummary   string             `json:"longAccountSummary"`
	DisplayFields []recipientDisplay `json:"displayFields"`
	IsInternal    bool               `json:"isInternal"`
	Own           bool               `json:"ownedByCustomer"`
	Ultimate      beneficiary        `json:"ultimateBeneficiary"`
	Confirmations confirmations      `json:"confirmations"`
}

// recipientName is a name with its parts.
type recipientName struct {
	Full         string  `json:"fullName"`
	Given        *string `json:"givenName"`
	Family       *string `json:"familyName"`
	Middle       *string `json:"middleName"`
	Patronymic   *string `json:"patronymicName"`
	NoPatronymic *bool   `json:"cannotHavePatronymicName"`
}

// recipientDetails is where the money goes.
type recipientDetails struct {
	Reference *string `json:"reference"`
	SortCode  string  `json:"sortCode"`
	Number    string  `json:"accountNumber"`
	Hash      string  `json:"hashedByLooseHashAlgorithm"`
}

// recipientDisplay is a field as Wise shows it to people.
type recipientDisplay struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Value string `json:"value"`
}

// beneficiary is who gets the money in the end.
type beneficiary struct {
	Number   *string            `json:"accountNumber"`
	BankName *string            `json:"bankName"`
	BankCode *string            `json:"bankCode"`
	Name     beneficiaryName    `json:"name"`
	Address  beneficiaryAddress `json:"address"`
	Bank     beneficiaryAddress `json:"bankAddress"`
}

// beneficiaryName is a name alone.
type beneficiaryName struct {
	Full string `json:"fullName"`
}

// beneficiaryAddress is where the beneficiary or its bank is.
type beneficiaryAddress struct {
	Country   string `json:"country"`
	FirstLine string `json:"firstLine"`
	PostCode  string `json:"postCode"`
	City      string `json:"city"`
	State     string `json:"state"`
}

// confirmations is what checks of the name came to.
type confirmations struct {
	Accepted   bool      `json:"acceptedOutcomes"`
	AcceptedAt *string   `json:"acceptedAt"`
	QuoteID    *string   `json:"quoteId"`
	Outcomes   []outcome `json:"outcomes"`
}

// outcome is one check.
type outcome struct {
	Type      string   `json:"type"`
	Timestamp string   `json:"timestamp"`
	Outcome   string   `json:"outcome"`
	NeedsUs   bool     `json:"requiresCustomerAcceptance"`
	Fields    []string `json:"fieldsChecked"`
	Provided  string   `json:"providedName"`
	Resolved  string   `json:"resolvedName"`
	Message   string   `json:"message"`
	Updates   []update `json:"recommendedUpdates"`
}

// update is what the check would change.
type update struct {
	Path  string `json:"path"`
	Value string `json:"value"`
}

// answer writes the recipient that a user made.
func (r *Recipient) answer(creator int64) recipientAnswer {
	given, family := r.split()
	entity := "PERSON"
	if r.Business {
		entity = "INSTITUTION"
	}
	hash := inventUUID("recipient", r.ID)
	where := beneficiaryAddress{r.Country, "2 Invented Road", "00002", "Sampleton", ""}
	return recipientAnswer{
		ID: r.ID, CreatorID: creator, ProfileID: r.Profile, Name: recipientName{Full: r.Name, Given: &given, Family: &family},
		Currency: r.Currency, Country: r.Country, Type: r.Type, LegalEntity: entity, Active: true,
		Details:      recipientDetails{SortCode: r.sortCode(), Number: r.Number, Hash: hash},
		CommonFields: map[string]string{"accountNumberField": "accountNumber", "bankCodeField": "sortCode"},
		Hash:         hash, Summary: fmt.Sprintf("%s account ending in %s", r.Currency, r.ending()),
		LongSummary: fmt.Sprintf("%s account ending in %s at %s", r.Currency, r.ending(), r.BankName),
		DisplayFields: []recipientDisplay{
			{"details/accountNumber", "Account number", r.Number}, {"details/bankName", "Bank name", r.BankName},
		},
		Ultimate:      beneficiary{Number: &r.Number, BankName: &r.BankName, Name: beneficiaryName{r.Name}, Address: where, Bank: where},
		Confirmations: confirmations{Accepted: true, Outcomes: []outcome{r.check()}},
	}
}

// check is a check of the name that found it right.
func (r *Recipient) check() outcome {
	return outcome{
		Type: "ACCOUNT_EXISTENCE", Timestamp: "2024-03-01T10:00:00Z", Outcome: "SUCCESS", Fields: []string{"accountNumber"},
		Provided: r.Name, Resolved: r.Name, Message: "The account exists", Updates: []update{{"name.fullName", r.Name}},
	}
}
