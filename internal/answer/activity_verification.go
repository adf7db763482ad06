package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// Three separate facts: the profile is verified or not, documents are asked for or
// not, a verification request is open or not. None follows from another.

// sayCDD: which documents Wise asks for, and what was wrong with the last ones.
func (s scene) sayCDD() activityWords {
	var d activity.CDDDetail
	if s.Facts.Detail.CDD != nil {
		d = *s.Facts.Detail.CDD
	}
	w := s.plain(kindTitle(s.Facts.Kind))
	names := s.evidenceNames(d.Required)
	for _, name := range names {
		w.add("Asked for", name)
	}
	if w.word.Open() && len(names) > 0 {
		w.word.Ask = "Asked for: " + lowerFirst(strings.Join(names, "; ")) + ". By the upload form, not by e-mail."
	}
	if d.Outcome != "" {
		s.addOutcome(&w, s.Catalogue.OutcomeOf(d.Outcome))
	}
	w.add("Source of income given", codeWords(d.SourceOfIncome))
	w.add("Source of funding given", codeWords(d.SourceOfFunding))
	return w
}

// evidenceNames names what is asked for, each once.
func (s scene) evidenceNames(codes []string) []string {
	var names []string
	for _, code := range codes {
		if name := s.titled(reason.Evidences, code); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// addOutcome says why the last documents did not pass. Where Wise names no reason
// that we know, it is we who ask.
func (s scene) addOutcome(w *activityWords, outcome reason.Word) {
	w.add("What was wrong with the last one", strings.TrimSuffix(outcome.Meaning, "."))
	if !w.word.Open() {
		return
	}
	w.word.Ask = strings.TrimSpace(w.word.Ask + " " + outcome.Ask)
	w.word.Who, w.word.Openness = outcome.Who, outcome.Openness
}

// sayKYC: what a verification request asks for, of whom, and by when.
func (s scene) sayKYC() activityWords {
	var d activity.ReviewDetail
	if s.Facts.Detail.Review != nil {
		d = *s.Facts.Detail.Review
	}
	w := s.plain(kindTitle(s.Facts.Kind))
	if !w.word.Known && w.word.Openness != reason.Locked && asksCustomer(s.Catalogue, &d) {
		w.word.Who, w.word.Ask = reason.Sender, "The customer hands in what is asked for, by Wise's form or ours."
	}
	if w.word.Open() && !d.RequiredBy.IsZero() {
		s.sayDeadline(&w, d.RequiredBy)
	}
	if w.word.Who == reason.Sender && len(d.Requirements) > 0 && !slices.ContainsFunc(d.Requirements, s.fromCustomer) {
		w.word.Who, w.word.Ask = reason.Wise, "Everything is handed in; nothing is needed from the customer now."
	}
	s.addRequirements(&w, d.Requirements)
	for _, t := range d.Triggers {
		w.add("Begun for", s.titled(reason.Triggers, t))
	}
	w.addTime("Begun", d.CreatedAt, s.Zone)
	w.addCode("Request", s.Facts.ID)
	return w
}

// sayDeadline: a real deadline. The customer is told its day in the company's zone.
func (s scene) sayDeadline(w *activityWords, by time.Time) {
	w.deadline = by
	left := when.Days(s.Now, by)
	w.add("Deadline", when.Full(by, s.Zone)+", "+daysOff(left))
	day := when.LongDate(by, s.Company) + " (" + when.Zone(by, s.Company) + ")"
	if s.Now.After(by) {
		w.headline = "The deadline of " + day + " has passed, and it is still open: payments may wait."
		w.word.Standing = reason.Trouble
		return
	}
	if w.word.Who == reason.Sender { // with Wise the customer has done what the day is for
		w.word.Ask += " It has to be there before " + day + "."
	}
}

// daysOff says how far off a day is, to either side.
func daysOff(days int) string {
	if days < 0 {
		return strings.TrimPrefix(inDays(-days), "in ") + " ago"
	}
	return inDays(days)
}

// fromCustomer says whether a requirement waits for the customer, or for something
// that we cannot tell.
func (s scene) fromCustomer(r activity.Requirement) bool {
	w := s.Catalogue.Word(reason.Requirements, r.State)
	return !w.Known || w.Who == reason.Sender
}

// asksCustomer says whether a verification request surely waits for the customer: a
// thing that it asks for does, by a state of the thing that we know.
func asksCustomer(c reason.Catalogue, d *activity.ReviewDetail) bool {
	return d != nil && slices.ContainsFunc(d.Requirements, func(r activity.Requirement) bool {
		w := c.Word(reason.Requirements, r.State)
		return w.Known && w.Who == reason.Sender
	})
}

// addRequirements puts each thing that is asked for, with how it stands.
func (s scene) addRequirements(w *activityWords, list []activity.Requirement) {
	for _, r := range list {
		w.add(s.titled(reason.Evidences, r.Key), s.titled(reason.Requirements, r.State))
	}
}
