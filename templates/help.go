package templates

// HelpPage is /help: what states, tones and icons mean, the keys, what can be searched
// for, and who may do what.
type HelpPage struct {
	Frame    Frame
	States   []HelpTag // Wise's states of a transfer, in the order in which they come
	Stages   []HelpTag // of what came back
	Accounts []HelpTag // states of a user's account
	Search   []string  // what can be typed into the box
	Rights   []HelpRight
}

// HelpTag is a status as pages draw it, and what it means.
type HelpTag struct {
	Tag   Tag
	Wise  string // Wise's own name of it; empty: it has none
	Means string
}

// HelpRight is something that people do here, and which roles may.
type HelpRight struct {
	What string
	Who  string // "everybody", "leads and admins", …
}

// HelpKey is one key, or a few that belong together.
type HelpKey struct {
	Keys []string // as data-key spells them
	Does string
}

// helpKeys are all keys, in the order in which they are needed. What a page's button
// has beyond them stands on the button.
func helpKeys() []HelpKey {
	return []HelpKey{
		{[]string{"/"}, "to the search box; so does a digit, which begins a search with it"},
		{[]string{"j", "k"}, "to the next row, to the row before"},
		{[]string{"Enter"}, "opens the row"},
		{[]string{"x"}, "selects the row: the ids of what is selected can be copied together"},
		{[]string{"c"}, "copies the id of the page, or of the row"},
		{[]string{"Shift+C"}, "copies the text for the customer, and notes that it was told"},
		{[]string{"a"}, "assigns the transfer to you"},
		{[]string{"n"}, "writes a note"},
		{[]string{"e"}, "resolves the transfer"},
		{[]string{"]", "["}, "to the next transfer of the list that you looked at last, to the one before"},
		{[]string{"g h", "g b", "g c", "g r", "g e"}, "one after the other: home, bounced, cases, playbook, events"},
		{[]string{"Ctrl K"}, "any page, anything that this page can do, and the search, by name (⌘ K on a Mac); works while you type, too"},
		{[]string{"Ctrl Enter"}, "saves what you are writing, where one button does (⌘ Enter on a Mac)"},
		{[]string{"?"}, "these keys"},
		{[]string{"Escape"}, "leaves a field, closes what is open"},
	}
}

// helpTones say what each tone is for; a tone never stands without its words.
func helpTones() []HelpTag {
	return []HelpTag{
		{Tag: Tag{Text: "Neutral", Tone: "neutral"}, Means: "Nothing follows from it, or it is not known."},
		{Tag: Tag{Text: "Moving", Tone: "moving"}, Means: "It goes on by itself. Nobody has to do anything."},
		{Tag: Tag{Text: "Waiting", Tone: "waiting"}, Means: "It stands still until somebody does something, and that is expected."},
		{Tag: Tag{Text: "Problem", Tone: "problem"}, Means: "Something went wrong, and it is not over."},
		{Tag: Tag{Text: "Done", Tone: "done"}, Means: "As far as Wise takes it, it is done. For a payout: it has left Wise, which is not yet that it has arrived."},
		{Tag: Tag{Text: "Over", Tone: "final"}, Means: "It is over, and not as it was meant: refunded, cancelled, closed."},
	}
}

// helpIcons are icons that stand for something of their own; the others only repeat a tone.
func helpIcons() []HelpTag {
	return []HelpTag{
		{Tag: Tag{Text: "Came back", Tone: "problem", Icon: IconBack}, Means: "The money came back to Wise."},
		{Tag: Tag{Text: "Converted", Tone: "moving", Icon: IconConverted}, Means: "Changed into the recipient’s currency."},
		{Tag: Tag{Text: "Paid out", Tone: "done", Icon: IconSent}, Means: "The money left Wise."},
		{Tag: Tag{Text: "Refund", Tone: "final", Icon: IconRefund}, Means: "Money goes back to where it came from."},
		{Tag: Tag{Text: "Cancelled", Tone: "final", Icon: IconCancelled}, Means: "Stopped, and not to be paid out."},
		{Tag: Tag{Text: "Case", Tone: "waiting", Icon: IconCase}, Means: "A case holds it up, or was opened or cleared."},
		{Tag: Tag{Text: "Gap", Tone: "problem", Icon: IconGap}, Means: "An event is missing here: what Wise says does not follow from what we hold."},
		{Tag: Tag{Text: "Step back", Tone: "problem", Icon: IconRollback}, Means: "Wise took a step back, or the customer was told otherwise before."},
		{Tag: Tag{Text: "Credit", Tone: "neutral", Icon: IconCredit}, Means: "Money came into a balance."},
		{Tag: Tag{Text: "Debit", Tone: "neutral", Icon: IconDebit}, Means: "Money went out of a balance."},
		{Tag: Tag{Text: "Not known", Tone: "neutral", Icon: IconUnknown}, Means: "Not known. That is never the same as none."},
		{Tag: Tag{Text: "Test", Tone: "neutral", Icon: IconTest}, Means: "A test from Wise. Tests are shown and never counted."},
	}
}
