package config_test

import (
	"testing"

	"transferdesk/internal/config"
)

func TestOnlyAnAddressOfThisMachineIsAStandInForWise(t *testing.T) {
	for address, want := range map[string]bool{
		"": false, "https://api.wise.com": false, "https://127.0.0.1.example.com": false,
		"http://127.0.0.1:8090": true, "http://localhost:8090/prefix": true, "http://[::1]:8090": true,
	} {
		if got := (config.WiseAPI{WiseAPIURL: address}).OnThisMachine("production"); got != want {
			t.Errorf("%q is on this machine: %t, want %t", address, got, want)
		}
	}
}
