package web

import (
	"transferdesk/internal/answer"
	"transferdesk/web/front"
)

// apiSentence is one sentence of an answer with what it rests on.
type apiSentence struct {
	Part     answer.Part     `json:"part"`
	Text     string          `json:"text"`
	Audience answer.Audience `json:"audience"` // only "customer" may reach one
	Evidence []int64         `json:"evidence"`
	Beside   []answer.Ground `json:"rests_also_on"` // what is no event, in words
}

// sentencesJSON lists all that the answer says, in the order in which it is read.
func sentencesJSON(a answer.Answer) []apiSentence {
	out := []apiSentence{}
	for _, s := range a.Sentences() {
		one := apiSentence{Part: s.Part, Text: s.Text, Audience: s.Audience, Evidence: front.IDs(s.Evidence), Beside: []answer.Ground{}}
		one.Beside = append(one.Beside, s.Grounds...)
		out = append(out, one)
	}
	return out
}
