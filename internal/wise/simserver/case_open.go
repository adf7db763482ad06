package simserver

import "encoding/json"

// caseRequest is the body of POST /cases.
type caseRequest struct {
	Type    string `json:"type"`
	Subject string `json:"subject"`
	Details struct {
		Transfer *int64 `json:"transferId"`
		Profile  *int64 `json:"profileId"`
		User     int64  `json:"userId"`
	} `json:"details"`
	ExternalID  string `json:"externalId"`
	Description string `json:"description"`
}

// wrong names the first field that does not fit; "" is none.
func (r caseRequest) wrong(s *Server) string {
	switch {
	case r.Type != "GENERAL_ENQUIRY":
		return "type"
	case r.Subject == "":
		return "subject"
	case r.Description == "":
		return "description"
	case r.Details.User <= 0:
		return "details.userId"
	case r.Details.Transfer != nil && s.transfers[*r.Details.Transfer] == nil:
		return "details.transferId"
	default:
		return ""
	}
}

// openCase is POST /cases. Wise looks at it after a minute and writes back after
// half an hour.
func (s *Server) openCase(c *call) reply {
	var asked caseRequest
	if json.Unmarshal(c.body, &asked) != nil {
		return invalid(c, "body")
	}
	if wrong := asked.wrong(s); wrong != "" {
		return invalid(c, wrong)
	}
	one := &supportCase{id: firstCase + int64(len(s.cases)), asked: asked, status: caseCreating, created: c.at, updated: c.at}
	one.write("PARTNER", asked.Description, c.at)
	s.cases = append(s.cases, one)
	s.tellCase(one, "NEW_CASE")
	s.postbox.later(s.options.faster(caseLooked), func() { s.turnCase(one, caseInReview, "") })
	s.postbox.later(s.options.faster(caseWritten), func() {
		s.turnCase(one, caseWaiting, "Thank you. Please tell us how the recipient was informed of the payment.")
	})
	return ok(one.head())
}
