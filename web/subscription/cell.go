package subscription

import (
	"slices"
	"strconv"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/wise"
	"transferdesk/templates"
)

// scopeOf is what is known of an event type in a scope.
type scopeOf struct {
	offer  wise.Offer
	known  bool   // the list was told
	others string // to whom else Wise offers it
	beside bool   // the other scope has it
}

// coverageCell says how an event type stands in a scope.
func coverageCell(s scopeOf, c covered) templates.CoverageCell {
	switch {
	case c.comes():
		return templates.CoverageCell{Tag: templates.Tag{Text: "Subscribed", Tone: answer.Done}, Text: coveredWords(c)}
	case s.offer == wise.NotOffered && len(c[elsewhere]) == 0:
		return templates.CoverageCell{Tag: templates.Tag{Text: "Not possible", Tone: answer.Neutral, Icon: templates.IconCancelled}, Text: "Wise offers it to " + s.others + " only."}
	case !s.known:
		return templates.CoverageCell{Tag: templates.Tag{Text: "Not known", Tone: answer.Neutral, Icon: templates.IconUnknown}}
	case len(c[elsewhere]) > 0:
		return templates.CoverageCell{Tag: templates.Tag{Text: "Only elsewhere", Tone: answer.Waiting}, Text: elsewhereWords(c), Missing: true}
	case s.beside:
		return templates.CoverageCell{Tag: templates.Tag{Text: "Not subscribed", Tone: answer.Neutral}, Text: "The other scope is.", Missing: true}
	case s.offer == wise.NotDocumented:
		return templates.CoverageCell{Tag: templates.Tag{Text: "Not subscribed", Tone: answer.Neutral}, Text: undocumented(s.offer), Missing: true}
	}
	return templates.CoverageCell{Tag: templates.Tag{Text: "Missing", Tone: answer.Waiting}, Missing: true}
}

func undocumented(o wise.Offer) string {
	if o == wise.NotDocumented {
		return "Wise’s pages do not say clearly whether it can be had here; it may be tried."
	}
	return ""
}

// coveredWords says by how many, in which version, and what goes elsewhere.
func coveredWords(c covered) string {
	all := slices.Concat(c[here], c[perhaps])
	var versions []string
	for _, s := range all {
		if !slices.Contains(versions, s.Version) {
			versions = append(versions, s.Version)
		}
	}
	slices.Sort(versions)
	text := "Version " + strings.Join(versions, ", ") + "."
	if len(all) > 1 {
		text += " " + strconv.Itoa(len(all)) + " of them: each sends its own copy."
	}
	if len(c[perhaps]) > 0 {
		text += " To " + hostOf(c[perhaps][0].URL) + "; whether that is this server is not known."
	}
	if n := len(c[elsewhere]); n > 0 {
		text += " " + strconv.Itoa(n) + " more to another address."
	}
	return text
}

func elsewhereWords(c covered) string {
	text := "To " + hostOf(c[elsewhere][0].URL)
	if n := len(c[elsewhere]); n > 1 {
		text += " and " + strconv.Itoa(n-1) + " more"
	}
	return text + ", so nothing of it comes here."
}

// profilesCell sums up the profiles whose lists are stored, while none is chosen.
func (v view) profilesCell(name string, offer wise.Offer, beside bool) templates.CoverageCell {
	known, with := 0, 0
	for _, told := range v.profiles {
		if told.Known {
			known++
			if coveredBy(told.Value, name, v.ours).comes() {
				with++
			}
		}
	}
	cell := coverageCell(scopeOf{offer: offer, known: known > 0, others: "applications", beside: beside}, nil)
	cell.Missing = false
	if with > 0 {
		cell.Tag = templates.Tag{Text: "Subscribed", Tone: answer.Done}
	}
	if with > 0 || known > 0 && offer != wise.NotOffered {
		cell.Text = "For " + strconv.Itoa(with) + " of the " + strconv.Itoa(known) + " profiles whose lists were asked for."
	}
	return cell
}
