package main

import (
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"

	"transferdesk/internal/auth"
	"transferdesk/internal/config"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
)

type importCommands struct {
	Customers importCustomersCommand `cmd:"" help:"Import who the customers are: own reference, name, e-mail, Wise's profile and user ids."`
}

type importCustomersCommand struct {
	config.Database
	File         string `arg:"" placeholder:"FILE.csv" help:"CSV in UTF-8 whose first line names the columns reference,name,email,profile_id,user_id, in any order; - reads standard input."`
	SkipBadLines bool   `help:"Import the good lines although there are bad ones. Without it one bad line means that nothing is imported."`
}

// maxShownBad is how many bad lines are listed; the rest is counted.
const maxShownBad = 1000

// Run imports the file, whole or not at all.
func (c importCustomersCommand) Run(s *surroundings) error {
	from, size, err := c.open(s.stdin)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	bar := newBar(s.stderr, "Importing", size)
	report := badLines{to: s.stdout}
	return s.atDesk(c.Database, func(d *desk.Desk, actor auth.Actor) error {
		done, err := d.ImportCustomers(s.ctx, actor, desk.Import{From: &counted{from, bar}, SkipBad: c.SkipBadLines, Bad: report.add})
		_, _ = fmt.Fprintln(s.stderr)
		if err := report.end(); err != nil {
			return err
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(s.stdout, "Imported. %d lines: %d new, %d changed, %d as before, %d bad and left out.\n",
			done.Lines, done.New, done.Changed, done.Same, done.Bad)
		return err
	})
}

// open gives the file and its size in bytes; -1 when that is not known.
func (c importCustomersCommand) open(stdin io.Reader) (io.ReadCloser, int64, error) {
	if c.File == "-" {
		return io.NopCloser(stdin), -1, nil
	}
	file, err := os.Open(c.File)
	if err != nil {
		return nil, 0, fmt.Errorf("reading the customers: %w", err)
	}
	info, err := file.Stat()
	if err != nil || info.IsDir() {
		_ = file.Close()
		return nil, 0, fmt.Errorf("reading the customers: %s is no file", c.File)
	}
	return file, info.Size(), nil
}

// counted moves the bar on with the bytes that are read.
type counted struct {
	from io.Reader
	bar  *progressbar.ProgressBar
}

// Read reads from the file.
func (c *counted) Read(into []byte) (int, error) {
	n, err := c.from.Read(into)
	_ = c.bar.Add(n)
	return n, err
}

// badLines lists bad lines as they are found.
type badLines struct {
	to  io.Writer
	n   int
	err error
}

func (b *badLines) add(bad *customer.BadLine) {
	if b.n++; b.n <= maxShownBad && b.err == nil {
		_, b.err = fmt.Fprintln(b.to, bad.Error())
	}
}

// end says how many were not listed.
func (b *badLines) end() error {
	if b.n > maxShownBad && b.err == nil {
		_, b.err = fmt.Fprintf(b.to, "and %d more bad lines\n", b.n-maxShownBad)
	}
	return b.err
}
