package main

import (
	"fmt"
	"log/slog"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/config"
	"transferdesk/internal/projection"
	"transferdesk/store"
)

type rebuildCommand struct {
	config.Database
}

// Run folds the whole journal again. Stopped early it leaves everything as it was.
func (c rebuildCommand) Run(s *surroundings) error {
	return s.withDB(c.Database, func(db *store.DB) error {
		projector := projection.New(db, s.clock, slog.New(slog.NewTextHandler(s.stderr, nil)))
		bar := newBar(s.stderr, "Rebuilding", 1)
		err := audit.Around(s.ctx, db, s.clock, commandLineActor(), audit.Entry{Act: auth.Rebuild}, func() error {
			return projector.Rebuild(s.ctx, func(done, total int64) {
				bar.ChangeMax64(total)
				_ = bar.Set64(done)
			})
		})
		if err != nil {
			return fmt.Errorf("rebuilding: %w", err)
		}
		_ = bar.Finish()
		_, err = fmt.Fprintln(s.stdout, "\nRebuilt from the journal.")
		return err
	})
}
