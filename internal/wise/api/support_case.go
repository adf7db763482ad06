package api

import (
	"context"
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

// OpenCase opens a case. It is never sent twice.
func (c *Client) OpenCase(ctx context.Context, n NewCase) (Case, error) {
	return Case{}, &Error{Kind: NotConfigured}
}

// Case asks for a case with its messages.
func (c *Client) Case(ctx context.Context, id int64) (Case, error) {
	return Case{}, &Error{Kind: NotConfigured}
}

// AddCaseMessage adds a message of ours (FREEFORM). It is never sent twice.
func (c *Client) AddCaseMessage(ctx context.Context, id int64, text string) (CaseMessage, error) {
	return CaseMessage{}, &Error{Kind: NotConfigured}
}
