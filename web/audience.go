package web

import "encoding/json"

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
