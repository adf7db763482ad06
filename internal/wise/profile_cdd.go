package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readProfileCDD reads profiles#cdd-check-state-change: which evidence Wise asks a
// customer for, and why the last one did not pass. For that Wise has a list of
// codes, and free text in its own example.
func readProfileCDD(f *fields, e *activity.Event) {
	e.Profile = f.id("resource.id")
	e.Key = activity.Key{Kind: activity.CDDCheck, ID: strconv.FormatInt(e.Profile, 10)}
	e.State = f.code("current_state", "VERIFIED", "EVIDENCE_REQUIRED")
	check := activity.CDDDetail{
		Outcome:         f.textIfAny("review_outcome"),
		Required:        f.textsIfAny("required_evidences"),
		SourceOfIncome:  f.textIfAny("source_of_income"),
		SourceOfFunding: f.textIfAny("source_of_funding"),
	}
	e.Detail.CDD = &check
	e.Shared = shared(check.Outcome, plainSet(check.Required), check.SourceOfIncome, check.SourceOfFunding)
}
