package web

import (
	"cmp"
	"slices"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How much is looked at, so that a recipient with many transfers costs no more than
// one with few.
const (
	mostEarlier  = 200 // failures and returns of others
	mostSiblings = 50  // transfers set up before, and as many after
)

// recurrenceView is what was seen before of a transfer's recipient and customer.
type recurrenceView struct {
	known    bool // false: the read models are being brought up to date, so that what is missing is not known
	found    answer.Recurrence
	siblings siblingsView
}

// siblingsView is what was found of transfers to the same recipient about the same time.
type siblingsView struct {
	looked  int              // transfers that were compared
	more    bool             // there may be more of them
	same    []transfer.Facts // of the same amount, the nearest first; at most answer.EarlierShown
	unknown []transfer.Facts // of an amount that is not known, or this one's is not; likewise, and of a duplicate alone
	listed  bool             // whether unknown is listed
	blind   int              // how many unknown ones there are
	beside  beside           // of same and unknown
}

// readRecurrence reads it: three queries by index, and what the siblings found need.
func (s *Server) readRecurrence(r *store.Reader, f transfer.Facts, own store.Told[api.Transfer]) (v recurrenceView, err error) {
	v.known = !s.Cfg.Projector.Upgrading()
	if !v.known || f.Inbound != nil {
		return v, nil
	}
	until, troubled := answer.Trouble(f)
	if !troubled {
		until = s.Now()
	}
	if v.found.Code, v.found.IsCase = answer.CodeAgain(f); v.found.Code != "" && f.Profile != 0 {
		rows, err := r.CodesOfProfile(f.Profile, codeKind(v.found.IsCase), codeKey(v.found.Code, v.found.IsCase), f.Transfer, until, mostEarlier)
		if err != nil {
			return v, err
		}
		v.found.Customer = earlier(rows, f.Profile)
	}
	if f.Account == 0 {
		return v, nil
	}
	rows, err := r.CodesOfAccount(f.Account, f.Transfer, until, mostEarlier)
	if err != nil {
		return v, err
	}
	v.found.Recipient = earlier(rows, f.Profile)
	err = v.readSiblings(r, f, own)
	return v, err
}

// earlier makes one of all rows of a transfer, the latest first. A row of a failure
// says more than one of a return.
func earlier(rows []store.CodeRow, profile int64) (list answer.EarlierList) {
	list.More = len(rows) >= mostEarlier
	at := map[int64]int{}
	for _, row := range rows {
		i, known := at[row.Transfer]
		if !known {
			i = len(list.All)
			at[row.Transfer] = i
			list.All = append(list.All, answer.Earlier{Transfer: row.Transfer, At: row.At, Other: row.Profile != 0 && profile != 0 && row.Profile != profile})
		}
		one := &list.All[i]
		if one.Code == "" {
			one.Code = row.Code
		}
		one.Evidence = evidence.Union(one.Evidence, evidence.IDs{row.Delivery})
	}
	return list
}

// readSiblings compares the transfers to the same recipient that were set up within
// ten days of this one.
func (v *recurrenceView) readSiblings(r *store.Reader, f transfer.Facts, own store.Told[api.Transfer]) error {
	if f.FirstAt.IsZero() {
		return nil
	}
	rows, err := r.PayeesAround(f.Account, f.Transfer, f.FirstAt, answer.SiblingSpan, mostSiblings)
	if err != nil || len(rows) == 0 {
		return err
	}
	v.siblings.looked, v.siblings.listed = len(rows), isDuplicate(f)
	v.siblings.more = len(rows) >= mostSiblings
	slices.SortStableFunc(rows, func(a, b store.PayeeRow) int {
		return cmp.Compare(a.At.Sub(f.FirstAt).Abs(), b.At.Sub(f.FirstAt).Abs())
	})
	details, err := store.ToldOfAll[api.Transfer](r, store.OfTransferDetails, idsOfPayees(rows))
	if err != nil {
		return err
	}
	mine := amountsOf(store.PayeeRow{}, own)
	mine.Debited, _ = f.Amount()
	for _, row := range rows {
		same, known := mine.Same(amountsOf(row, details[row.Transfer]))
		if err := v.siblings.take(r, row.Transfer, same, known); err != nil {
			return err
		}
		if same {
			v.found.Siblings = append(v.found.Siblings, answer.Sibling{Transfer: row.Transfer, At: row.At})
		}
	}
	if list := slices.Concat(v.siblings.same, v.siblings.unknown); len(list) > 0 {
		v.siblings.beside, err = readBeside(r, list)
	}
	return err
}

// take keeps the facts of a sibling, or of one that cannot be compared, while there is room.
func (v *siblingsView) take(r *store.Reader, id int64, same, known bool) error {
	list := &v.same
	switch {
	case known && !same:
		return nil
	case !known:
		v.blind++
		if !v.listed {
			return nil
		}
		list = &v.unknown
	}
	if len(*list) >= answer.EarlierShown {
		return nil
	}
	facts, err := r.Transfer(id)
	if err != nil {
		return err
	}
	*list = append(*list, facts)
	return nil
}

func idsOfPayees(rows []store.PayeeRow) []int64 {
	ids := make([]int64, 0, len(rows))
	for _, row := range rows {
		ids = append(ids, row.Transfer)
	}
	return ids
}

// amountsOf is what is known of how much a transfer moves. An amount that cannot be
// read is not known.
func amountsOf(row store.PayeeRow, told store.Told[api.Transfer]) answer.Amounts {
	var a answer.Amounts
	if debited, err := row.Debited(); err == nil {
		a.Debited = debited
	}
	if told.Known {
		a.Source, a.Target = told.Value.Source, told.Value.Target
	}
	return a
}

func codeKind(isCase bool) store.CodeKind {
	if isCase {
		return store.CodeCase
	}
	return store.CodeFailure
}

// codeKey is how a code stands in the rows of codes.
func codeKey(code string, isCase bool) string {
	if isCase {
		return lowerCode(code)
	}
	return code
}
