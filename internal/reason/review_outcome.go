package reason

// outcomes gives the table of why the last documents did not pass. It is said which
// document and what is wrong with it; never why this customer is asked.
func outcomes() []Word {
	ask := func(code, title, ask string) Word {
		return Word{Code: code, Title: title, Meaning: title + ".", Who: Sender, Ask: ask, Openness: Tell, Standing: Waits, Mark: Stated}
	}
	const accepted = "A document of the accepted list for what is asked: a PDF, no photo and no screenshot; no invoice and no identity card."
	return []Word{
		ask("DOCUMENT_POOR_QUALITY", "The document cannot be read well", "The same document, sharp, with all corners and no glare."),
		ask("DOCUMENT_OUT_OF_DATE", "The document is too old", "A current one; Wise's list has the age limit."),
		ask("DOCUMENT_NAME_MISMATCH", "The name on the document is another", "A document in the name of the profile, or proof of the change of name; correct the profile first if it is wrong."),
		ask("DOCUMENT_MISSING_NAME", "The document shows no name", "A version that shows the name."),
		ask("DOCUMENT_MISSING_ISSUE_DATE", "The document shows no date of issue", "A version that shows the date of issue."),
		ask("DOCUMENT_MISSING_SIGNATURE", "The document is not signed", "A version that shows the signature."),
		ask("DOCUMENT_MISSING_COMPANY_LOGO_LETTERHEAD", "The document shows no logo or letterhead", "A version with the company's logo or letterhead."),
		ask("DOCUMENT_NOT_COMPLETE", "Part of the document is cut off", "All pages, with nothing cut off."),
		ask("DOCUMENT_MISSING_INCOME", "The document does not state the income clearly", "One that states the income clearly and fits the source that was given."),
		ask("DOCUMENT_TYPE_UNACCEPTABLE", "This kind of document is not accepted", accepted),
		ask("INVOICE_UNACCEPTABLE", "An invoice is not accepted", accepted),
		ask("PHOTO_ID_UNACCEPTABLE", "An identity card is not accepted here", accepted),
		ask("TRANSACTION_UNACCEPTABLE", "A transaction or its screenshot is not accepted", accepted),
		ask("PHOTO_UNACCEPTABLE", "Photos and screenshots are not accepted", accepted),
		{
			Code: "OTHER", Title: "Wise names no reason", Meaning: "Wise names no reason.",
			Who: Us, Ask: "Ask Wise what is missing.", Openness: Softly, Standing: Waits, Mark: Stated,
		},
	}
}

// OutcomeOf gives the row of a review outcome. It may be free text: then we ask
// Wise, and speak of it softly.
func (c Catalogue) OutcomeOf(code string) Word {
	w := c.Word(Outcomes, code)
	if !w.Known && w.Openness != Locked {
		w.Title, w.Meaning = "Wise names no known reason", "Wise gives a reason of its own: “"+Visible(code)+"”."
		w.Ask, w.Openness = "Ask Wise what is missing.", Softly
	}
	return w
}
