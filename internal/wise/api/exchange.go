package api

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
)

// send sends the call with a token.
func (c *Client) send(ctx context.Context, q call, token ticket, correlation string) (answer, *Error) {
	req, err := c.request(ctx, q)
	if err != nil {
		return answer{}, &Error{Kind: Invalid, cause: err}
	}
	req.Header.Set("Authorization", "Bearer "+token.value)
	return c.exchange(req, q, correlation, "")
}

// request builds the request, without a token. Only a body of JSON has a type.
func (c *Client) request(ctx context.Context, q call) (*http.Request, error) {
	for _, part := range q.path {
		if !isSegment(part) {
			return nil, errors.New("an id has characters in it that none of Wise's has")
		}
	}
	u := c.base.JoinPath(q.path...)
	u.RawQuery = q.query.Encode()
	var body io.Reader
	if q.body != nil {
		body = bytes.NewReader(q.body)
	}
	req, err := http.NewRequestWithContext(ctx, q.method, u.String(), body)
	if err != nil {
		return nil, err
	}
	if q.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, nil
}

// exchange sends a request and reads what comes back. The secrets of its body and
// its header are kept out of what Wise's error says.
func (c *Client) exchange(req *http.Request, q call, correlation string, secret string) (answer, *Error) {
	t := &trip{background: isBackground(req.Context()), most: cmp.Or(q.most, mostJSON)}
	req.Header.Set("Accept", cmp.Or(q.accept, "application/json"))
	req.Header.Set("User-Agent", "Transferdesk")
	req.Header.Set(correlationHeader, correlation)
	_, credential, _ := strings.Cut(req.Header.Get("Authorization"), " ")
	secrets := []string{credential, c.cfg.ClientSecret, secret}
	client := c.again
	if q.act {
		client = c.once
	}
	res, err := client.Do(req.WithContext(withTrip(req.Context(), t)))
	if err != nil {
		return answer{}, c.silence(req.Context(), err, t, correlation, secrets)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return answer{}, c.silence(req.Context(), err, t, correlation, secrets)
	}
	if res.StatusCode >= 200 && res.StatusCode <= 299 {
		return answer{status: res.StatusCode, body: body, trace: headerText(res.Header.Get(traceHeader), secrets)}, nil
	}
	trouble := readTrouble(res, body, c.cfg.Clock(), secrets)
	trouble.Correlation = correlation
	if trouble.Kind == TooMany {
		c.limit.pause(max(trouble.RetryAfter, leastPause))
	}
	return answer{}, trouble
}
