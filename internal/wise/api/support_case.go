package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// Case is a partner-support case at Wise (beta). It is kept in JSON.
type Case struct {
	ID         int64         `json:"id"`
	Profile    int64         `json:"profile,omitempty"`
	Type       string        `json:"type"` // GENERAL_ENQUIRY, SANCTIONS
	SubType    string        `json:"sub_type,omitempty"`
	Status     string        `json:"status"`
	ExternalID string        `json:"external_id,omitempty"`
	Transfer   int64         `json:"transfer,omitempty"` // reference.referenceId of type TRANSFER
	CreatedAt  time.Time     `json:"created_at,omitzero"`
	UpdatedAt  time.Time     `json:"updated_at,omitzero"`
	Messages   []CaseMessage `json:"messages,omitempty"`
}

// CaseMessage is one message of a case.
type CaseMessage struct {
	ID        string    `json:"id"`
	Author    string    `json:"author"` // WISE_SYSTEM, PARTNER, WISE_AGENT
	Type      string    `json:"type"`   // FREEFORM, …
	Text      string    `json:"text,omitempty"`
	CreatedAt time.Time `json:"created_at,omitzero"`
}

// NewCase is a case to be opened. The subject holds no personal data.
type NewCase struct {
	Type        string // GENERAL_ENQUIRY
	Subject     string
	Description string
	ExternalID  string
	Transfer    int64 // 0: none
	Profile     int64 // 0: none
	User        int64
}

// opened is the body that opens a case.
type opened struct {
	Type        string        `json:"type"`
	Subject     string        `json:"subject"`
	Description string        `json:"description"`
	ExternalID  string        `json:"externalId,omitempty"`
	Details     openedDetails `json:"details"`
}

// openedDetails says what a case is about; Wise takes null for what there is none of.
type openedDetails struct {
	Transfer *int64 `json:"transferId"`
	Profile  *int64 `json:"profileId"`
	User     int64  `json:"userId,omitempty"`
}

// orNull is an id; nil for 0.
func orNull(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

// OpenCase opens a case. It is never sent twice.
func (c *Client) OpenCase(ctx context.Context, n NewCase) (Case, error) {
	body, err := json.Marshal(opened{n.Type, n.Subject, n.Description, n.ExternalID, openedDetails{orNull(n.Transfer), orNull(n.Profile), n.User}})
	if err != nil {
		return Case{}, fmt.Errorf("writing a support case: %w", err)
	}
	a, err := c.ask(ctx, call{name: "open a support case", method: http.MethodPost, path: []string{"cases"}, body: body, as: theApplication, act: true})
	if err != nil {
		return Case{}, err
	}
	return readOne(c, a, readCase)
}

// Case asks for a case with its messages.
func (c *Client) Case(ctx context.Context, id int64) (Case, error) {
	a, err := c.ask(ctx, call{name: "support case " + digits(id), method: http.MethodGet, path: []string{"cases", digits(id)}, as: theApplication})
	if err != nil {
		return Case{}, err
	}
	return readOne(c, a, readCase)
}

// said is the body that adds a message.
type said struct {
	Type string    `json:"type"`
	Data submitted `json:"submissionData"`
}

type submitted struct {
	Text string `json:"freeText"`
}

// AddCaseMessage adds a message of ours (FREEFORM). It is never sent twice.
func (c *Client) AddCaseMessage(ctx context.Context, id int64, text string) (CaseMessage, error) {
	body, err := json.Marshal(said{"FREEFORM", submitted{text}})
	if err != nil {
		return CaseMessage{}, fmt.Errorf("writing a message: %w", err)
	}
	a, err := c.ask(ctx, call{name: "message to support case " + digits(id), method: http.MethodPost, path: []string{"cases", digits(id), "messages"}, body: body, as: theApplication, act: true})
	if err != nil {
		return CaseMessage{}, err
	}
	return readOne(c, a, readMessage)
}
