package subscription

import (
	"fmt"
	"strings"
	"testing"

	"transferdesk/internal/wise/api"
)

// TestTwinsAreCountedOnceForTheWholeList: by type, and only those that lead here.
func TestTwinsAreCountedOnceForTheWholeList(t *testing.T) {
	const ours = "https://desk.example.com/webhooks/wise"
	var list []api.Subscription
	for i := range 3000 {
		list = append(list, api.Subscription{ID: fmt.Sprint(i), Event: "transfers#state-change", Version: "4.0.0", URL: ours})
	}
	list = append(list, api.Subscription{ID: "x", Event: "transfers#refund", URL: ours}, api.Subscription{ID: "y", Event: "transfers#refund", URL: "https://other.example.com/"})
	twins := twinsIn(list, ours)
	if twins["transfers#state-change"] != 3000 || twins["transfers#refund"] != 1 {
		t.Errorf("counted %v", twins)
	}
	v := view{ours: ours}
	if notes := v.notes(list[0], twins[list[0].Event]); len(notes) == 0 || !strings.HasPrefix(notes[0].Text, "3000 of this type") {
		t.Errorf("the notes are %+v", notes)
	}
}
