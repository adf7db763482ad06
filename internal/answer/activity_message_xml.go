package answer

import (
	"encoding/xml"
	"slices"
	"strings"
)

// readableXML makes a message of the newer kind (ISO 20022) readable: one element a
// line, by the names of what it stands in. Of accounts the last four characters
// stay, of a person's papers and birth nothing. Anything else than XML is "".
func readableXML(message string) string {
	if !strings.HasPrefix(strings.TrimSpace(message), "<") {
		return ""
	}
	decoder := xml.NewDecoder(strings.NewReader(message))
	var lines, path []string
	for len(lines) < mostFields {
		token, err := decoder.Token()
		if err != nil {
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			path = append(path, t.Name.Local)
		case xml.EndElement:
			path = path[:max(0, len(path)-1)]
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" && len(path) > 0 {
				lines = append(lines, elementName(path)+": "+elementText(path, text))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// elementName names an element by itself and the two that it stands in.
func elementName(path []string) string {
	return outside(strings.Join(path[max(0, len(path)-3):], " › "))
}

// elementText is what may be shown of an element: PrvtId holds a person's papers
// and birth, an account stands in IBAN or in an Id of an account.
func elementText(path []string, text string) string {
	last := path[len(path)-1]
	switch {
	case slices.Contains(path, "PrvtId"):
		return "•••"
	case last == "IBAN", last == "Id" && slices.ContainsFunc(path, isAccount):
		return "account " + lastFour(text)
	}
	return outside(text)
}

// isAccount says whether an element is an account: CdtrAcct, DbtrAcct, …
func isAccount(name string) bool { return strings.HasSuffix(name, "Acct") }
