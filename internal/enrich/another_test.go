package enrich_test

import (
	"fmt"
	"net/http"
	"testing"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

func TestAnAnswerAboutAnotherThingIsNotKept(t *testing.T) {
	w := newWorld(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/oauth/token" {
				next.ServeHTTP(w, r)
				return
			}
			_, _ = fmt.Fprint(w, `{"id":7,"status":"processing","active":true,"userId":3}`)
		})
	})
	for _, kind := range []store.AnswerKind{store.OfTransferDetails, store.OfRecipient, store.OfWiseProfile, store.OfWiseUser, store.OfSupportCase} {
		for id, want := range map[int64]api.Kind{7: "", 8: api.Unreadable} {
			var got api.Kind
			if e := api.TroubleOf(w.Now(t.Context(), enrich.Question{Kind: kind, ID: id})); e != nil {
				got = e.Kind
			}
			if kept := w.kept(kind, id); got != want || (kept.Value == nil) != (want != "") || kept.User != 0 && want != "" {
				t.Errorf("%s %d: trouble %q, want %q; kept %s of user %d", kind, id, got, want, kept.Value, kept.User)
			}
		}
	}
}
