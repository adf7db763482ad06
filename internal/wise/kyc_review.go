package wise

import (
	"strconv"
	"strings"

	"transferdesk/internal/activity"
)

// readKYCReview reads kyc-reviews#state-change: a review of a customer with its
// deadline and what is asked for. requirements is a list of lists, which Wise does
// not explain; it is read as one list. Its own time is resource.updatedAt.
func readKYCReview(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.KYCReview, ID: f.text("resource.id")}
	e.Profile = f.id("resource.profileId")
	e.From, e.State = f.textIfAny("resource.prevState"), f.text("resource.state")
	review := activity.ReviewDetail{RequiredBy: f.timeIfAny("resource.requiredBy"), CreatedAt: f.timeIfAny("resource.createdAt")}
	f.each("resource.triggerReferences", func(item string) {
		review.Triggers = append(review.Triggers, f.textIfAny(item+".type"))
	})
	f.each("resource.requirements", func(group string) {
		if f.at(group).kind == object {
			f.requirement(&review, group)
			return
		}
		f.each(group, func(item string) { f.requirement(&review, item) })
	})
	e.Detail.Review = &review
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), plainTime(review.RequiredBy), plainTime(review.CreatedAt),
		strings.Join(review.Triggers, ","), plainRequirements(review.Requirements))
	f.handle(HandleReview, e.ID)
}

// requirement reads one thing that a review asks for.
func (f *fields) requirement(review *activity.ReviewDetail, item string) {
	if len(review.Requirements) >= longestList {
		f.refuse(whyListLength, "resource.requirements")
		return
	}
	review.Requirements = append(review.Requirements, activity.Requirement{
		Key:   f.textIfAny(item + ".key"),
		State: f.codeIfAny(item+".state", "NOT_PROVIDED", "IN_REVIEW", "VERIFIED"),
	})
}

// plainRequirements is what is asked for, as text, in the order as sent.
func plainRequirements(all []activity.Requirement) string {
	parts := make([]string, 0, len(all))
	for _, r := range all {
		parts = append(parts, r.Key+"="+r.State)
	}
	return strings.Join(parts, ",")
}
