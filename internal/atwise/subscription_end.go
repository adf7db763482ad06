package atwise

import (
	"fmt"
	"slices"

	"transferdesk/internal/audit"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// subscriptionEnd says how an act ended, from the error that it met. What is gone
// already need not be deleted.
func (a *Acts) subscriptionEnd(act store.SubscriptionAct, err error) store.SubscriptionEnd {
	end := store.SubscriptionEnd{At: a.clock(), Result: string(audit.Done)}
	if err == nil {
		return end
	}
	trouble := api.TroubleOf(err)
	if trouble == nil {
		a.log.Error("an act about a subscription", "error", err)
		end.Result, end.Trouble = string(audit.Unknown), store.Trouble{Kind: string(api.Unreadable), Text: "Something went wrong on our side after Wise was asked."}
		return end
	}
	if act.Act != store.ActUnsubscribe || !isGone(err) {
		end.Result = string(audited(resultOf(trouble)))
	}
	end.Trouble = store.Trouble{Kind: string(trouble.Kind), Status: trouble.Status, Text: subscriptionWords(trouble), TraceID: trouble.TraceID}
	if slices.ContainsFunc(trouble.Details, func(d api.Detail) bool { return d.Code == badCallback }) {
		end.Trouble.Kind = TroubleCallback
	}
	return end
}

// subscriptionWords is the trouble in words, with the first that Wise says of it.
func subscriptionWords(e *api.Error) string {
	text := said(e)
	for _, d := range e.Details {
		if d.Code != "" || d.Message != "" {
			return fmt.Sprintf("%s Wise says: %s %s", text, d.Code, d.Message)
		}
	}
	return text
}

// subscriptionDetail is what the audit log says of an act beside its subject.
func subscriptionDetail(act store.SubscriptionAct) string {
	whose := "application"
	if act.Profile != 0 {
		whose = fmt.Sprintf("profile %d", act.Profile)
	}
	detail := fmt.Sprintf("%s %s, %s", act.Event, act.Version, whose)
	if act.Trouble.TraceID != "" {
		detail += ", trace " + act.Trouble.TraceID
	}
	return audit.Shortened(detail)
}
