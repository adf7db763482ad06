package journal

import (
	"bytes"
	"encoding/json"
	"errors"

	"transferdesk/internal/wise"
)

// What a closer look at a signature that does not match can find out.
const (
	ofEnvironment = "signature_of_"      // and the environment: production, sandbox
	newline       = "body_with_newline"  // white space at the end was added or taken away
	reencoded     = "body_reencoded"     // the JSON was written anew, with other white space
	mismatch      = "signature_mismatch" // none of these
	refused       = "signature_refused"  // a reason that has no name yet
	maxLooks      = 20                   // close looks between two flushes, which are a second apart
	maxLooked     = 64 << 10             // bytes: larger bodies are not looked at closely
	whiteSpace    = " \t\r\n"            // of JSON
)

// diagnose names the reason of a refusal. Of a well-formed signature that does not
// match it tries to find out more, as long as not many of them come: a stranger
// must not cost us more than the one check that he is due.
func (j *Journal) diagnose(err error, a Arrival) string {
	reason := reasonOf(err)
	sent := a.Header.Values(wise.SignatureHeader)
	if reason != mismatch || len(a.Body) > maxLooked || !j.rejects.mayLook() {
		return reason
	}
	if name, err := j.others.Verify(a.Body, sent); err == nil {
		return ofEnvironment + name
	}
	for _, body := range trimmed(a.Body) {
		if _, err := j.keys.Verify(body, sent); err == nil {
			return newline
		}
	}
	var compact bytes.Buffer
	if json.Compact(&compact, a.Body) == nil {
		if _, err := j.keys.Verify(compact.Bytes(), sent); err == nil {
			return reencoded
		}
	}
	return reason
}

// trimmed gives what a body may have been before somebody touched its end.
func trimmed(body []byte) (bodies [][]byte) {
	if bare := bytes.TrimRight(body, whiteSpace); len(bare) != len(body) {
		bodies = append(bodies, bare)
	}
	for _, end := range []string{"\n", "\r\n"} { // what is likely to have been taken away
		bodies = append(bodies, append(bytes.Clone(body), end...))
	}
	return bodies
}

// reasonOf names why a signature was refused, for the table of rejected deliveries.
func reasonOf(err error) string {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.code
		}
	}
	return refused
}
