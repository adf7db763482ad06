package templates

// UserPage is /users/{user_id}.
type UserPage struct {
	Frame
	User    string
	Account AccountState
	History []AccountVisit // newest first
}
