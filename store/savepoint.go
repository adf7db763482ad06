package store

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// fill runs the writes inside the transaction. Deliveries go without a savepoint
// each, which is what makes a group cheap; when one fails, all are taken back and
// go again one by one, so that it fails alone. Its error means that the
// transaction is lost; a write's own error stands in the write.
func (w *writer) fill(ingest, acts []*write) error {
	if len(ingest) > 1 {
		own, lost := w.savepoint(func() error { return together(w.tx, ingest) })
		if lost != nil {
			return lost
		}
		if own == nil {
			return w.apart(acts)
		}
		w.log.Warn("a group of deliveries goes row by row", "deliveries", len(ingest), "error", own)
	}
	if err := w.apart(ingest); err != nil {
		return err
	}
	return w.apart(acts)
}

// together runs a group until one of it fails.
func together(tx *Tx, group []*write) error {
	for _, one := range group {
		if err := call(tx, one); err != nil {
			return err
		}
	}
	return nil
}

// apart runs each write in a savepoint of its own.
func (w *writer) apart(group []*write) error {
	for _, one := range group {
		own, lost := w.savepoint(func() error { return call(w.tx, one) })
		if lost != nil {
			return errors.Join(lost, own)
		}
		one.err = own
	}
	return nil
}

// savepoint runs do and takes back what it wrote when it fails. The second error
// means that the transaction is no more: SQLite ends it by itself when the disk
// is full or broken.
func (w *writer) savepoint(do func() error) (own, lost error) {
	if _, err := w.tx.exec("SAVEPOINT one"); err != nil {
		return nil, fmt.Errorf("setting a savepoint: %w", err)
	}
	if own = do(); own != nil {
		if _, err := w.tx.exec("ROLLBACK TO one"); err != nil {
			return own, fmt.Errorf("going back to a savepoint: %w", err)
		}
	}
	if _, err := w.tx.exec("RELEASE one"); err != nil {
		return own, fmt.Errorf("releasing a savepoint: %w", err)
	}
	return own, nil
}

// call runs one write; a panic in it is its error, and the writer lives on.
func call(tx *Tx, one *write) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a write: %v\n%s", p, debug.Stack())
		}
	}()
	return one.do(tx)
}

// rollback leaves the transaction if there still is one.
func (w *writer) rollback() {
	if _, err := w.tx.exec("ROLLBACK"); err != nil {
		w.log.Debug("no transaction was left to roll back", "error", err)
	}
}
