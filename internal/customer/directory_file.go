package customer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxRecord is the longest line of a directory file, in bytes, its quoted line
// breaks included: a quote that is never closed must not read on to the end.
const maxRecord = 64 << 10

// directoryColumns are the columns of a directory file.
var directoryColumns = []string{"reference", "name", "email", "profile_id", "user_id"}

// BadLine is a line that cannot be taken, and why.
type BadLine struct {
	Line   int // of the file, from 1; the first where the record has several
	Reason string
}

// Error gives line and reason.
func (b *BadLine) Error() string { return fmt.Sprintf("line %d: %s", b.Line, b.Reason) }

// DirectoryFile reads a CSV file (RFC 4180) line by line, in bounded memory:
// commas, UTF-8 with or without a byte order mark, lines that end in LF or CRLF, a
// header that names the five columns in any order.
type DirectoryFile struct {
	in      *bufio.Reader
	line    int // read so far
	columns []int
}

// NewDirectoryFile reads the header; an error says for people what is wrong with it.
func NewDirectoryFile(from io.Reader) (*DirectoryFile, error) {
	f := &DirectoryFile{in: bufio.NewReaderSize(from, maxRecord)}
	if mark, _ := f.in.Peek(3); bytes.Equal(mark, []byte("\ufeff")) {
		_, _ = f.in.Discard(3) // just seen
	}
	header, _, err := f.record()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("the file is empty; %s", headerHelp())
	}
	if err != nil {
		return nil, fmt.Errorf("the header cannot be read: %w", err)
	}
	for i, name := range header {
		header[i] = strings.ToLower(strings.TrimSpace(name))
	}
	for _, want := range directoryColumns {
		f.columns = append(f.columns, slices.Index(header, want))
	}
	if len(header) != len(directoryColumns) || slices.Contains(f.columns, -1) {
		return nil, fmt.Errorf("the first line is not the header; %s", headerHelp())
	}
	return f, nil
}

func headerHelp() string {
	return "the first line must name the columns " + strings.Join(directoryColumns, ",") + ", in any order, parted by commas"
}

// Next reads the next line that is not empty: its entry and where it begins.
// io.EOF ends the file, a *BadLine is about this line alone, and any other error
// is of the reader.
func (f *DirectoryFile) Next() (DirectoryEntry, int, error) {
	fields, line, err := f.record()
	if err != nil {
		return DirectoryEntry{}, line, err
	}
	if len(fields) != len(directoryColumns) {
		return DirectoryEntry{}, line, &BadLine{line, fmt.Sprintf("wrong number of columns: %d, not %d", len(fields), len(directoryColumns))}
	}
	in := func(i int) string { return fields[f.columns[i]] }
	entry, err := ParseEntry(in(0), in(1), in(2), in(3), in(4))
	if err != nil {
		return DirectoryEntry{}, line, &BadLine{line, err.Error()}
	}
	return entry, line, nil
}

// record gives the fields of the next record and the line where it begins.
func (f *DirectoryFile) record() ([]string, int, error) {
	for {
		text, line, err := f.text()
		if err != nil {
			return nil, line, err
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
			return nil, line, &BadLine{line, "not UTF-8 text"}
		}
		reader := csv.NewReader(bytes.NewReader(text))
		reader.FieldsPerRecord = -1
		fields, err := reader.Read()
		if err != nil {
			return nil, line, &BadLine{line, "a quote stands where none may be"}
		}
		return fields, line, nil
	}
}

// text gives the bytes of the next record: physical lines until every quote is
// closed, and the line where it begins. Of what is too long it keeps no more than
// tells so, and goes on to the end of that line.
func (f *DirectoryFile) text() ([]byte, int, error) {
	var text []byte
	begins, open := f.line+1, false
	for {
		part, err := f.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, begins, fmt.Errorf("reading the file: %w", err)
		}
		if len(part) > 0 && (len(text) == 0 || text[len(text)-1] == '\n') {
			f.line++
		}
		if len(text) <= maxRecord {
			text = append(text, part...)
		}
		open = open != (bytes.Count(part, []byte{'"'})%2 == 1)
		ended := errors.Is(err, io.EOF)
		switch {
		case ended && len(text) == 0:
			return nil, begins, io.EOF
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case len(text) > maxRecord:
			return nil, begins, &BadLine{begins, "too long, or a quote is not closed" + f.until(begins)}
		case !open:
			return text, begins, nil
		case ended:
			return nil, begins, &BadLine{begins, "a quote is not closed" + f.until(begins)}
		}
	}
}

// until names the lines that a record has swallowed.
func (f *DirectoryFile) until(begins int) string {
	if f.line == begins {
		return ""
	}
	return fmt.Sprintf("; left out up to line %d", f.line)
}
