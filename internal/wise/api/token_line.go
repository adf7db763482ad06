package api

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// parseTokens reads lines of user_id,refresh_token. Blank lines, those that begin
// with # and a first line with the names of the columns are left out. An error
// names the line, never what stands in it.
func parseTokens(text string) (map[int64]string, error) {
	tokens := map[int64]string{}
	for i, line := range strings.Split(text, "\n") {
		user, token, ok, err := parseTokenLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		if !ok {
			continue
		}
		if _, twice := tokens[user]; twice {
			return nil, fmt.Errorf("line %d: user %d stands there twice", i+1, user)
		}
		tokens[user] = token
	}
	return tokens, nil
}

var errTokenLine = errors.New("it is not like user_id,refresh_token")

func parseTokenLine(line string) (user int64, token string, ok bool, err error) {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
	if line == "" || line[0] == '#' {
		return 0, "", false, nil
	}
	id, token, found := strings.Cut(line, ",")
	id, token = unquoted(id), unquoted(token)
	if id == "user_id" && token == "refresh_token" {
		return 0, "", false, nil
	}
	user, err = strconv.ParseInt(id, 10, 64)
	if !found || err != nil || user <= 0 || !isToken(token) || quoted(token) != token && !strings.Contains(line, quoted(token)) {
		return 0, "", false, errTokenLine
	}
	return user, token, true, nil
}

// quoted writes a token as CSV wants it.
func quoted(token string) string {
	if strings.Contains(token, ",") {
		return `"` + token + `"`
	}
	return token
}

// unquoted takes off the spaces and quotes that CSV allows around a field.
func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}
