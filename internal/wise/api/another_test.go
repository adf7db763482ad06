package api_test

import (
	"testing"

	"transferdesk/internal/wise/api"
)

func TestOnlyAStandInMayAnswerAboutAnotherThing(t *testing.T) {
	for examples, want := range map[bool]api.Kind{false: api.Unreadable, true: ""} {
		c, err := api.New(api.Config{BaseURL: "http://127.0.0.1:1", Examples: examples})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		var got api.Kind
		if e := api.TroubleOf(c.Same(7, 8)); e != nil {
			got = e.Kind
		}
		if got != want || c.Same(7, 7) != nil {
			t.Errorf("examples %t: an answer about 8 to a question about 7 is %q, want %q", examples, got, want)
		}
	}
}
