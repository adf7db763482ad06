package main

import (
	"os"
	"strings"
	"testing"
)

func TestTheServerSaysWhichCredentialsOfWisesAPIItHasAndNoneOfThem(t *testing.T) {
	p := start(t, "serve", "--addr", "127.0.0.1:0", "--database", newDatabase(t), "--wise-environment", "sandbox", "--wise-api-url", "http://wise.invalid:4010/mock",
		"--wise-client-id", "the-id", "--wise-client-secret-file", file(t, "canary-secret\n"), "--wise-token", "canary-token",
		"--wise-user-tokens", file(t, "501,canary-refresh\n"))
	p.serving()
	p.stop()
	log := p.log.String()
	for _, want := range []string{
		"wise_api.host=http://wise.invalid:4010/mock", "wise_api.client_credentials=true", "wise_api.personal_token=true", "wise_api.user_tokens=true",
		"--wise-client-key is not set", "without encryption",
	} {
		if !strings.Contains(log, want) {
			t.Errorf("the log lacks %s:\n%s", want, log)
		}
	}
	if strings.Contains(log+p.out.String(), "canary") {
		t.Errorf("a secret is told:\n%s", log)
	}
}

func TestServeRefusesCredentialsThatCannotBeUsed(t *testing.T) {
	loose := file(t, "501,canary-refresh\n")
	if err := os.Chmod(loose, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := map[string][]string{
		"must be 0600":     {"--wise-client-id", "a", "--wise-client-secret", "canary", "--wise-user-tokens", loose},
		"only one of them": {"--wise-token", "canary", "--wise-token-file", file(t, "canary")},
		"belong together":  {"--wise-client-id", "a"},
		"must be https":    {"--wise-api-url", "http://wise.invalid"},
		"line 1":           {"--wise-client-id", "a", "--wise-client-secret", "canary", "--wise-user-tokens", file(t, "canary")},
		"characters":       {"--wise-token", "canary canary"},
	}
	for want, flags := range tests {
		_, err := do(t, "", append([]string{"serve", "--addr", "127.0.0.1:0", "--database", newDatabase(t)}, flags...)...)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "canary") {
			t.Errorf("serve %v: got %v, want %q in it", flags, err, want)
		}
	}
}

func TestTheHelpNamesEverySettingOfWisesAPIWithItsVariable(t *testing.T) {
	out, _ := do(t, "", "serve", "--help")
	for _, name := range []string{"api-url", "client-id", "client-secret", "client-secret-file", "client-key", "token", "token-file", "user-tokens"} {
		variable := "TRANSFERDESK_WISE_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		if !strings.Contains(out, "--wise-"+name+"=") || !strings.Contains(strings.Join(strings.Fields(out), ""), variable) {
			t.Errorf("--wise-%s or %s is not in the help", name, variable)
		}
	}
}
