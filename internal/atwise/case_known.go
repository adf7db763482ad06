package atwise

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// KnownCase says whether events or our own table know a case of Wise's, and refuses
// what is for compliance alone as if it were not there: fault.NotFound.
func KnownCase(r *store.Reader, wiseID int64) error {
	known, err := KnownCases(r, []int64{wiseID})
	if err == nil && !known[wiseID] {
		err = fault.New(fault.NotFound, "There is no such case, or it is handled by compliance.")
	}
	return err
}

// KnownCases is KnownCase for several at once: those that may be shown are true.
func KnownCases(r *store.Reader, wiseIDs []int64) (map[int64]bool, error) {
	if len(wiseIDs) == 0 {
		return nil, nil
	}
	told, err := r.SupportCaseFacts(wiseIDs)
	if err != nil {
		return nil, err
	}
	ours, err := r.SupportCasesByWise(wiseIDs)
	if err != nil {
		return nil, err
	}
	asked, err := store.ToldOfAll[api.Case](r, store.OfSupportCase, wiseIDs)
	if err != nil {
		return nil, err
	}
	known := make(map[int64]bool, len(wiseIDs))
	for _, id := range wiseIDs {
		facts, isTold := told[id]
		_, isOurs := ours[id]
		locked := isTold && answer.IsLockedCase(facts) || asked[id].Known && asked[id].Value.Locked()
		known[id] = (isTold || isOurs) && !locked
	}
	return known, nil
}
