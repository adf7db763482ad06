package config

import (
	"strings"

	"github.com/alecthomas/kong"
)

// Lookup finds an environment variable, as os.LookupEnv does.
type Lookup func(name string) (value string, found bool)

// Variable names the environment variable of a flag: --base-url is
// TRANSFERDESK_BASE_URL.
func Variable(flag string) string {
	return "TRANSFERDESK_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// Environment lets kong take what no flag says from environment variables.
func Environment(lookup Lookup) kong.Option {
	return kong.Resolvers(kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		if value, found := lookup(Variable(flag.Name)); found && flag.Name != "help" {
			return value, nil
		}
		return nil, nil
	}))
}

// HelpWithVariables writes a flag's help with its environment variable behind.
func HelpWithVariables(value *kong.Value) string {
	if value.Flag == nil || value.Flag.Name == "help" {
		return value.Help
	}
	return value.Help + " (" + Variable(value.Flag.Name) + ")"
}
