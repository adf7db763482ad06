package simserver

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// Controls are addresses by which a person changes the world while it runs:
//
//	PUT  /_sim/failure                 {"mode":"slow","paths":["/v1/transfers"],"after":0,"times":0,"delay":"7s","retry_after":"1s","shape":"","to":""}
//	POST /_sim/transfers/{id}/status   {"status":"cancelled","silently":true}
//	POST /_sim/transfers/{id}/cases    {"cases":["deposit_amount_less_invoice"],"silently":false}
//	POST /_sim/users/{id}/state        {"state":"DEACTIVATED"}
//
// Each answers 204, or 400 or 404 with the reason. They take no token: serve them
// on this machine only.
func (s *Server) Controls() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /_sim/failure", s.controlFailure)
	mux.HandleFunc("POST /_sim/transfers/{id}/status", s.controlStatus)
	mux.HandleFunc("POST /_sim/transfers/{id}/cases", s.controlCases)
	mux.HandleFunc("POST /_sim/users/{id}/state", s.controlUser)
	mux.Handle("/", s)
	return mux
}

// controlled is everything that the bodies of the controls may have.
type controlled struct {
	Mode       Mode     `json:"mode"`
	Paths      []string `json:"paths"`
	After      int      `json:"after"`
	Times      int      `json:"times"`
	Delay      span     `json:"delay"`
	RetryAfter span     `json:"retry_after"`
	Shape      string   `json:"shape"`
	To         string   `json:"to"`
	Status     string   `json:"status"`
	State      string   `json:"state"`
	Cases      []string `json:"cases"`
	Silently   bool     `json:"silently"`
}

// span is a duration as people write it: 1m30s.
type span struct{ time.Duration }

// UnmarshalText reads it.
func (d *span) UnmarshalText(text []byte) (err error) {
	d.Duration, err = time.ParseDuration(string(text))
	return err
}

// control reads a control's body and the id of its path.
func control(w http.ResponseWriter, r *http.Request) (c controlled, id int64, ok bool) {
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBody)).Decode(&c); err != nil {
		http.Error(w, "the body: "+err.Error(), http.StatusBadRequest)
		return c, 0, false
	}
	if text := r.PathValue("id"); text != "" {
		var err error
		if id, err = strconv.ParseInt(text, 10, 64); err != nil {
			http.Error(w, "the id is a number", http.StatusBadRequest)
			return c, 0, false
		}
	}
	return c, id, true
}

// done answers 204, or 404 with the reason.
func done(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
