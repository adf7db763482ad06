package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
)

// printed is the answer as the goldens have it: a line for each sentence, and behind it
// the deliveries that it rests on, by their number in the file. What is for the desk
// is in the reader's zone; times in lists are in UTC.
func (s said) printed() string {
	p := &printer{numbers: s.numbers}
	s.sentences(p)
	p.line("stop it", s.page.Stoppable.Answer+". "+s.page.Stoppable.Why, nil)
	s.lists(p)
	return p.b.String()
}

// sentences are what the answer card says.
func (s said) sentences(p *printer) {
	a := s.composed
	p.line("code", fmt.Sprintf("%s (%s; %s; stage %s)", a.Code, a.Tag, a.Tone, cmp.Or(string(a.Stage), "none")), nil)
	p.line("headline", a.Headline.Text, a.Headline.Evidence)
	p.line("where", a.Where.Text, a.Where.Evidence)
	p.line("since", a.Since.Text, a.Since.Evidence)
	p.line("why", a.Why.Text, a.Why.Evidence)
	p.line("who acts", string(a.WhoActs)+". "+a.WhoActsText.Text, a.WhoActsText.Evidence)
	p.line("new payment", newPayment(a.NewPayment), newPaymentRests(a.NewPayment))
	p.line("next", a.Next.Text, a.Next.Evidence)
	p.line("customer", a.CustomerText.Text, a.CustomerText.Evidence)
	p.line("stops", stops(a.Stops, s.reader), nil)
}

// lists are failures, cases, refunds, flags and the timeline.
func (s said) lists(p *printer) {
	for _, f := range s.composed.Failures {
		which := "earlier"
		if f.Current {
			which = "current"
		}
		p.line("failure", fmt.Sprintf("%s at %s, attempt %d, %s: %s", f.Card.Code, utc(f.At), f.Attempt, which, f.Card.Title), f.Evidence)
	}
	for _, c := range s.composed.Cases {
		stale := ""
		if c.Stale {
			stale = ", stale"
		}
		p.line("case", fmt.Sprintf("%s seen at %s%s, for %s: %s", c.Card.Code, utc(c.Since), stale, c.Card.Who, c.Card.Title), c.Evidence)
	}
	for _, r := range s.page.Refunds {
		p.line("refund", r.Amount+" "+r.Currency+" at "+text(r.OccurredAt), nil)
	}
	for _, f := range s.page.Flags {
		p.line("flag", f.Code+": "+f.Text, f.Evidence)
	}
	p.b.WriteString("timeline:\n")
	for _, e := range s.page.Timeline {
		p.entry(e)
	}
}

// printer writes lines.
type printer struct {
	b       strings.Builder
	numbers map[int64]int
}

// line writes one; an empty text writes none.
func (p *printer) line(name, text string, rests evidence.IDs) {
	if text == "" {
		return
	}
	fmt.Fprintf(&p.b, "%s: %s%s\n", name, text, p.rests(rests))
}

// rests names deliveries by their numbers, or where there are none by our ids: “ [2 5]”.
func (p *printer) rests(ids evidence.IDs) string {
	var numbers []int
	for _, id := range ids {
		number, named := p.numbers[id]
		if !named {
			number = int(id)
		}
		numbers = append(numbers, number)
	}
	if slices.Sort(numbers); numbers == nil {
		return ""
	}
	return " " + fmt.Sprint(slices.Compact(numbers))
}

// entry writes an event of the timeline.
func (p *printer) entry(e line) {
	what := []string{"  " + cmp.Or(text(e.OccurredAt), "(no time)"), e.Kind}
	if e.To != nil {
		what = append(what, cmp.Or(text(e.From), "(nothing)"), "->", *e.To)
	}
	for _, more := range []*string{e.Code, e.Amount, e.Currency} {
		if more != nil {
			what = append(what, *more)
		}
	}
	if e.Note != nil {
		what = append(what, "("+*e.Note+")")
	}
	fmt.Fprintf(&p.b, "%s%s\n", strings.Join(what, " "), p.carriers(e))
}

// carriers is what brought an event: its first delivery, and how many more came.
func (p *printer) carriers(e line) string {
	rests := p.rests(evidence.IDs{e.Event})
	if e.Repeats > 0 {
		rests += fmt.Sprintf(" and %d more", e.Repeats)
	}
	return rests
}

// newPayment is what must happen before the customer pays again.
func newPayment(p *answer.NewPayment) string {
	if p == nil {
		return "not in question"
	}
	hold := "no hold"
	if p.Hold {
		hold = "hold"
	}
	return fmt.Sprintf("%s, %s, %s. %s", p.Who, p.Retry, hold, p.Ask)
}

// newPaymentRests is what that rests on.
func newPaymentRests(p *answer.NewPayment) evidence.IDs {
	if p == nil {
		return nil
	}
	return p.Said.Evidence
}

// stops draws where the money is: reached, *current*, (not reached).
func stops(all []answer.Stop, zone *time.Location) string {
	var out []string
	for _, s := range all {
		text := s.Name
		if s.Reached && !s.At.IsZero() {
			text += " " + s.At.In(zone).Format("2 Jan 15:04")
		}
		if s.Note != "" {
			text += ", " + s.Note
		}
		switch {
		case s.Current:
			text = "*" + text + "*"
		case !s.Reached:
			text = "(" + text + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, " > ")
}

func utc(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// text is what stands behind a pointer; "" for null.
func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
