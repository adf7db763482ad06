// Package live tells open pages that something has changed: a hub to which every
// stream of a browser listens with its topics. A listener is told which topics have
// changed and never what has: the page asks again with its reader's own rights.
package live

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
)

// Topic names what may change: a list, or one thing ("transfer:50088672").
type Topic string

// Everything is told to every listener, whatever its topics: so much has changed that
// naming it would cost more than looking again.
const Everything Topic = "everything"

// The topics of lists.
const (
	Queue    Topic = "queue"    // the lists of transfers on the home page
	Bounced  Topic = "bounced"  // what has come back
	Cases    Topic = "cases"    // support cases with Wise
	Events   Topic = "events"   // what has arrived
	Playbook Topic = "playbook" // any card of it
)

// Transfer is the topic of one transfer, by its id, which is above zero.
func Transfer(id int64) Topic { return numbered("transfer", id) }

// Profile is the topic of one customer.
func Profile(id int64) Topic { return numbered("profile", id) }

// User is the topic of one user of Wise's.
func User(id int64) Topic { return numbered("user", id) }

// Event is the topic of one delivery.
func Event(id int64) Topic { return numbered("event", id) }

// Reason is the topic of one card of the playbook, by its code.
func Reason(code string) Topic { return Topic("reason:" + code) }

// Activity is the topic of a thing that Wise names by a text, which may hold anything:
// its kind and id stand in it as the first 16 hex digits of their SHA-256.
func Activity(kind, id string) Topic {
	sum := sha256.Sum256([]byte(kind + "\x00" + id))
	return Topic("activity:" + hex.EncodeToString(sum[:])[:hashed])
}

// Here is the topic of who else is on a page: of its subject's viewers and editors.
func Here(subject Topic) Topic { return "here:" + subject }

// The longest code of a reason and the digits of a hash and of an int64.
const (
	longestCode = 80
	hashed      = 16
	digits      = 19
)

// MostTopics is how many topics one stream may listen to.
const MostTopics = 60

// ErrTopics says that a page asks for what is no topic, for none, or for too many.
var ErrTopics = errors.New("a stream listens to between 1 and 60 topics like transfer:50088672")

// Parse reads topics that are separated by spaces, as a page lists them; each once.
// ErrTopics when one is none, or when they are none or too many.
func Parse(text string) ([]Topic, error) {
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields) > MostTopics {
		return nil, ErrTopics
	}
	seen := make(map[Topic]bool, len(fields))
	topics := make([]Topic, 0, len(fields))
	for _, field := range fields {
		topic := Topic(field)
		if !topic.valid() {
			return nil, ErrTopics
		}
		if !seen[topic] {
			seen[topic] = true
			topics = append(topics, topic)
		}
	}
	return topics, nil
}

// valid says whether a page may ask for the topic.
func (t Topic) valid() bool {
	switch t {
	case Queue, Bounced, Cases, Events, Playbook:
		return true
	}
	kind, id, _ := strings.Cut(string(t), ":")
	switch kind {
	case "transfer", "profile", "user", "event":
		return isNumber(id)
	case "reason":
		return len(id) > 0 && len(id) <= longestCode && strings.Trim(id, letters+"0123456789_-.") == ""
	case "activity":
		return len(id) == hashed && strings.Trim(id, "0123456789abcdef") == ""
	}
	return false
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// isNumber says whether text is an id as it is written: digits, the first not 0.
func isNumber(text string) bool {
	return len(text) > 0 && len(text) <= digits && text[0] != '0' && strings.Trim(text, "0123456789") == ""
}

func numbered(kind string, id int64) Topic {
	return Topic(kind + ":" + strconv.FormatInt(id, 10))
}
