package web

import (
	"bytes"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/static"
	"transferdesk/web/front"
)

// assetShow serves an embedded file under its hashed path. What stands under
// one never changes, so browsers may keep it for ever; an old hash is not found.
func (s *Server) assetShow(c echo.Context, _ auth.Actor) error {
	asset, found := static.Open(c.Param("hash"), c.Param("name"))
	if !found {
		return fault.New(fault.NotFound, "There is no such file, or a newer version has taken its place.")
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, asset.Type)
	h.Set(echo.HeaderCacheControl, "public, max-age=31536000, immutable")
	h.Set(echo.HeaderVary, echo.HeaderAcceptEncoding)
	body, tag := asset.Body, asset.Hash
	if front.AcceptsGzip(c.Request()) {
		body, tag = asset.Gzip, asset.Hash+"-gz"
		h.Set(echo.HeaderContentEncoding, "gzip")
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(c.Response(), c.Request(), asset.Name, time.Time{}, bytes.NewReader(body))
	return nil
}
