package wise_test

import (
	"strings"
	"testing"

	"transferdesk/internal/wise"
)

func TestALargeBodyOfAnythingStaysSmall(t *testing.T) {
	const size = 1 << 17
	const most = 128<<10 + 1<<10
	fill := func(part string) string { return strings.Repeat(part, size/len(part)) }
	whole := func(part string) string { return `{"x":[` + strings.TrimSuffix(fill(part), ",") + `]}` }
	bodies := map[string]string{
		"opening brackets":  fill("["),
		"opening braces":    fill(`{"a":`),
		"closed brackets":   strings.Repeat("[", size/2) + strings.Repeat("]", size/2),
		"a list of numbers": whole("0,"),
		"empty lists":       whole("[],"),
		"empty objects":     whole("{},"),
		"small objects":     whole(`{"a":0},`),
		"quotes":            fill(`"`),
		"backslashes":       `{"x":"` + fill(`\\`) + `"}`,
		"surrogates":        `{"x":"` + fill(`\ud800`) + `"}`,
		"bytes of no UTF-8": fill("\xff"),
		"white space":       fill(" "),
		"distinct keys":     "{" + distinctKeys(size) + `"z":0}`,
	}
	for name, body := range bodies {
		t.Run(name, func(t *testing.T) {
			got := decode(body)
			masked := wise.Mask([]byte(body))
			if got.Verdict != wise.Unreadable || len(masked) > most {
				t.Errorf("%v, masked into %d bytes", got.Verdict, len(masked))
			}
		})
	}
}

// distinctKeys writes about so many bytes of fields, none twice.
func distinctKeys(size int) string {
	var out strings.Builder
	for n := 0; out.Len() < size; n++ {
		out.WriteString(`"k`)
		for rest := n; rest > 0; rest /= 26 {
			out.WriteByte(byte('a' + rest%26))
		}
		out.WriteString(`":0,`)
	}
	return out.String()
}
