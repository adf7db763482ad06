package templates

// WiseAPI is how Wise's API has been lately. It names no secret.
type WiseAPI struct {
	Host    string // empty: none is set
	Tag     Tag    // whether it is asked, and answers
	Words   string // what that means
	Facts   []SystemFact
	Answer  When // the last one; zero: none since the start
	Trouble *WiseTrouble
	File    string      // what is wrong with the file of user tokens; empty: nothing
	Refused []WiseToken // tokens that Wise refuses
	Tokens  []WiseToken // others
	Left    int         // of these, not listed
}

// WiseTrouble is the last call that did not go well.
type WiseTrouble struct {
	Text        string
	At          When
	Status      int    // 0: there was no answer
	Trace       string // to be quoted to Wise; empty: none
	Correlation string // the id that we sent; empty: nothing was sent
}

// WiseToken is the token of one user.
type WiseToken struct {
	User  string
	Tag   Tag
	At    When // since when; zero: no time
	Words string
}
