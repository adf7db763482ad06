package simserver

import (
	"encoding/json"
	"net/http"
)

// writeToCase is POST /cases/{id}/messages. Wise looks at it at once and has
// solved the case half an hour later.
func (s *Server) writeToCase(c *call) reply {
	one := s.supportCase(c.id("caseId"))
	if one == nil {
		return notFound(c)
	}
	var asked struct {
		Type       string `json:"type"`
		Submission struct {
			Text string `json:"freeText"`
		} `json:"submissionData"`
	}
	if json.Unmarshal(c.body, &asked) != nil || asked.Type != "FREEFORM" {
		return invalid(c, "type")
	}
	if asked.Submission.Text == "" {
		return invalid(c, "submissionData.freeText")
	}
	if one.status == caseResolved {
		return invalidWith(c, http.StatusUnprocessableEntity, "caseId", "the case is closed")
	}
	m := one.write("PARTNER", asked.Submission.Text, c.at)
	one.status, one.updated = caseInReview, c.at
	s.tellCase(one, "NEW_COMMENT")
	s.postbox.later(s.options.faster(caseWritten), func() { s.turnCase(one, caseResolved, "Thank you. This is solved.") })
	return jsonReply(http.StatusCreated, one.message(m))
}
