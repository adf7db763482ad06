package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// ErrFileGone says that the database's path no longer leads to the files that are
// open. SQLite would go on writing into them, and all of it would be lost with the
// process; so nothing is written any more.
var ErrFileGone = errors.New("the database file was deleted, moved or replaced while it was open; put it back, or restart")

// openFiles are the database's files as they were when they were opened, by path.
type openFiles map[string]fs.FileInfo

// seeFiles looks at the database and its log. The log stands as long as any
// connection is open.
func seeFiles(path string) (openFiles, error) {
	files := openFiles{}
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Lstat(name)
		if err != nil {
			return nil, fmt.Errorf("looking at the file: %w", err)
		}
		files[name] = info
	}
	return files, nil
}

// check gives ErrFileGone when another file, or none, stands at one of the paths.
func (f openFiles) check() error {
	for name, opened := range f {
		now, err := os.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			return ErrFileGone
		}
		if err != nil {
			return fmt.Errorf("looking at the file: %w", err)
		}
		if !os.SameFile(opened, now) {
			return ErrFileGone
		}
	}
	return nil
}
