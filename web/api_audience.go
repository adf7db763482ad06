package web

import (
	"slices"

	"transferdesk/internal/reason"
)

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
