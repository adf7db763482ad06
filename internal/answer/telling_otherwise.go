package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// FlagToldOtherwise: the facts that the customer was last told have changed since.
const FlagToldOtherwise = "told_otherwise"

// toldRunes is how much of what was told a flag quotes; the timeline has it whole.
const toldRunes = 120

// change is one thing that is not as it was told.
type change struct {
	words string // what is so now
	rests evidence.IDs
}

// tellingFlags puts first that the customer was told otherwise, and says so of the
// steps back that came after the telling.
func (l life) tellingFlags(a Answer) []Flag {
	changes := l.otherwise(a)
	if len(changes) == 0 {
		return a.Flags
	}
	day := l.day(l.Telling.At)
	var now []string
	var rests evidence.IDs
	for _, c := range changes {
		now, rests = append(now, c.words), evidence.Union(rests, c.rests)
	}
	text := "The customer was told otherwise on " + day + ": “" + clip(l.Telling.Text, toldRunes) + "”; since then: " + strings.Join(now, " ")
	flags := []Flag{{FlagToldOtherwise, text, l.changedAt(a), l.newer(rests)}}
	for _, f := range a.Flags {
		if f.Code == transfer.FlagRollback && f.Evidence[0] > l.Telling.Basis.UpTo {
			f.Text = strings.TrimSuffix(f.Text, ".") + ", and the customer was told otherwise on " + day + "."
		}
		flags = append(flags, f)
	}
	return flags
}

// otherwise lists what the customer was told and is not so any more.
func (l life) otherwise(a Answer) []change {
	if l.Telling == nil {
		return nil
	}
	told, now := l.Telling.Basis, a.Basis
	var all []change
	note := func(differs bool, rests evidence.IDs, words string) {
		if differs {
			all = append(all, change{words, rests})
		}
	}
	note(told.Row != now.Row || told.Who != now.Who, evidence.Union(a.Headline.Evidence, a.WhoActsText.Evidence), l.rowWords(told, a))
	note(told.Reason != "" && l.failed && told.Reason != l.failure.Code, l.failure.Evidence, "Wise has reported another reason.")
	if amount := l.namedBy(); told.Amount.Known() {
		note(!amount.Known(), l.debitRests(), "Which amount it is for is not certain any more.")
		note(amount.Known() && !amount.Equal(told.Amount), l.debitRests(), "The amount is "+amount.String()+".")
	}
	if told.Row == now.Row {
		note(len(told.Refunds) == 0 && l.otherDay(told.On, now.On), a.Since.Evidence, "The date is "+l.day(a.SinceAt)+".")
		note(len(told.Refunds) > 0 && l.otherRefunds(told.Refunds), refundRests(l.refunds), l.refundsNow())
		note(l.otherCases(told.Cases, now.Cases), evidence.Union(a.Headline.Evidence, l.caseRests()), l.casesNow(now.Cases))
	}
	return all
}

// rowWords says where it stands now.
func (l life) rowWords(told Basis, a Answer) string {
	if told.Row == a.Basis.Row {
		return a.WhoActsText.Text
	}
	return a.Headline.Text
}

// otherDay says whether two moments fall on days that a customer would tell apart.
// The one not told of says nothing; another zone alone changes nothing.
func (l life) otherDay(told, now time.Time) bool {
	if told.IsZero() || now.IsZero() || told.Truncate(time.Second).Equal(now.Truncate(time.Second)) {
		return false
	}
	return when.LongDate(told, l.Company) != when.LongDate(now, l.Company)
}

// otherRefunds says whether the refunds that were told are not those that stand.
func (l life) otherRefunds(told []ToldRefund) bool {
	return !slices.EqualFunc(told, l.refunds, func(t ToldRefund, r transfer.Refund) bool {
		return t.Amount.Equal(r.Amount) && !l.otherDay(t.At, r.At)
	})
}

// refundsNow says which refunds stand.
func (l life) refundsNow() string {
	var all []string
	for _, r := range l.refunds {
		all = append(all, amount(r.Amount)+" on "+l.day(r.At))
	}
	return "The refunds that Wise has reported and not taken back are " + strings.Join(all, " and ") + "."
}

// otherCases says whether a case that a customer may hear of was opened or closed.
func (l life) otherCases(told, now []string) bool {
	for _, code := range slices.Concat(told, now) {
		card := l.Catalogue.Case(code)
		if slices.Contains(told, code) != slices.Contains(now, code) && mayBeTold(card.Openness) && !l.settledByUs(card) {
			return true
		}
	}
	return false
}

// casesNow says which cases are open.
func (l life) casesNow(now []string) string {
	var titles []string
	for _, code := range now {
		titles = append(titles, lowerFirst(l.Catalogue.Case(code).Title))
	}
	if len(titles) == 0 {
		return "The case that Wise had is closed."
	}
	return "The open cases are: " + strings.Join(titles, "; ") + "."
}

// changedAt is when it became otherwise, as far as that can be told.
func (l life) changedAt(a Answer) time.Time {
	if a.SinceAt.IsZero() {
		return l.Telling.At
	}
	return a.SinceAt
}

// newer keeps what came after the telling; if that is nothing, a change that rests on
// what is missing now, it keeps all.
func (l life) newer(rests evidence.IDs) evidence.IDs {
	i, _ := slices.BinarySearch(rests, l.Telling.Basis.UpTo+1)
	if i == len(rests) {
		return rests
	}
	return rests[i:]
}
