package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"unicode"

	"transferdesk/internal/wise/api"
)

// fuzzClient is a client whose every answer is the body, without a network.
func fuzzClient(f *testing.F, status int, body *[]byte) *api.Client {
	f.Helper()
	c, err := api.NewOver(api.Config{BaseURL: "https://wise.invalid", PersonalToken: personal}, func(*http.Request) (int, []byte) { return status, *body })
	if err != nil {
		f.Fatal(err)
	}
	return c
}

// seeds adds the bodies of a folder of testdata.
func seeds(f *testing.F, folder string) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.json"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds in %s: %v", folder, err)
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
}

func FuzzAnErrorIsReadWhateverItHolds(f *testing.F) {
	var body []byte
	c := fuzzClient(f, http.StatusConflict, &body)
	seeds(f, "errors")
	f.Fuzz(func(t *testing.T, b []byte) {
		body = b
		_, err := c.Transfer(context.Background(), 0, 1)
		e := api.TroubleOf(err)
		if e == nil || e.Kind != api.NotAllowed || !e.Undone() || len(e.Details) > 5 {
			t.Fatalf("got %+v", e)
		}
		for _, d := range e.Details {
			for _, text := range []string{d.Code, d.Message, d.Path} {
				if len([]rune(text)) > 200*10+1 {
					t.Fatalf("%d characters are kept", len([]rune(text)))
				}
				for _, r := range text {
					if !unicode.IsGraphic(r) {
						t.Fatalf("%q holds %q", text, r)
					}
				}
			}
		}
	})
}

func FuzzATransferIsReadOrRefused(f *testing.F) {
	var body []byte
	c := fuzzClient(f, http.StatusOK, &body)
	seeds(f, "transfers")
	f.Fuzz(func(t *testing.T, b []byte) {
		body = b
		got, err := c.Transfer(context.Background(), 0, 1)
		if err != nil {
			if e := api.TroubleOf(err); e == nil || e.Kind != api.Unreadable || e.Undone() || got != (api.Transfer{}) {
				t.Fatalf("got %+v, %v", got, err)
			}
			return
		}
		kept, err := json.Marshal(got)
		if err != nil {
			t.Fatalf("%+v cannot be kept: %v", got, err)
		}
		var again api.Transfer
		if err := json.Unmarshal(kept, &again); err != nil || again.ID != got.ID || again.Status != got.Status || !again.Source.Equal(got.Source) || !again.Created.Equal(got.Created) {
			t.Fatalf("kept as %s it is %+v, %v", kept, again, err)
		}
	})
}
