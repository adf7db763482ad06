package customer

// FoldUser adds up the events of one user.
func FoldUser(id int64, events []UserEvent) (UserFacts, []UserEntry) { return UserFacts{User: id}, nil }
