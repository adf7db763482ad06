package api

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// mostTokenFile is how large the file of user tokens may be.
const mostTokenFile = 16 << 20

// stamp tells one state of a file from another.
type stamp struct {
	size     int64
	modified time.Time
	info     fs.FileInfo
}

func (s stamp) same(other stamp) bool {
	return s.info != nil && other.info != nil && s.size == other.size && s.modified.Equal(other.modified) && os.SameFile(s.info, other.info)
}

// openUserTokens reads the file of user tokens; "" : there is none.
func openUserTokens(path string, clock func() time.Time) (*userTokens, error) {
	u := &userTokens{path: path, clock: clock, by: map[int64]*userToken{}}
	if path == "" {
		return u, nil
	}
	u.reread()
	if u.unread != nil {
		return nil, fmt.Errorf("the file of user tokens: %w", u.unread)
	}
	if err := removeHalfWritten(path); err != nil {
		u.unsaved = fmt.Errorf("what is left of an older file could not be removed: %s", reasonOf(err))
	}
	return u, nil
}

// reread takes what the file says now, if it changed. What cannot be read leaves
// the tokens as they were, and is kept as what is wrong.
func (u *userTokens) reread() {
	at, err := look(u.path)
	if err != nil || at.same(u.seen) {
		u.unread = err
		return
	}
	text, err := readTokenFile(u.path)
	if err != nil {
		u.unread = err
		return
	}
	tokens, err := parseTokens(text)
	if u.unread = err; err == nil {
		u.seen = at
		u.merge(tokens)
	}
}

// merge takes the tokens of the file: one that the file says as before keeps what
// is known of it, a changed one begins anew.
func (u *userTokens) merge(tokens map[int64]string) {
	by := make(map[int64]*userToken, len(tokens))
	for user, token := range tokens {
		if known, ok := u.by[user]; ok && (known.inFile == token || known.refresh == token) {
			known.inFile = token
			by[user] = known
			continue
		}
		by[user] = &userToken{inFile: token, refresh: token}
	}
	u.by = by
	for _, t := range by {
		if t.refresh != t.inFile {
			return
		}
	}
	u.unsaved = nil
}

// look gives the state of the file, unless others may read it.
func look(path string) (stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}, err
	}
	if !info.Mode().IsRegular() {
		return stamp{}, fmt.Errorf("%s is not a file", path)
	}
	if loose := info.Mode().Perm() & 0o077; loose != 0 {
		return stamp{}, fmt.Errorf("%s may be read or written by others (mode %04o): it must be 0600", path, info.Mode().Perm())
	}
	if info.Size() > mostTokenFile {
		return stamp{}, fmt.Errorf("%s is too large", path)
	}
	return stamp{size: info.Size(), modified: info.ModTime(), info: info}, nil
}

func readTokenFile(path string) (string, error) {
	text, err := os.ReadFile(path)
	return string(text), err
}

// health is how the tokens have been, by user, and what is wrong with the file.
func (u *userTokens) health() ([]TokenHealth, string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.path != "" {
		u.reread()
	}
	var all []TokenHealth
	for user, t := range u.by {
		all = append(all, TokenHealth{User: user, Refused: t.refused, At: t.refusedAt, Granted: t.grantedAt})
	}
	slices.SortFunc(all, func(a, b TokenHealth) int { return int(min(1, max(-1, a.User-b.User))) })
	for _, err := range []error{u.unsaved, u.unread} {
		if err != nil {
			return all, filepath.Base(u.path) + ": " + reasonOf(err)
		}
	}
	return all, ""
}

// reasonOf gives an error of a file without its path.
func reasonOf(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}
