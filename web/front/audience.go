package front

import "encoding/json"

// Audience says for whom the texts of a JSON object are: every text that stands in
// the object itself. Where they differ, as in an answer, the object names them one by
// one in audiences. The zero value is the desk on purpose: what nobody has thought
// about stays there.
type Audience string

// The audiences.
const (
	ForDesk       Audience = ""           // our own people; spelled "desk"
	ForCustomer   Audience = "customer"   // the only one whose texts may go to a customer
	ForCompliance Audience = "compliance" // something is withheld: the text says no more than that, and is not to be passed on
)

// MarshalJSON spells the desk.
func (a Audience) MarshalJSON() ([]byte, error) {
	if a == ForDesk {
		return []byte(`"desk"`), nil
	}
	return json.Marshal(string(a))
}
