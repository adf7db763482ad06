package simserver

import (
	"net/http"
	"testing"
	"time"

	"transferdesk/internal/wise/wisesim"
)

func TestWiseWaitsLongerAndLongerAndThenADay(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	tests := map[string]struct {
		try    int
		answer wisesim.Answer
		wait   time.Duration
		again  bool
	}{
		"after the first try":         {0, wisesim.Answer{Status: 500}, time.Minute, true},
		"nobody answered":             {1, wisesim.Answer{}, 2 * time.Minute, true},
		"the last doubling":           {10, wisesim.Answer{Status: 302}, 1024 * time.Minute, true},
		"the first day":               {11, wisesim.Answer{Status: 503}, 24 * time.Hour, true},
		"the last day":                {24, wisesim.Answer{Status: 503}, 24 * time.Hour, true},
		"given up":                    {25, wisesim.Answer{Status: 503}, 0, false},
		"refused twice":               {1, wisesim.Answer{Status: 400}, 2 * time.Minute, true},
		"refused three times":         {2, wisesim.Answer{Status: 400}, 0, false},
		"too many, three times":       {2, wisesim.Answer{Status: 429}, 4 * time.Minute, true},
		"asked to wait for seconds":   {0, wisesim.Answer{Status: 503, RetryAfter: "600"}, 10 * time.Minute, true},
		"asked to wait until a time":  {0, wisesim.Answer{Status: 503, RetryAfter: now.Add(time.Hour).Format(http.TimeFormat)}, time.Hour, true},
		"asked to wait too short":     {3, wisesim.Answer{Status: 503, RetryAfter: "1"}, 8 * time.Minute, true},
		"asked in words nobody reads": {0, wisesim.Answer{Status: 503, RetryAfter: "soon"}, time.Minute, true},
	}
	for name, test := range tests {
		wait, again := retry(test.try, test.answer, now)
		if wait != test.wait || again != test.again {
			t.Errorf("%s: %v, %v; want %v, %v", name, wait, again, test.wait, test.again)
		}
	}
}
