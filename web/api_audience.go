package web

import (
	"slices"

	"transferdesk/internal/reason"
	"transferdesk/web/front"
)

// audienceOf is for whom the texts of a card or a thing of this openness are; a text
// for the customer never stands among them.
func audienceOf(o reason.Openness) front.Audience {
	if o == reason.Locked {
		return front.ForCompliance
	}
	return front.ForDesk
}

// audienceOfCodes is the same for something that is known by its codes.
func audienceOfCodes(codes ...string) front.Audience {
	if slices.Contains(codes, reason.LockedCode) {
		return front.ForCompliance
	}
	return front.ForDesk
}

// answerAudiences are those of the texts of an answer.
type answerAudiences struct {
	Headline     front.Audience `json:"headline"`
	Where        front.Audience `json:"where"`
	Why          front.Audience `json:"why"`
	Next         front.Audience `json:"next"`
	CustomerText front.Audience `json:"customer_text"`
}

// audiencesOfAnswer: one text of an answer is for the customer, all others for the desk.
func audiencesOfAnswer() answerAudiences { return answerAudiences{CustomerText: front.ForCustomer} }
