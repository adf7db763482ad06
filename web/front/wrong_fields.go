package front

import (
	"errors"
	"strings"

	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
)

// WrongFields are the fields of a body that cannot be taken; a fault.Unprocessable
// that names them one by one.
type WrongFields []customer.WrongField

// apiWrongField is one of them in JSON.
type apiWrongField struct {
	Field    string   `json:"field"`
	Message  string   `json:"message"`
	Audience Audience `json:"audience"`
}

// Error names the fields, for people.
func (w WrongFields) Error() string {
	parts := make([]string, 0, len(w))
	for _, f := range w {
		parts = append(parts, f.Field+": "+f.Reason)
	}
	return strings.Join(parts, "; ")
}

// Unwrap gives the kind and the sentence for people.
func (w WrongFields) Unwrap() error {
	return fault.New(fault.Unprocessable, "Nothing was changed: "+w.Error()+".")
}

// fieldsOf is the list as an error carries it; empty when err names no fields.
func fieldsOf(err error) []apiWrongField {
	var wrong WrongFields
	if !errors.As(err, &wrong) {
		return nil
	}
	all := make([]apiWrongField, 0, len(wrong))
	for _, f := range wrong {
		all = append(all, apiWrongField{Field: f.Field, Message: f.Reason})
	}
	return all
}
