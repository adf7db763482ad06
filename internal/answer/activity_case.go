package answer

import (
	"strconv"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// sayCase: whose turn it is in a support case with Wise. One locked type, sub-type
// or message locks the case, whatever else it is about.
func (s scene) sayCase() activityWords {
	var d activity.CaseDetail
	if s.Facts.Detail.Case != nil {
		d = *s.Facts.Detail.Case
	}
	w := s.plain("Support case " + outside(s.Facts.ID))
	if len(d.Types) > 0 {
		w.title += ": " + lowerFirst(s.titled(reason.CaseTypes, d.Types[0]))
	}
	var types []string
	for _, t := range d.Types {
		types = append(types, s.titled(reason.CaseTypes, t))
	}
	w.add("About", strings.Join(types, ", "))
	w.add("Whose turn", turn(w.word.Who))
	w.addNumber("Transfer", s.Facts.Transfer)
	if d.RefID != "" && d.RefID != strconv.FormatInt(s.Facts.Transfer, 10) {
		w.addCode(codeWords(d.RefType), d.RefID)
	}
	w.addCode("Our own number", d.External)
	w.addTime("Opened", d.CreatedAt, s.Zone)
	for _, c := range d.Changes {
		w.add("Last event", s.titled(reason.CaseTypes, c))
	}
	s.addMessages(&w, d.Messages)
	return w
}

// addMessages puts who wrote when. Wise sends no text with it.
func (s scene) addMessages(w *activityWords, messages []activity.CaseMessage) {
	for _, m := range messages {
		author := s.titled(reason.CaseTypes, m.Author)
		switch author {
		case "":
			author = "an author not named"
		case "Us":
			author = "us"
		}
		w.addTime("Message from "+author, m.At, s.Zone)
	}
	if len(messages) > 0 {
		w.add("Text of the messages", "Not in Wise's events.")
	}
}

// turn names who has to answer.
func turn(who reason.Who) string {
	switch who {
	case reason.Us:
		return "Ours"
	case reason.Wise:
		return "Wise's"
	case reason.Nobody:
		return "Nobody's"
	}
	return "Not known"
}
