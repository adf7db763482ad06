package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"

	"transferdesk/internal/atwise"
	"transferdesk/internal/desk"
	"transferdesk/internal/enrich"
	"transferdesk/internal/journal"
	"transferdesk/internal/live"
	"transferdesk/internal/projection"
	"transferdesk/internal/reason"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/web"
)

// house is a server with all its rooms open.
type house struct {
	db        *store.DB
	journal   *journal.Journal
	projector *projection.Projector
	desk      *desk.Desk
	repairs   *desk.Repairs
	wise      *api.Client
	enricher  *enrich.Enricher
	atWise    *atwise.Acts
	reconcile *reconcile.Reconciler
	live      *live.Hub
	handler   http.Handler
	log       *slog.Logger
}

// plan is what a house is built from. Pages is the clock of the webhooks and
// the pages, wall the one of sessions and the audit log; they differ in the
// demo only. Whatever else the pages need stands in site.
type plan struct {
	path  string
	keys  wise.Keys
	api   api.Config // its clock and log are the house's
	pages func() time.Time
	wall  func() time.Time
	log   *slog.Logger
	site  web.Config
	every reconcile.Config // only the pauses in it
}

// build opens the database for serving, which only one process may, and wires
// the rooms. Close the house when it is not nil.
func build(ctx context.Context, p plan) (h *house, err error) {
	db, err := store.Open(ctx, p.path, store.Options{Clock: p.wall, Log: p.log})
	if err != nil {
		return nil, err
	}
	if err := db.LockServe(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	h = &house{
		db:        db,
		journal:   journal.New(db, p.keys, p.pages, p.log),
		projector: projection.New(db, p.pages, p.log),
		desk:      desk.New(db, p.wall),
		log:       p.log,
	}
	if err := h.reachWise(p); err != nil {
		return nil, errors.Join(err, h.close())
	}
	h.repairs = desk.NewRepairs(db, h.projector, p.wall, p.log)
	h.journal.OnAccept(h.projector.Wake)
	h.live = live.New(live.Usual(), p.wall)
	server, err := web.New(h.site(p))
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	h.handler = server.Handler()
	return h, nil
}

// reachWise wires what asks Wise's API.
func (h *house) reachWise(p plan) (err error) {
	p.api.Clock, p.api.Log = p.wall, p.log
	if h.wise, err = api.New(p.api); err != nil {
		return err
	}
	h.enricher = enrich.New(h.db, h.wise, p.pages, p.log)
	h.atWise = atwise.New(h.db, h.wise, h.enricher, p.wall, p.log)
	h.reconcile = p.reconciler(h)
	return nil
}

// site is what the pages are made of.
func (h *house) site(p plan) web.Config {
	site := p.site
	site.DB, site.Journal, site.Projector, site.Desk, site.Repairs = h.db, h.journal, h.projector, h.desk, h.repairs
	site.Wise, site.Enrich, site.AtWise, site.Reconcile = h.wise, h.enricher, h.atWise, h.reconcile
	site.Live, site.Catalogue = h.live, reason.Builtin()
	site.Clock, site.Wall, site.Log, site.Version = p.pages, p.wall, p.log, version()
	return site
}

// reconciler asks Wise for what the webhooks of the house have missed.
func (p plan) reconciler(h *house) *reconcile.Reconciler {
	cfg := p.every
	cfg.DB, cfg.Journal, cfg.Projector, cfg.Wise, cfg.Enrich = h.db, h.journal, h.projector, h.wise, h.enricher
	cfg.Clock, cfg.Wall, cfg.Log = p.pages, p.wall, p.log
	return reconcile.New(cfg)
}

// serve answers on the listener, and folds what arrives and asks Wise what pages
// want to know until ctx is done. Then it takes nothing new, finishes what is under
// way, and returns.
func (h *house) serve(ctx context.Context, ln net.Listener) error {
	beside, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	workers := []func(context.Context) error{h.projector.Run, h.enricher.Run, h.atWise.Run, h.reconcile.Run}
	ended := make(chan error, len(workers))
	for _, run := range workers {
		go func() { ended <- run(beside) }()
	}
	defer context.AfterFunc(ctx, h.live.Close)() // streams would hold up the end
	err := web.Serve(ctx, ln, h.handler, h.log)
	stop()
	for range workers {
		err = errors.Join(err, <-ended)
	}
	return err
}

// close writes what is still held in memory and closes the database.
func (h *house) close() error {
	if h.repairs != nil {
		h.repairs.Close()
	}
	if h.atWise != nil {
		h.atWise.Close()
	}
	if h.wise != nil {
		h.wise.Close()
	}
	return errors.Join(h.journal.Close(), h.db.Close())
}
