package auth

// CountCommonPasswords says how many phrases are listed.
func CountCommonPasswords() int { return len(commonPasswords()) }
