package simserver

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// slowDefault is how long a slow answer takes unless it is said: longer than
// anybody should wait.
const slowDefault = 10 * time.Second

// fail answers as the failure has it.
func (s *Server) fail(w http.ResponseWriter, c *call, f Failure) {
	if refused, ok := f.refusal(c); ok {
		refused.write(w)
		return
	}
	switch f.Mode {
	case Down:
		hangUp(w)
	case Slow:
		if s.wait(c, f) {
			s.answer(c).write(w)
		}
	case Huge:
		s.endless(w, c)
	case Truncated:
		cut(w, s.answer(c))
	case WrongTypes:
		usual := s.answer(c)
		usual.body = wrongTypes(usual.body)
		usual.write(w)
	default:
		s.answer(c).write(w)
	}
}

// hangUp closes the connection without an answer.
func hangUp(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	_ = conn.Close()
}

// wait lets time pass, unless the client or the server goes away meanwhile.
func (s *Server) wait(c *call, f Failure) bool {
	pause := f.Delay
	if pause == 0 {
		pause = slowDefault
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-c.request.Context().Done():
	case <-s.postbox.closed():
	}
	return false
}

// cut writes the first half of an answer that says it is whole.
func cut(w http.ResponseWriter, usual reply) {
	w.Header().Set("Content-Length", strconv.Itoa(max(2, len(usual.body))))
	usual.body = usual.body[:len(usual.body)/2]
	usual.write(w)
}

// endless writes until the client or the server goes away.
func (s *Server) endless(w http.ResponseWriter, c *call) {
	usual := s.answer(c)
	usual.body = append([]byte(`[`), bytes.Repeat([]byte(`{"id":1},`), 4096)...)
	usual.write(w)
	for {
		select {
		case <-s.postbox.closed():
			return
		default:
		}
		if _, err := w.Write(usual.body[1:]); err != nil {
			return
		}
	}
}

// wrongTypes gives every field of an answer, or of each of a list, another type.
func wrongTypes(body json.RawMessage) []byte {
	var list []json.RawMessage
	if json.Unmarshal(body, &list) == nil {
		for i, one := range list {
			list[i] = wrongTypes(one)
		}
		return encode(list)
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(body, &fields) != nil {
		return body
	}
	for name, value := range fields {
		fields[name] = otherType(value)
	}
	return encode(fields)
}

// otherType gives a value of another type.
func otherType(value json.RawMessage) json.RawMessage {
	switch value[0] {
	case '"':
		return json.RawMessage(`[17]`)
	case '{':
		return json.RawMessage(`"an object"`)
	case '[':
		return json.RawMessage(`{"a":"list"}`)
	case 't', 'f':
		return json.RawMessage(`"perhaps"`)
	default:
		return json.RawMessage(`{"number":"twelve"}`)
	}
}

// encode writes what was JSON before.
func encode[T any](value T) []byte {
	body, _ := json.Marshal(value) // it was JSON
	return body
}
