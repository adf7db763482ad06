package main

// commandLine is every command and flag; kong makes --help of it.
type commandLine struct {
	Serve   serveCommand   `cmd:"" help:"Run the server."`
	Demo    demoCommand    `cmd:"" help:"Try it out: a temporary database, simulated webhooks, three log-ins."`
	User    userCommands   `cmd:"" help:"Add, list and disable people, set passwords, give and take the compliance flag."`
	Token   tokenCommands  `cmd:"" help:"Add tokens for the JSON API."`
	Import  importCommands `cmd:"" help:"Import who the customers are."`
	Rebuild rebuildCommand `cmd:"" help:"Work out all answers again from the journal, also while the server runs."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

type userCommands struct {
	Add      userAddCommand      `cmd:"" help:"Add a person."`
	List     userListCommand     `cmd:"" help:"List everybody who has or had an account."`
	Disable  userDisableCommand  `cmd:"" help:"End a person's access and sessions at once."`
	Password userPasswordCommand `cmd:"" help:"Set a person's password and end the person's sessions."`

	Compliance userComplianceCommand `cmd:"" help:"Let a person read what is for compliance alone, or take that back."`
}

type tokenCommands struct {
	Add tokenAddCommand `cmd:"" help:"Add a token and print it, this once, as the last word."`
}
