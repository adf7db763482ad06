package simserver_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheContractFindsWhatIsBroken(t *testing.T) {
	listed := []fact{
		{field: "id", kind: "integer:int64"}, {field: "note", kind: "string", nullable: true}, {field: "state", kind: "string", values: []string{"A"}},
		{field: "inner.at", kind: "string:date-time"}, {field: "list", kind: "array"}, {field: "list[].n", kind: "number"}, {field: "free", kind: "object"},
	}
	const right = `{"id":1,"note":null,"state":"A","inner":{"at":"2026-01-01T00:00:00Z"},"list":[{"n":1.5},{"n":2}],"free":{"x":1}}`
	for fault, want := range map[string]string{
		right: "[]",
		strings.Replace(right, `"id":1`, `"id":"1"`, 1):                "[id is string, not integer]",
		strings.Replace(right, `"id":1`, `"id":null`, 1):               "[id is null]",
		strings.Replace(right, `"id":1,`, ``, 1):                       "[id is nowhere]",
		strings.Replace(right, `"id":1`, `"id":1,"new":1`, 1):          "[new is not listed]",
		strings.Replace(right, `{"n":2}`, `{"n":2,"m":2}`, 1):          "[list[].m is not listed]",
		strings.Replace(right, `"A"`, `"B"`, 1):                        "[state is B]",
		strings.Replace(right, `2026-01-01T00:00:00Z`, `yesterday`, 1): "[inner.at is no time]",
	} {
		if got := fmt.Sprint(breaches(listed, fault)); got != want {
			t.Errorf("%s: %s, want %s", fault, got, want)
		}
	}
}
