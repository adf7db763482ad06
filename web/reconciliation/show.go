package reconciliation

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

const root = "/admin/reconciliation"

// How much of it the page shows: the last rounds, and some of the profiles that could
// not be asked for.
const (
	roundsShown   = 10
	profilesShown = 20
)

// view is what the page asks the database for.
type view struct {
	running  *store.ReconcileRound // as kept; the process may know more
	rounds   []store.ReconcileRound
	troubles []store.ReconcileTrouble
	doubts   int64
	findings store.Page[store.ReconcileFinding]
	since    map[int64]finding // by finding
	names    map[int64]string  // by profile
	feed     *templates.Feed
}

// Show is /admin/reconciliation.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	return p.show(c, who, http.StatusOK, "")
}

func (p *Pages) show(c echo.Context, who auth.Actor, status int, problem string) error {
	filter, err := parseFindings(c.QueryParams())
	if err != nil {
		return err
	}
	face := p.Face(who)
	view, err := p.read(c.Request().Context(), filter, face)
	if err != nil {
		return err
	}
	page := pageOf(p.Frame(c, who, templates.NavReconciliation, view.feed), view, p.Cfg.Reconcile.Status(), face)
	page.Problem = problem
	page.Filter = findingFilter(c.QueryParams(), filter)
	page.Pager = front.FilterPager(root, c.QueryParams(), view.findings.Next)
	page.Empty = findingsEmpty(len(view.rounds) > 0, page.Filter.Clear)
	return p.Render(c, status, templates.Reconciliation(page))
}

func (p *Pages) read(ctx context.Context, filter store.FindingFilter, face front.Face) (v view, err error) {
	err = p.Cfg.DB.Read(ctx, func(r *store.Reader) error {
		rounds, err := r.ReconcileRounds("", roundsShown+1)
		if err != nil {
			return err
		}
		v.rounds = rounds.Rows
		if len(v.rounds) > 0 && v.rounds[0].EndedAt.IsZero() {
			v.running, v.rounds = &v.rounds[0], v.rounds[1:]
		}
		v.rounds = v.rounds[:min(roundsShown, len(v.rounds))]
		if v.troubles, err = r.ReconcileTroubles(profilesShown); err != nil {
			return err
		}
		if v.doubts, err = r.CountReconcileDoubts(); err != nil {
			return err
		}
		if v.findings, err = r.ReconcileFindings(filter); err != nil {
			return err
		}
		if v.since, v.names, err = readFindings(r, v.findings.Rows); err != nil {
			return err
		}
		v.feed, err = front.ReadFeed(r, face)
		return err
	})
	return v, err
}

func pageOf(frame templates.Frame, v view, status reconcile.Status, face front.Face) templates.ReconciliationPage {
	frame.Title = "Reconciliation"
	page := templates.ReconciliationPage{
		Frame: frame, NoToken: !status.Able, Grace: when.Age(status.Grace), Next: face.At(status.Next), Doubts: v.doubts,
		Findings: findingRows(v.findings.Rows, v.since, v.names, face),
	}
	if status.Every > 0 {
		page.Every = when.Age(status.Every)
	}
	if v.running != nil && status.Able {
		page.Job = jobOf(*v.running, status, face)
	}
	for _, r := range v.rounds {
		page.Rounds = append(page.Rounds, roundOf(r, face))
	}
	for _, t := range v.troubles {
		page.Troubles = append(page.Troubles, troubleOf(t))
	}
	return page
}

// jobOf is the round that runs: what the process knows is newer than what it
// has kept.
func jobOf(kept store.ReconcileRound, status reconcile.Status, face front.Face) *templates.ReconcileJob {
	findings := kept.Findings
	if status.Running && status.Round.ID == kept.ID {
		kept = status.Round
		kept.Findings = findings
	}
	job := &templates.ReconcileJob{ReconcileRound: roundOf(kept, face)}
	if status.PausedUntil.After(face.Now) {
		job.Paused, job.Until = status.Paused, face.At(status.PausedUntil)
	}
	return job
}

func roundOf(r store.ReconcileRound, face front.Face) templates.ReconcileRound {
	row := templates.ReconcileRound{
		ID: front.IDText(r.ID), Begun: face.At(r.StartedAt), By: r.By, Said: r.Said, End: roundTag(r),
		Profiles: r.Profiles, Asked: r.Asked, Skipped: r.Skipped, Transfers: r.Transfers, Requests: r.Requests, Findings: r.Findings,
	}
	if !r.EndedAt.IsZero() {
		row.Took = when.Age(r.EndedAt.Sub(r.StartedAt))
	}
	return row
}

func findingsEmpty(ran bool, filtered string) templates.Empty {
	switch {
	case filtered != "":
		return templates.Empty{Kind: templates.NothingMatches, Title: "No finding passes this filter", Clear: root}
	case ran:
		return templates.Empty{Kind: templates.NothingMatches, Title: "Nothing was found", Text: "Wherever Wise could be asked it had every transfer in the state that its events have told."}
	}
	return templates.Empty{Kind: templates.NothingYet, Title: "Nothing was asked yet", Text: "Findings appear here once a round has run."}
}
