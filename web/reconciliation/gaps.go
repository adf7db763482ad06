package reconciliation

import (
	"net/url"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
)

// ReadGaps counts the transfers that reconciliation found in the last day, for those
// who can do something about it; nil when there are none. One that a person has just
// asked for gets its grace too: its event may be on its way.
func (p *Pages) ReadGaps(r *store.Reader, who auth.Actor, now time.Time) (*templates.Gaps, error) {
	if !who.May(auth.ViewReconciliation) {
		return nil, nil
	}
	n, err := r.TransfersFoundSince(now.AddDate(0, 0, -1), now.Add(-p.Cfg.Reconcile.Status().Grace))
	if err != nil || n == 0 {
		return nil, err
	}
	return &templates.Gaps{Transfers: n, More: n >= store.MostOpenFindings, Href: root + "?" + url.Values{"status": {"open"}}.Encode()}, nil
}
