package customer_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/customer"
)

const header = "reference,name,email,profile_id,user_id\n"

// readAll reads a file as one line for each record: "2: C-1 Erika … 5/7", or the bad line.
func readAll(t *testing.T, text string) []string {
	t.Helper()
	file, err := customer.NewDirectoryFile(strings.NewReader(text))
	if err != nil {
		return []string{err.Error()}
	}
	var all []string
	for range 10_000 {
		e, line, err := file.Next()
		var bad *customer.BadLine
		switch {
		case errors.Is(err, io.EOF):
			return all
		case errors.As(err, &bad):
			all = append(all, bad.Error())
		case err != nil:
			t.Fatal(err)
		default:
			all = append(all, fmt.Sprintf("%d: %s|%s|%s|%d|%d", line, e.Reference, e.Name, e.Email, e.Profile, e.User))
		}
	}
	t.Fatal("the file does not end")
	return nil
}

func TestADirectoryFileIsReadLineByLine(t *testing.T) {
	const badHeader = "the first line is not the header; the first line must name the columns reference,name,email,profile_id,user_id, in any order, parted by commas"
	long := strings.Repeat("x", 101)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a plain line", header + "C-1,Erika Mustermann,erika@example.com,16055450,7788991\n", []string{"2: C-1|Erika Mustermann|erika@example.com|16055450|7788991"}},
		{"no line break at the end", header + "C-1,,,,", []string{"2: C-1|||0|0"}},
		{"a byte order mark", "\ufeff" + header + "C-1,,,1,", []string{"2: C-1|||1|0"}},
		{"lines that end in CRLF", strings.ReplaceAll(header+"C-1,,,1,\nC-2,,,2,\n", "\n", "\r\n"), []string{"2: C-1|||1|0", "3: C-2|||2|0"}},
		{"columns in another order and case", "User_ID, EMAIL,name,profile_id,reference\n7,a@b,Ann,5,C-1\n", []string{"2: C-1|Ann|a@b|5|7"}},
		{"a quoted comma, quote and line break", header + "C-1,\"Muster\"\"mann,\r\n Erika\",,1,\nC-2,,,2,\n", []string{`2: C-1|Muster"mann, Erika||1|0`, "4: C-2|||2|0"}},
		{"empty lines are passed over", header + "\n  \nC-1,,,1,\n\n", []string{"4: C-1|||1|0"}},
		{"white space around fields", header + " C-1 , Erika   M ,, 1 ,\n", []string{"2: C-1|Erika M||1|0"}},
		{"the largest id", header + "C-1,,,9223372036854775807,9223372036854775807\n", []string{"2: C-1|||9223372036854775807|9223372036854775807"}},
		{"a name with accents and markup is text", header + "C-1,<b>José</b> Łoś,,1,\n", []string{"2: C-1|<b>José</b> Łoś||1|0"}},
		{"nothing below the header", header, nil},
		{"an empty file", "", []string{"the file is empty" + badHeader[len("the first line is not the header"):]}},
		{"no header", "C-1,Erika,,1,\n", []string{badHeader}},
		{"a column too many", strings.TrimSpace(header) + ",phone\n", []string{badHeader}},
		{"a column twice", "reference,name,email,profile_id,profile_id\n", []string{badHeader}},
		{"semicolons", strings.ReplaceAll(header, ",", ";"), []string{badHeader}},
		{"UTF-16", "\xff\xfer\x00e\x00", []string{"the header cannot be read: line 1: not UTF-8 text"}},
		{"too few columns", header + "C-1,,1,\n", []string{"line 2: wrong number of columns: 4, not 5"}},
		{"too many columns", header + "C-1,,,1,,\n", []string{"line 2: wrong number of columns: 6, not 5"}},
		{"no reference", header + " ,Erika,,1,\nC-2,,,2,", []string{"line 2: no reference", "3: C-2|||2|0"}},
		{"a reference that is too long", header + long + ",,,1,\n", []string{"line 2: the reference is too long: at most 100 characters"}},
		{"a name that is too long", header + "C-1," + long + long + ",,1,\n", []string{"line 2: the name is too long: at most 200 characters"}},
		{"an e-mail that is too long", header + "C-1,," + long + long + long + "@x,1,\n", []string{"line 2: the e-mail is too long: at most 254 characters"}},
		{"an e-mail that is none", header + "C-1,,erika,1,\n", []string{"line 2: the e-mail is not like name@example.com"}},
		{"a control character", header + "C-1,a\x07b,,1,\n", []string{"line 2: a control character"}},
		{"bad UTF-8", header + "C-1,\xff,,1,\nC-2,,,2,", []string{"line 2: not UTF-8 text", "3: C-2|||2|0"}},
		{"NUL", header + "C-1,a\x00,,1,\n", []string{"line 2: not UTF-8 text"}},
		{"a bare quote", header + "C-1,a\"b\",,1,\nC-2,,,2,", []string{"line 2: a quote stands where none may be", "3: C-2|||2|0"}},
		{"a quote that is not closed", header + "C-1,\"a,,1,\nC-2,,,2,\n", []string{"line 2: a quote is not closed; left out up to line 3"}},
	} {
		if d := cmp.Diff(c.want, readAll(t, c.text)); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
}

func TestAnIdThatIsNoneIsABadLine(t *testing.T) {
	for _, id := range []string{"0", "-1", "+1", "01", "1.0", "1e3", "1.6E+07", "9223372036854775808", "x", "1 2", "１２", "0x1", "1_000"} {
		for column, line := range map[string]string{"profile_id": "C-1,,," + id + ",", "user_id": "C-1,,,," + id} {
			got := readAll(t, header+line+"\n")
			if want := "line 2: bad id in " + column + ": digits only, like 16055450, or blank"; len(got) != 1 || got[0] != want {
				t.Errorf("%q: got %q, want %q", line, got, want)
			}
		}
	}
}

// A quote that is never closed must not pull the rest of the file into memory.
func TestALineThatNeverEndsIsGivenUp(t *testing.T) {
	line := "C-2,\"" + strings.Repeat("y", 1000) + "\",,2,\n"
	for name, text := range map[string]string{
		"one line":   "C-1," + strings.Repeat("x", 1<<20) + ",,1,\n",
		"many lines": "C-1,\"open,,1,\n" + strings.Repeat("z\n", 40_000) + "\n",
	} {
		got := readAll(t, header+text+line)
		if len(got) < 2 || !strings.HasPrefix(got[0], "line 2: too long, or a quote is not closed") || len(got[0]) > 120 {
			t.Errorf("%s: got %.200q", name, got)
		}
	}
}

func FuzzDirectoryFile(f *testing.F) {
	for _, seed := range []string{"", header, header + "C-1,\"a\nb\",,1,2\r\n", "\ufeff" + header + "\"", header + "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := customer.NewDirectoryFile(strings.NewReader(text))
		if err != nil {
			return
		}
		last := 1
		for {
			e, line, err := file.Next()
			var bad *customer.BadLine
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil && !errors.As(err, &bad) {
				t.Fatalf("got %v", err)
			}
			if line <= last {
				t.Fatalf("line %d comes after line %d", line, last)
			}
			if last = line; err == nil && (e.Reference == "" || e.Profile < 0 || e.User < 0) {
				t.Fatalf("took %+v", e)
			}
		}
	})
}
