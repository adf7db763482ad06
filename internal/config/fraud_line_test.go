package config

import (
	"strings"
	"testing"
)

func TestAFraudLineIsShortAndVisible(t *testing.T) {
	for name, test := range map[string]struct {
		line FraudLine
		flag string // that is named; empty: nothing is wrong
	}{
		"not set":               {FraudLine{}, ""},
		"a number":              {FraudLine{FraudLine: "+44 20 7946 0000"}, ""},
		"an extension and text": {FraudLine{"extension 4242", "Say: “I am putting you through.” Then stay on the line."}, ""},
		"too long":              {FraudLine{FraudLine: strings.Repeat("4", 61)}, "--fraud-line:"},
		"a line break":          {FraudLine{FraudLine: "4242\n4243"}, "--fraud-line:"},
		"turned around":         {FraudLine{FraudLine: "42\u202e42"}, "--fraud-line:"},
		"no UTF-8":              {FraudLine{FraudLine: "42\xff"}, "--fraud-line:"},
		"spaces only":           {FraudLine{FraudLine: "  "}, "--fraud-line:"},
		"a text alone":          {FraudLine{FraudLineText: "Call them."}, "--fraud-line-text:"},
		"a text too long":       {FraudLine{"4242", strings.Repeat("a", 401)}, "--fraud-line-text:"},
		"a text with a mark":    {FraudLine{"4242", "a\u200bb"}, "--fraud-line-text:"},
	} {
		err := test.line.check()
		if (err == nil) != (test.flag == "") || err != nil && !strings.HasPrefix(err.Error(), test.flag) {
			t.Errorf("%s: got %v, want an error of %q", name, err, test.flag)
		}
	}
}
