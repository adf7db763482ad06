package templates

// LoginPage is /login. What was typed is kept, apart from the password.
type LoginPage struct {
	Frame
	Email  string
	Next   string       // where to go after; empty: home
	Errors []FieldError // fields: "email", "password"; one for "form" when the pair is wrong
	Notice string       // "You have been signed out."; empty: none
}
