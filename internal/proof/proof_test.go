package proof_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"transferdesk/internal/proof"
)

// paper is one with everything that can be known.
func paper() proof.Paper {
	return proof.Paper{
		Transfer: "49983981", Customer: "K-20417", Reference: "Invoice 2026-114", Amount: "1,068.75 GBP", PaidOut: "16 Nov 2026, 11:58 UTC",
		Recipient: "E••• M•••, ••••3456, GBP", Processor: "Wise Payments Ltd", Mode: "NORMAL", Partner: "Sample Clearing Bank",
		PartnerReference: "SIM0001234567", UETR: "f875814b-7d44-4d1b-a499-123456789abc", Fetched: "17 Nov 2026, 08:00 UTC", Settles: "19 Nov 2026, 11:58 UTC",
		By: "Ada Agent", Made: time.Date(2026, 11, 17, 8, 1, 0, 0, time.UTC), At: "17 Nov 2026, 08:01 UTC",
	}
}

func printed(t *testing.T, p proof.Paper) []byte {
	t.Helper()
	data, err := p.PDF()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
		t.Fatal("it does not begin and end as a PDF")
	}
	return data
}

// The streams of a PDF, and the texts that they print.
var (
	stream = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	shows  = regexp.MustCompile(`(?s)\(((?:[^()\\]|\\.)*)\) ?Tj`)
)

