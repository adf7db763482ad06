package config_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// secretFile writes a file with a secret.
func secretFile(t *testing.T, text string, mode os.FileMode) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWisesAPIIsAtTheEnvironmentsHostUnlessSaid(t *testing.T) {
	for args, want := range map[string]string{
		"": "https://api.wise.com", "--wise-environment sandbox": "https://api.wise-sandbox.com",
		"--wise-api-url http://127.0.0.1:8099/wise": "http://127.0.0.1:8099/wise", "--wise-api-url http://[::1]:8099": "http://[::1]:8099", "--wise-api-url http://localhost": "http://localhost",
		"--wise-environment sandbox --wise-api-url http://mock.internal:4010": "http://mock.internal:4010",
	} {
		got, err := parse(t, strings.Fields(args), nil)
		if err != nil || got.Address(got.WiseEnvironment) != want {
			t.Errorf("%s: %q, %v", args, got.Address(got.WiseEnvironment), err)
		}
	}
}

func TestSettingsOfWisesAPIThatDoNotGoTogetherAreRefused(t *testing.T) {
	for args, flag := range map[string]string{
		"--wise-api-url api.wise.com":                        "--wise-api-url",
		"--wise-api-url ftp://api.wise.com":                  "--wise-api-url",
		"--wise-api-url http://mock.internal:4010":           "--wise-api-url",
		"--wise-client-id a":                                 "--wise-client-secret",
		"--wise-client-secret canary":                        "--wise-client-id",
		"--wise-client-secret-file /nowhere":                 "--wise-client-id",
		"--wise-client-key a":                                "--wise-client-id",
		"--wise-user-tokens a.csv":                           "--wise-client-id",
		"--wise-token canary --wise-token-file /nowhere":     "--wise-token-file",
		"--wise-token-file /nowhere/at/all":                  "--wise-token-file",
		"--wise-client-id a --wise-client-secret-file /none": "--wise-client-secret-file",
	} {
		settings, err := parse(t, strings.Fields(args), nil)
		if err == nil {
			if _, err = settings.Token(); err == nil {
				_, err = settings.ClientSecret()
			}
		}
		if err == nil || !strings.Contains(err.Error(), flag) || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: got %v, want an error that names %s", args, err, flag)
		}
	}
}

func TestASecretComesFromTheEnvironmentOrAFile(t *testing.T) {
	file := secretFile(t, "canary-of-file\r\n", 0o600)
	for name, env := range map[string]map[string]string{
		"canary-of-env":  {"TRANSFERDESK_WISE_CLIENT_ID": "a", "TRANSFERDESK_WISE_CLIENT_SECRET": "canary-of-env", "TRANSFERDESK_WISE_TOKEN": "canary-of-env"},
		"canary-of-file": {"TRANSFERDESK_WISE_CLIENT_ID": "a", "TRANSFERDESK_WISE_CLIENT_SECRET_FILE": file, "TRANSFERDESK_WISE_TOKEN_FILE": file},
	} {
		settings, err := parse(t, nil, env)
		if err != nil {
			t.Fatal(err)
		}
		secret, err := settings.ClientSecret()
		token, tokenErr := settings.Token()
		if secret != name || token != name || err != nil || tokenErr != nil {
			t.Errorf("%s: %q, %q, %v, %v", name, secret, token, err, tokenErr)
		}
		for _, text := range []string{fmt.Sprint(settings), fmt.Sprintf("%+v", settings), fmt.Sprintf("%#v", settings), fmt.Sprintf("%s %q", settings.WiseToken, settings.WiseToken)} {
			if strings.Contains(text, "canary") {
				t.Errorf("the settings print a secret: %s", text)
			}
		}
	}
}

func TestAFileWithASecretIsReadByThisUserAlone(t *testing.T) {
	for name, test := range map[string]struct{ path, want string }{
		"others may read": {secretFile(t, "canary", 0o644), "must be 0600"},
		"a group may":     {secretFile(t, "canary", 0o640), "must be 0600"},
		"empty":           {secretFile(t, " \n", 0o600), "empty"},
		"not there":       {filepath.Join(t.TempDir(), "none"), "no such file"},
	} {
		settings, err := parse(t, []string{"--wise-token-file", test.path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := settings.Token(); err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: got %v, want %q", name, err, test.want)
		}
	}
}
