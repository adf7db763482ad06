package web

import (
	"encoding/json"
	"slices"

	"transferdesk/internal/reason"
)

// audience says for whom the texts of a JSON object are: every text that stands in
// the object itself. Where they differ, as in an answer, the object names them one by
// one in audiences. The zero value is the desk on purpose: what nobody has thought
// about stays there.
type audience string

// The audiences.
const (
	forDesk       audience = ""           // our own people; spelled "desk"
	forCustomer   audience = "customer"   // the only one whose texts may go to a customer
	forCompliance audience = "compliance" // something is withheld: the text says no more than that, and is not to be passed on
)

// MarshalJSON spells the desk.
func (a audience) MarshalJSON() ([]byte, error) {
	if a == forDesk {
		return []byte(`"desk"`), nil
	}
	return json.Marshal(string(a))
}

// audienceOf is for whom the texts of a card or a thing of this openness are; a text
// for the customer never stands among them.
func audienceOf(o reason.Openness) audience {
	if o == reason.Locked {
		return forCompliance
	}
	return forDesk
}

// audienceOfCodes is the same for something that is known by its codes.
func audienceOfCodes(codes ...string) audience {
	if slices.Contains(codes, reason.LockedCode) {
		return forCompliance
	}
	return forDesk
}

// answerAudiences are those of the texts of an answer.
type answerAudiences struct {
	Headline     audience `json:"headline"`
	Where        audience `json:"where"`
	Why          audience `json:"why"`
	Next         audience `json:"next"`
	CustomerText audience `json:"customer_text"`
}

// audiencesOfAnswer: one text of an answer is for the customer, all others for the desk.
func audiencesOfAnswer() answerAudiences { return answerAudiences{CustomerText: forCustomer} }
