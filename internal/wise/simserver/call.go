package simserver

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// call is one request on its way to its answer.
type call struct {
	request *http.Request
	body    []byte
	at      time.Time
	values  map[string]string // what stands for the names in the route's path
	by      access            // whose token it carries
}

// plainPath is the path without its version.
func (c *call) plainPath() string {
	_, rest := splitVersion(c.request.URL.Path)
	return rest
}

// find gives the route that is asked for, in the legacy or in the dated style.
func (c *call) find() (route, bool) {
	version, rest := splitVersion(c.request.URL.Path)
	for _, one := range routes() {
		values, ok := one.match(c.request.Method, rest)
		if ok && (version == one.version || dated(version)) {
			c.values = values
			return one, true
		}
	}
	return route{}, false
}

// id reads a number of the path; 0 is none, or what is no number.
func (c *call) id(name string) int64 {
	n, err := strconv.ParseInt(c.values[name], 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// query reads a parameter of the URL.
func (c *call) query(name string) string { return c.request.URL.Query().Get(name) }

// reply is an answer before it is written.
type reply struct {
	status int
	kind   string // Content-Type
	body   []byte
	header http.Header // more headers; nil: none
}

// ok answers 200 with a value as JSON.
func ok[T any](value T) reply { return jsonReply(http.StatusOK, value) }

// jsonReply answers with a value as JSON.
func jsonReply[T any](status int, value T) reply {
	body, err := json.Marshal(value)
	if err != nil {
		return reply{status: http.StatusInternalServerError, kind: "text/plain", body: []byte("the simulator cannot write its answer")}
	}
	return reply{status: status, kind: "application/json", body: body}
}

// write sends the answer.
func (r reply) write(w http.ResponseWriter) {
	for name, values := range r.header {
		w.Header()[name] = values
	}
	if r.kind != "" {
		w.Header().Set("Content-Type", r.kind)
	}
	w.WriteHeader(r.status)
	_, _ = w.Write(r.body)
}
