package desk

import (
	"context"
	"errors"
	"io"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
)

// Import is how a directory is to be imported.
type Import struct {
	From    io.Reader               // CSV, see customer.DirectoryFile
	SkipBad bool                    // import the good lines although there are bad ones
	Bad     func(*customer.BadLine) // told of each bad line as it is found; never nil
}

// ImportReport is what an import found and did.
type ImportReport struct {
	Lines, New, Changed, Same, Bad int
	Published                      bool // false: nothing was imported
}

// ImportCustomers imports a directory, whole or not at all: lines are written bit
// by bit, beside a running server, and count only once the last step has published
// them all. With bad lines nothing is imported (fault.Unprocessable), unless they
// are to be skipped. When it ends early nothing was imported, and another import
// clears away what it left.
func (d *Desk) ImportCustomers(ctx context.Context, actor auth.Actor, in Import) (ImportReport, error) {
	run := importRun{desk: d, in: in, actor: actor, entry: audit.Entry{Act: auth.ImportCustomers, SubjectKind: "import"}}
	if err := audit.Allow(ctx, d.db, d.clock, actor, run.entry); err != nil {
		return run.report, err
	}
	err := run.whole(ctx)
	if err != nil && !run.recorded {
		err = errors.Join(err, audit.Failed(context.WithoutCancel(ctx), d.db, d.clock, actor, run.detailed()))
	}
	return run.report, err
}
