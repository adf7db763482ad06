package store

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// together runs a group until one of it fails.
func (w *writer) together(group []*write) error {
	for _, one := range group {
		if err := call(w.tx, one); err != nil {
			return err
		}
	}
	return nil
}

// apart runs each write in a savepoint of its own; a write's error stands in the
// write. Its own error means that the transaction is lost.
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
