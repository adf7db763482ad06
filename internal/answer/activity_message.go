package answer

import (
	"encoding/base64"
	"regexp"
	"strings"
)

// decoded gives the content of a message as text: Wise sends it plain or in base64.
func decoded(content, encoding string) string {
	if !strings.EqualFold(encoding, "base64") {
		return content
	}
	raw, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(content), ""))
	if err != nil {
		return content
	}
	return string(raw)
}

// The parts of a SWIFT message that are looked for: where a field begins, the
// header field with the UETR, an account, and a personal number.
var (
	fieldStart = regexp.MustCompile(`^:(\d{2}[A-Z]?):(.*)$`)
	headUETR   = regexp.MustCompile(`\{121:([^}]*)\}`)
	personal   = regexp.MustCompile(`^([4-8]/|[A-Z]{4}/[A-Z]{2}/)`)
)

// mostFields bounds what a page shows of one message.
const mostFields = 60

// readable makes an MT message readable, one field a line: its tag, what the tag
// means, its value. Of account numbers the last four characters stay, of dates of
// birth and numbers of papers nothing. Anything else than such a message is "".
func readable(message string) string {
	var lines []string
	if uetr := headUETR.FindStringSubmatch(message); uetr != nil {
		lines = append(lines, "121 UETR: "+outside(uetr[1]))
	}
	tag, value := "", []string(nil)
	flush := func() {
		if tag != "" {
			lines = append(lines, tag+" "+tagName(tag)+": "+strings.Join(value, ", "))
		}
	}
	for line := range strings.Lines(message) {
		line = strings.TrimSpace(line)
		if begins := fieldStart.FindStringSubmatch(line); begins != nil {
			flush()
			tag, value = begins[1], nil
			line = begins[2]
		}
		if line == "-}" || strings.HasPrefix(line, "-}") {
			break
		}
		if tag != "" && line != "" {
			value = append(value, fieldLine(tag, line))
		}
		if len(lines) >= mostFields {
			return strings.Join(append(lines, "… the rest of this long message is left out"), "\n")
		}
	}
	if tag == "" {
		return ""
	}
	flush()
	return strings.Join(lines, "\n")
}

// fieldLine is one line of a field. In the fields of the parties and their banks an
// account stands behind a stroke, and a bank's code behind two.
func fieldLine(tag, line string) string {
	if tag[0] != '5' {
		return outside(line)
	}
	switch {
	case strings.HasPrefix(line, "//"):
		return outside(line)
	case strings.HasPrefix(line, "/"):
		return "account " + lastFour(line)
	case (tag == "50F" || tag == "59F") && personal.MatchString(line):
		return "•••"
	}
	return outside(line)
}

// tagName says what a field of an MT103 or its relatives is (the standard's names,
// shortened).
func tagName(tag string) string {
	names := map[string]string{
		"20": "sender's reference", "21": "related reference", "13C": "time indication", "23B": "kind of operation", "23E": "instruction", "26T": "kind of transaction",
		"32A": "value date, currency, amount", "33B": "instructed amount", "36": "exchange rate", "50A": "payer", "50F": "payer", "50K": "payer",
		"51A": "sending institution", "52A": "payer's bank", "52D": "payer's bank", "53A": "sender's correspondent", "53B": "sender's correspondent", "53D": "sender's correspondent",
		"54A": "receiver's correspondent", "54B": "receiver's correspondent", "54D": "receiver's correspondent", "55A": "third bank", "56A": "bank between", "56C": "bank between", "56D": "bank between",
		"57A": "payee's bank", "57B": "payee's bank", "57C": "payee's bank", "57D": "payee's bank", "58A": "payee's institution", "58D": "payee's institution",
		"59": "payee", "59A": "payee", "59F": "payee", "70": "what it is for", "71A": "who pays the charges", "71F": "charge of a sender", "71G": "charge of the receiver",
		"72": "from bank to bank", "75": "questions", "76": "answers", "77A": "text", "77B": "reporting", "79": "text",
	}
	if name, ok := names[tag]; ok {
		return name
	}
	return "other field"
}
