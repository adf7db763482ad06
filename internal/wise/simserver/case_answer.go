package simserver

import "net/http"

// caseHead is a case as POST /cases answers it.
type caseHead struct {
	ID         int64  `json:"id"`
	Status     string `json:"status"`
	Type       string `json:"type"`
	ExternalID string `json:"externalId"`
	CreatedAt  string `json:"createdAt"`
	UpdatedAt  string `json:"updatedAt"`
}

// caseAnswer is a case as GET /cases/{id} tells it.
type caseAnswer struct {
	caseHead
	ProfileID int64           `json:"profileId"`
	SubType   string          `json:"subType,omitempty"` // of cases for compliance alone
	Reference *caseReference  `json:"reference,omitempty"`
	Messages  []messageAnswer `json:"messages"`
}

// caseReference is what the case is about.
type caseReference struct {
	Type string `json:"type"`
	ID   string `json:"referenceId"`
}

// messageAnswer is a message with its text.
type messageAnswer struct {
	ID        string         `json:"id"`
	CaseID    int64          `json:"caseId"`
	CreatedAt string         `json:"createdAt"`
	Content   messageContent `json:"content"`
	Type      string         `json:"type"`
	Author    string         `json:"author"`
}

// messageContent is what it says; messages in free text have nothing in the rest.
type messageContent struct {
	Attributes messageOther `json:"attributes"`
	Submission messageOther `json:"submissionData"`
	Text       messageText  `json:"text"`
}

// messageOther is an empty object.
type messageOther struct {
	Other struct{} `json:"other"`
}

// messageText is the text alone.
type messageText struct {
	Free string `json:"freeText"`
}

// head writes what both answers have.
func (one *supportCase) head() caseHead {
	return caseHead{one.id, one.status, one.asked.Type, one.asked.ExternalID, wireTime(one.created), wireTime(one.updated)}
}

// answer writes the whole case.
func (one *supportCase) answer() caseAnswer {
	a := caseAnswer{caseHead: one.head(), SubType: one.sub, Messages: []messageAnswer{}}
	if id := one.asked.Details.Profile; id != nil {
		a.ProfileID = *id
	}
	if id := one.asked.Details.Transfer; id != nil {
		a.Reference = &caseReference{"TRANSFER", itoa(*id)}
	}
	for _, m := range one.messages {
		a.Messages = append(a.Messages, one.message(m))
	}
	return a
}

// message writes one message.
func (one *supportCase) message(m *caseMessage) messageAnswer {
	return messageAnswer{m.id, one.id, wireTime(m.at), messageContent{Text: messageText{m.text}}, m.kind, m.author}
}

// invalidAnswer is how the cases write what is wrong: the third shape with fields.
type invalidAnswer struct {
	Error     string         `json:"error"`
	Message   string         `json:"message"`
	Timestamp string         `json:"timestamp"`
	Path      string         `json:"path"`
	Errors    []invalidField `json:"errors"`
}

// invalidField is one field that does not fit; its value is not repeated.
type invalidField struct {
	Field   string `json:"field"`
	Message string `json:"message"`
}

// invalid refuses a field.
func invalid(c *call, field string) reply {
	return invalidWith(c, http.StatusBadRequest, field, "is missing or does not fit")
}

// invalidWith refuses a field with a status and a reason.
func invalidWith(c *call, status int, field, why string) reply {
	return jsonReply(status, invalidAnswer{http.StatusText(status), "Validation failed", wireTime(c.at), c.request.URL.Path, []invalidField{{field, why}}})
}
