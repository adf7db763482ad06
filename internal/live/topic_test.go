package live

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseReadsWhatAPageLists(t *testing.T) {
	got, err := Parse(" transfer:50088672 profile:123  queue transfer:50088672 ")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Topic{Transfer(50088672), Profile(123), Queue}, got); diff != "" {
		t.Error(diff)
	}
	for _, topic := range []Topic{Bounced, Cases, Events, Playbook, User(9), Event(1), Reason("ACCOUNT_CLOSED"), Activity("card", "a/b c")} {
		if _, err := Parse(string(topic)); err != nil {
			t.Errorf("%s: %v", topic, err)
		}
	}
}

func TestParseRefusesWhatIsNoTopic(t *testing.T) {
	many := make([]string, MostTopics+1)
	for i := range many {
		many[i] = fmt.Sprint("transfer:", i+1)
	}
	for name, text := range map[string]string{
		"nothing": " ", "too many": strings.Join(many, " "), "everything": "everything", "who is here": "here:transfer:1",
		"no id": "transfer:", "zero": "transfer:0", "a sign": "transfer:-1", "no number": "transfer:1a", "too long": "transfer:12345678901234567890",
		"no kind": ":1", "a word": "transfer", "a code with a space's cousin": "reason:a\u00a0b", "markup": "reason:<b>", "a long code": "reason:" + strings.Repeat("a", 81),
		"no hash": "activity:card", "a large hash": "activity:0123456789ABCDEF",
	} {
		if got, err := Parse(text); !errors.Is(err, ErrTopics) {
			t.Errorf("%s: got %v, %v, want it refused", name, got, err)
		}
	}
}
