package templates

// FieldError is one wrong field of a form that was sent.
type FieldError struct {
	Field string // id of the input
	Text  string
}

// errorFor finds the text for one field; empty: it is fine.
func errorFor(errs []FieldError, field string) string {
	for _, e := range errs {
		if e.Field == field {
			return e.Text
		}
	}
	return ""
}