// readBack gives all text that a PDF prints, one space between any two pieces.
func readBack(t *testing.T, data []byte) string {
	t.Helper()
	var all []string
	for _, found := range stream.FindAllSubmatch(data, -1) {
		r, err := zlib.NewReader(bytes.NewReader(found[1]))
		if err != nil {
			continue // not one of ours
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, piece := range shows.FindAllSubmatch(content, -1) {
			all = append(all, decoded(piece[1]))
		}
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// decoded takes the escapes back and reads UTF-16.
func decoded(raw []byte) string {
	var plain []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) {
			i++
			if raw[i] == 'r' {
				plain = append(plain, '\r')
				continue
			}
		}
		plain = append(plain, raw[i])
	}
	var units []uint16
	for i := 0; i+1 < len(plain); i += 2 {
		units = append(units, uint16(plain[i])<<8|uint16(plain[i+1]))
	}
	return string(utf16.Decode(units))
}

func TestThePaperSaysWhatItKnows(t *testing.T) {
	p := paper()
	text := readBack(t, printed(t, p))
	for _, want := range []string{
		"Proof of payout", "1,068.75 GBP left Wise on 16 Nov 2026, 11:58 UTC.", "Transfer at Wise 49983981", "Amount paid out 1,068.75 GBP",
		"Paid out by Wise on 16 Nov 2026, 11:58 UTC", "Payout reference SIM0001234567", "Sample Clearing Bank", "E••• M•••, ••••3456, GBP",
		"f875814b-7d44-4d1b-a499-123456789abc", "Invoice 2026-114", "K-20417", "told on 17 Nov 2026, 08:00 UTC", "not a document of Wise’s",
		"no proof that the money has arrived", "until 19 Nov 2026, 11:58 UTC, 3 days after", "Made by Ada Agent on 17 Nov 2026, 08:01 UTC", "Page 1",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	for _, row := range p.Rows() {
		if !strings.Contains(text, row.Label) || !strings.Contains(text, row.Value) {
			t.Errorf("the row %q %q is not on it", row.Label, row.Value)
		}
	}
}

func TestWhatIsNotKnownIsSaidToBeUnknown(t *testing.T) {
	text := readBack(t, printed(t, proof.Paper{Transfer: "1", Fetched: "x", By: "y", At: "z"}))
	for _, want := range []string{"Amount paid out not told by Wise", "Payout reference not told by Wise", "on which day is not known here", "they may still change"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	seen := proof.Paper{Transfer: "1", Seen: "17 Nov 2026, 08:00 UTC", Fetched: "x"}
	if text := readBack(t, printed(t, seen)); !strings.Contains(text, "the day is not known; seen as paid out on 17 Nov 2026") {
		t.Errorf("seen by asking alone:\n%s", text)
	}
	settled := paper()
	settled.Settles = ""
	if text := readBack(t, printed(t, settled)); !strings.Contains(text, "does not correct them any more") || strings.Contains(text, "may still correct") {
		t.Errorf("once it is settled:\n%s", text)
	}
}

func TestAPaperOfATrialSaysSo(t *testing.T) {
	if text := readBack(t, printed(t, paper())); strings.Contains(text, "trial") {
		t.Errorf("a real one speaks of a trial:\n%s", text)
	}
	trial := paper()
	trial.Trial = "SANDBOX"
	if text := readBack(t, printed(t, trial)); !strings.Contains(text, "Transferdesk SANDBOX") || !strings.Contains(text, "it proves nothing") {
		t.Errorf("it does not say so:\n%s", text)
	}
}

func TestWhateverTheFontLacksIsSeen(t *testing.T) {
	for name, c := range map[string][2]string{
		"Latin, Greek, Cyrillic":  {"Łódź Ω Жук ßőț", "Łódź Ω Жук ßőț"},
		"a mark of its own":       {"Jose\u0301", "José"},
		"Hebrew":                  {"שלום x", "□□□□ x"},
		"Japanese":                {"日本", "□□"},
		"beyond the basic plane":  {"a𝒜b", "a□b"},
		"an emoji":                {"ok 👍🏽", "ok □□"},
		"a turned direction":      {"pay \u202eback", "pay □back"},
		"nothing to be seen":      {"zero\u200bwidth", "zero□width"},
		"control characters":      {"a\x00b\x1bc", "a□b□c"},
		"bytes that are no UTF-8": {"a\xffb", "a\uFFFDb"},
		"a line break":            {"a\r\nb", "a b"},
		"what PDF escapes":        {`a(b)c\d)`, `a(b)c\d)`},
		"what UTF-16 has as CR":   {"č ċ Ď", "č ċ Ď"},
	} {
		p := paper()
		p.Partner = c[0]
		text := readBack(t, printed(t, p))
		if !strings.Contains(text, "Bank that paid it out "+c[1]+" Paid out to") {
			t.Errorf("%s: %q is not read back as %q:\n%s", name, c[0], c[1], text)
		}
		if got, want := strings.Contains(text, "do not have"), strings.ContainsRune(c[1], proof.Placeholder); got != want {
			t.Errorf("%s: the placeholder is explained: %v, want %v", name, got, want)
		}
	}
}

func TestALongTextStaysOnThePaper(t *testing.T) {
	for name, text := range map[string]string{
		"one word":  strings.Repeat("X", 3000),
		"words":     strings.Repeat("bank of somewhere ", 300),
		"wide ones": strings.Repeat("WWWWW ", 200),
	} {
		p := paper()
		p.Partner, p.Reference, p.Processor, p.Mode, p.PartnerReference, p.By = text, text, text, text, text, text
		if data := printed(t, p); len(data) > 1<<20 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
	}
}

func TestTheSamePaperIsTheSameFile(t *testing.T) {
	first := printed(t, paper())
	for range 3 {
		if !bytes.Equal(first, printed(t, paper())) {
			t.Fatal("two prints differ")
		}
	}
	for _, secret := range []string{"SIM0001234567", "Ada Agent", "Sample Clearing"} {
		if bytes.Contains(first, []byte(secret)) {
			t.Errorf("%q stands in the file outside of the page", secret)
		}
	}
}

func TestAPaperSpeaksOfNothingThatIsNotOnIt(t *testing.T) {
	full := proof.Paper{Recipient: "A••• B•••", PartnerReference: "REF1"}
	for _, word := range []string{"shortened on purpose", "by the payout reference"} {
		if !strings.Contains(strings.Join(full.Remarks(), " "), word) {
			t.Errorf("lacks %q", word)
		}
		if said := strings.Join(proof.Paper{}.Remarks(), " "); strings.Contains(said, word) {
			t.Errorf("without a recipient and a reference it says %q", said)
		}
	}
}
