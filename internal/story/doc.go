// Package story holds only tests: whole lives of transfers, each a file in testdata.
//
// A life is a text archive (txtar): a comment that tells it, the settings under which
// it is told, one file for each delivery in the order of arrival, named by when it
// arrived and by its event type and holding the raw body, and the whole answer to it.
// The bodies go signed through the real webhook into a real database; the answer is
// that of the JSON and of the composition. After a change that is meant to change
// answers, write them anew and read the difference:
//
//	go test ./internal/story -update
package story
