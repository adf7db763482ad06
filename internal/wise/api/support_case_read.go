package api

// How much of a case is kept.
const (
	mostMessages = 500
	mostMessage  = 20_000
)

func readCase(f fields) Case {
	f.must("id")
	f.must("status")
	about := f.object("reference")
	c := Case{
		ID:         f.id("id"),
		Profile:    f.id("profileId"),
		Type:       f.text("type", 100),
		SubType:    f.text("subType", 100),
		Status:     f.text("status", 100),
		ExternalID: f.text("externalId", 200),
		CreatedAt:  f.time("createdAt"),
		UpdatedAt:  f.time("updatedAt"),
	}
	if about.text("type", 100) == "TRANSFER" {
		c.Transfer = about.idOrWord("referenceId")
	}
	for i, m := range f.list("messages") {
		if i < mostMessages {
			c.Messages = append(c.Messages, readMessage(m))
		}
	}
	return c
}

func readMessage(f fields) CaseMessage {
	f.must("id")
	return CaseMessage{
		ID:        f.text("id", 100),
		Author:    f.text("author", 100),
		Type:      f.text("type", 100),
		Text:      f.object("content").object("text").text("freeText", mostMessage),
		CreatedAt: f.time("createdAt"),
	}
}
