package api

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// save writes a user's newest refresh token into the file, if it is another than
// the one there. A line that somebody else has changed meanwhile stays theirs.
func (u *userTokens) save(user int64) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	t, ok := u.by[user]
	if !ok || t.refresh == t.inFile {
		return nil
	}
	t.savedAt = u.clock()
	old, next := t.inFile, t.refresh
	if err := u.rewrite(user, old, next); err != nil {
		u.unsaved = fmt.Errorf("a new refresh token of user %d could not be written back: %s", user, reasonOf(err))
		return err
	}
	t.inFile, u.unsaved = next, nil
	return nil
}

// rewrite replaces one token and leaves every other byte of the file as it is.
func (u *userTokens) rewrite(user int64, old, next string) error {
	if _, err := look(u.path); err != nil {
		return err
	}
	text, err := readTokenFile(u.path)
	if err != nil {
		return err
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if id, token, ok, err := parseTokenLine(line); err == nil && ok && id == user && token == old {
			if strings.Contains(line, `"`+old+`"`) {
				old = `"` + old + `"`
			}
			at := strings.LastIndex(line, old)
			lines[i] = line[:at] + quoted(next) + line[at+len(old):]
			return replaceFile(u.path, strings.Join(lines, ""))
		}
	}
	return errors.New("its line is gone or was changed by somebody else")
}

// replaceFile puts a new file in the place of the old one, whole or not at all,
// also when the power fails. Where the path is a link, what it points to changes.
func replaceFile(path, text string) (err error) {
	path, err = filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	dir := filepath.Dir(path)
	file, err := os.CreateTemp(dir, halfWritten) // with mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	_, err = file.WriteString(text)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncFolder(dir)
}

// halfWritten is how a file is named until it is whole.
const halfWritten = ".user-tokens-*"

// removeHalfWritten removes what a process that was killed has left: tokens stand in
// their file alone.
func removeHalfWritten(path string) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), halfWritten))
	for _, name := range left {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

// syncFolder makes the new name last.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
