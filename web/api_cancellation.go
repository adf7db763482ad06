package web

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiStoppable answers whether a transfer can still be stopped.
type apiStoppable struct {
	Answer   answer.StopAnswer `json:"answer"`
	Why      string            `json:"why"`
	Audience front.Audience    `json:"audience"`
}

// apiCancellation is the last request to Wise to cancel a transfer.
type apiCancellation struct {
	State    store.AskResult `json:"state"`
	AskedAt  string          `json:"asked_at"`
	By       string          `json:"by"`
	Audience front.Audience  `json:"audience"`
}

// cancellationJSON is the newest of some requests; nil: there is none.
func cancellationJSON(all []store.Cancellation) *apiCancellation {
	if len(all) == 0 {
		return nil
	}
	return &apiCancellation{State: all[0].End.Result, AskedAt: when.RFC(all[0].AskedAt), By: all[0].By.Name}
}
