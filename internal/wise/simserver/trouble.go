package simserver

import (
	"net/http"
	"time"
)

// The four shapes in which Wise's API writes what is wrong.
const (
	ShapeErrors    = "errors"    // {"errors":[{code,message,path,arguments}]}
	ShapeOAuth     = "oauth"     // {"error","error_description"}
	ShapeStatus    = "status"    // {"timestamp","status","error","message","path"}
	ShapeException = "exception" // the same, older, with "exception"
)

// codedError is one entry of the first shape.
type codedError struct {
	Code      string   `json:"code"`
	Message   string   `json:"message"`
	Path      string   `json:"path,omitempty"`
	Arguments []string `json:"arguments"`
}

// codedErrors is the first shape.
type codedErrors struct {
	Errors []codedError `json:"errors"`
}

// oauthError is the second.
type oauthError struct {
	Error       string `json:"error"`
	Description string `json:"error_description"`
}

// statusError is the third, with an exception the fourth.
type statusError struct {
	Timestamp string `json:"timestamp"`
	Status    int    `json:"status"`
	Error     string `json:"error"`
	Exception string `json:"exception,omitempty"`
	Message   string `json:"message"`
	Path      string `json:"path"`
}

// coded answers with an error of the first shape.
func coded(status int, code, message, path string) reply {
	return jsonReply(status, codedErrors{[]codedError{{Code: code, Message: message, Path: path, Arguments: []string{}}}})
}

// oauth answers with one of the second.
func oauth(status int, code, description string) reply {
	return jsonReply(status, oauthError{code, description})
}

// plain answers with one of the third.
func plain(c *call, status int, message string) reply {
	return jsonReply(status, c.statusError(status, message, ""))
}

// statusError writes the third shape, with an exception the fourth.
func (c *call) statusError(status int, message, exception string) statusError {
	return statusError{
		Timestamp: c.at.Format("2006-01-02T15:04:05.000+00:00"), Status: status, Error: http.StatusText(status),
		Exception: exception, Message: message, Path: c.request.URL.Path,
	}
}

// shaped answers with an error of a shape; one that is not known is the third.
func shaped(c *call, shape string, status int, message string) reply {
	switch shape {
	case ShapeErrors:
		return coded(status, "error.internal", message, "")
	case ShapeOAuth:
		return oauth(status, "server_error", message)
	case ShapeException:
		return jsonReply(status, c.statusError(status, message, "java.lang.NullPointerException"))
	default:
		return plain(c, status, message)
	}
}

// notFound answers that there is no such thing, or that the token does not see
// it. Wise documents no body.
func notFound(c *call) reply { return plain(c, http.StatusNotFound, "Not Found") }

// wireTime writes a time of today's API.
func wireTime(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }
