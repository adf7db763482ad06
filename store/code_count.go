package store

import (
	"fmt"
	"time"
)

// CodeHour is an hour in which a code came.
type CodeHour struct {
	Kind CodeKind
	Code string
	Hour int64 // since 1970, UTC
}

// HourOf is the hour that a time is in, since 1970, UTC.
func HourOf(at time.Time) int64 {
	hour := at.Unix() / 3600
	if at.Unix() < 0 && at.Unix()%3600 != 0 {
		hour--
	}
	return hour
}

// HourCount is how many transfers had a code in an hour.
type HourCount struct {
	N      int64
	Latest int64 // of them: that had it in no later hour
}

// CodeCounts are changes of how many transfers had a code: in an hour, and ever.
type CodeCounts struct {
	Hours map[CodeHour]HourCount
	Ever  map[CodeHour]int64 // of hour 0
}

// NewCodeCounts makes counts that change nothing.
func NewCodeCounts() CodeCounts {
	return CodeCounts{Hours: map[CodeHour]HourCount{}, Ever: map[CodeHour]int64{}}
}

// Add counts the rows of one transfer by n, which is 1 when they come and -1 when
// they go. A return has no code, so that there is nothing to count.
func (c CodeCounts) Add(rows []CodeRow, n int64) {
	latest := map[CodeHour]int64{}
	had := map[CodeHour]bool{}
	for _, row := range rows {
		if row.Kind == CodeReturn {
			continue
		}
		hour := HourOf(row.At)
		had[CodeHour{row.Kind, row.Code, hour}] = true
		name := CodeHour{Kind: row.Kind, Code: row.Code}
		if last, ok := latest[name]; !ok || hour > last {
			latest[name] = hour
		}
	}
	for at := range had {
		count := c.Hours[at]
		count.N += n
		if latest[CodeHour{Kind: at.Kind, Code: at.Code}] == at.Hour {
			count.Latest += n
		}
		c.Hours[at] = count
	}
	for name := range latest {
		c.Ever[name] += n
	}
}

// SaveCodeCounts changes the numbers; one that comes to 0 goes away.
func (tx *Tx) SaveCodeCounts(m Model, c CodeCounts) error {
	for at, n := range c.Hours {
		if n == (HourCount{}) {
			continue
		}
		if err := tx.countCodeHour(m, at, n); err != nil {
			return fmt.Errorf("counting code %s: %w", at.Code, err)
		}
	}
	for name, n := range c.Ever {
		if n == 0 {
			continue
		}
		if err := tx.countCode(m, name, n); err != nil {
			return fmt.Errorf("counting code %s: %w", name.Code, err)
		}
	}
	return nil
}

func (tx *Tx) countCodeHour(m Model, at CodeHour, n HourCount) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_code_hours (kind, code, hour, n, latest) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (kind, code, hour) DO UPDATE SET n = n + excluded.n, latest = latest + excluded.latest`),
		string(at.Kind), at.Code, at.Hour, n.N, n.Latest)
	if err != nil || n.N >= 0 {
		return err
	}
	_, err = tx.exec(m.of(`DELETE FROM rm_code_hours WHERE kind = ? AND code = ? AND hour = ? AND n = 0`), string(at.Kind), at.Code, at.Hour)
	return err
}

func (tx *Tx) countCode(m Model, name CodeHour, n int64) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_code_tallies (kind, code, n) VALUES (?, ?, ?)
		ON CONFLICT (kind, code) DO UPDATE SET n = n + excluded.n`), string(name.Kind), name.Code, n)
	if err != nil || n >= 0 {
		return err
	}
	_, err = tx.exec(m.of(`DELETE FROM rm_code_tallies WHERE kind = ? AND code = ? AND n = 0`), string(name.Kind), name.Code)
	return err
}
