package atwise_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// TestACancellationOfAnotherTransferConfirmsNothing: neither the answer to the request
// nor that to the question for the transfer counts when it names another one.
func TestACancellationOfAnotherTransferConfirmsNothing(t *testing.T) {
	b := newBranch(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintf(w, `{"id":%d,"status":"cancelled"}`, theTransfer+1)
	}))
	t.Cleanup(server.Close)
	b.connect(server.URL, api.Config{PersonalToken: "personal"})
	c, err := b.cancel("49983981", 0)
	if err != nil || c.End.Result != store.AskUnknown || c.End.Kind != "unreadable" {
		t.Errorf("the answer: %+v, %v", c.End, err)
	}
	b.now = b.now.Add(time.Hour)
	if left := b.settle(); left != 1 || b.lastCancellation().End.Result != store.AskUnknown {
		t.Errorf("%d are left, %+v", left, b.lastCancellation().End)
	}
}
