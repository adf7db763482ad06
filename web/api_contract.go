package web

import (
	_ "embed" // for the contract
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
)

// contract is the OpenAPI 3.1 document of the JSON API; a test holds it against
// the routes and against real answers.
//
//go:embed openapi.json
var contract []byte

// apiContract is GET /api/v1/openapi.json.
func (s *Server) apiContract(c echo.Context, _ auth.Actor) error {
	return c.Blob(http.StatusOK, "application/json; charset=utf-8", contract)
}
