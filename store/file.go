package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

// securePlace makes the folder (0700) and the file (0600) when they are not
// there, and refuses a folder that others may write to. A shared folder with the
// sticky bit, as /tmp, is let pass: others cannot replace a file in it.
func securePlace(path string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("looking at the folder: %w", err)
	}
	if info.Mode().Perm()&0o022 != 0 && info.Mode()&fs.ModeSticky == 0 {
		return fmt.Errorf("the folder %s has mode %04o: others may write to it; run chmod go-w on it", dir, info.Mode().Perm())
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("opening the file: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("closing the file: %w", err)
	}
	return secureFiles(path)
}

// secureFiles refuses a database whose files others may read or write: they hold
// what Wise says about customers.
func secureFiles(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Lstat(path + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("looking at the file: %w", err)
		}
		if !info.Mode().IsRegular() {
			return fmt.Errorf("%s is not a regular file", path+suffix)
		}
		if stat, ok := info.Sys().(*syscall.Stat_t); ok && stat.Nlink > 1 {
			return fmt.Errorf("%s has %d names (hard links): two servers could write to it beside each other; remove the others", path+suffix, stat.Nlink)
		}
		if info.Mode().Perm()&0o077 != 0 {
			return fmt.Errorf("%s has mode %04o: others may open it; run chmod 600 on it", path+suffix, info.Mode().Perm())
		}
	}
	return nil
}

// ErrServed says that another process serves the same database.
var ErrServed = errors.New("another transferdesk serves this database")

// LockServe claims the database for this process's server until Close; ErrServed
// when another process has it. Commands that do not serve need no claim. The
// kernel drops the claim with the process, so that a crash leaves none behind.
func (db *DB) LockServe() error {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.serving != nil {
		return ErrServed
	}
	file, err := lockFile(db.path+".serve", unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return ErrServed
	}
	if err != nil {
		return fmt.Errorf("claiming the database: %w", err)
	}
	db.serving = file
	return nil
}

func (db *DB) unlockServe() error {
	db.mu.Lock()
	defer db.mu.Unlock()
	if db.serving == nil {
		return nil
	}
	err := db.serving.Close()
	db.serving = nil
	return err
}

// lockFile opens a side file and takes the advisory lock on it; closing the file
// gives it back.
func lockFile(path string, how int) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(file.Fd()), how)
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}
