package config_test

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"transferdesk/internal/config"
)

// parse reads a command line and an environment into the settings of serve.
func parse(t *testing.T, args []string, env map[string]string) (config.Serve, error) {
	t.Helper()
	var settings config.Serve
	parser, err := kong.New(&settings, config.Environment(func(name string) (string, bool) {
		value, found := env[name]
		return value, found
	}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(args); err != nil {
		return settings, err
	}
	return settings, settings.Check()
}

func TestSettingsThatGoTogetherAreTaken(t *testing.T) {
	for name, args := range map[string]string{
		"nothing said":            "",
		"loopback by name":        "--addr localhost:8080",
		"loopback, IPv6":          "--addr [::1]:8080",
		"loopback behind a proxy": "--base-url https://desk.example.com",
		"loopback, plain base":    "--base-url http://localhost:8080/",
		"all addresses":           "--addr :8080 --base-url https://desk.example.com",
		"one address":             "--addr 192.0.2.1:443 --base-url https://desk.example.com:8443",
		"proxies":                 "--trusted-proxies 10.0.0.0/8 --trusted-proxies 192.0.2.7 --trusted-proxies fd00::/8",
		"a zone":                  "--zone Europe/Tallinn",
		"the company funds":       "--funding company --wise-environment sandbox --log-format json",
	} {
		if _, err := parse(t, strings.Fields(args), nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSettingsThatDoNotAreRefusedByTheirFlag(t *testing.T) {
	for name, test := range map[string]struct{ args, flag string }{
		"all addresses, no base":   {"--addr :8080", "--base-url"},
		"0.0.0.0, no base":         {"--addr 0.0.0.0:8080", "--base-url"},
		"all of IPv6, no base":     {"--addr [::]:8080", "--base-url"},
		"a name, no base":          {"--addr desk.example.com:80", "--base-url"},
		"all addresses, plain":     {"--addr :8080 --base-url http://desk.example.com", "--base-url"},
		"a base without scheme":    {"--base-url desk.example.com", "--base-url"},
		"a base with a path":       {"--base-url https://desk.example.com/desk", "--base-url"},
		"a base with a query":      {"--base-url https://desk.example.com/?a=b", "--base-url"},
		"a base with a password":   {"--base-url https://a:b@desk.example.com", "--base-url"},
		"a base of another scheme": {"--base-url javascript://desk.example.com", "--base-url"},
		"an address without port":  {"--addr 127.0.0.1", "--addr"},
		"a proxy by name":          {"--trusted-proxies proxy.example.com", "--trusted-proxies"},
		"an unknown zone":          {"--zone Mars/Olympus", "--zone"},
		"an unknown environment":   {"--wise-environment staging", "--wise-environment"},
		"an unknown funder":        {"--funding nobody", "--funding"},
		"no time for a refund":     {"--refund-event-after 0s", "--refund-event-after"},
		"less than no time":        {"--refund-event-after=-1h", "--refund-event-after"},
		"another database":         {"--database postgres://localhost/desk", "--database"},
		"no database":              {"--database=", "--database"},
	} {
		if _, err := parse(t, strings.Fields(test.args), nil); err == nil || !strings.Contains(err.Error(), test.flag) {
			t.Errorf("%s: got %v, want an error that names %s", name, err, test.flag)
		}
	}
}

func TestTheEnvironmentSaysWhatNoFlagSays(t *testing.T) {
	env := map[string]string{
		"TRANSFERDESK_ADDR":            "127.0.0.1:9999",
		"TRANSFERDESK_ZONE":            "Asia/Tokyo",
		"TRANSFERDESK_WISE_PUBLIC_KEY": "a.pem,b.pem",
		"ADDR":                         "127.0.0.1:1",
	}
	got, err := parse(t, []string{"--zone", "Europe/Tallinn"}, env)
	if err != nil {
		t.Fatal(err)
	}
	if got.Addr != "127.0.0.1:9999" || got.Zone != "Europe/Tallinn" || got.Database.Database != "./data/transferdesk.db" {
		t.Errorf("got %+v", got)
	}
	if len(got.WisePublicKey) != 2 || got.WisePublicKey[1] != "b.pem" {
		t.Errorf("keys %q, want two", got.WisePublicKey)
	}
	if _, err := parse(t, nil, map[string]string{"TRANSFERDESK_FUNDING": "nobody"}); err == nil {
		t.Error("an environment variable is not held to the flag's choices")
	}
}
