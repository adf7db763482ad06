package api

// texts says for each kind what happened, and what to do. They hold for a question
// as well as for an act, so they do not say whether something was done: Undone does.
var texts = map[Kind]string{
	NotConfigured: "Transferdesk has no client credentials of Wise’s API. An admin can set them with --wise-client-id and --wise-client-secret.",
	NoToken:       "Transferdesk has no token to ask Wise on behalf of this user. An admin can add the user’s refresh token, or a personal token of the company.",
	GrantRevoked:  "Wise no longer takes this user’s token, which is what happens when a user is deactivated or takes the permission back. Look at the user’s account; once it is active again, the user has to give the permission anew.",
	Refused:       "Wise does not take the credentials that Transferdesk asked with. An admin should check them on the system page.",
	Forbidden:     "Wise does not allow this with the credentials that Transferdesk has. An admin should check what they may do, or ask Wise.",
	NeedsApproval: "Wise asks for strong customer authentication before it does this. It has to be done where the account holder can approve it, in Wise’s own pages or app.",
	NotFound:      "Wise does not know it, or not for the token that asked. Check the id, and whose it is.",
	NotAllowed:    "Wise does not allow it in the state that things are in. Look at the state before trying again.",
	Invalid:       "Wise did not accept what was asked. Read what Wise says below; trying again unchanged will not help.",
	TooMany:       "Too many requests were sent to Wise for the moment. Try again in a minute.",
	Down:          "Wise’s API gave no usable answer. Try again in a few minutes.",
	Slow:          "Wise’s API did not answer in time. Try again in a few minutes.",
	Paused:        "Wise’s API has failed several times in a row, so it is left alone for a moment. Ask again a little later.",
	Unreadable:    "Wise’s API answered with something that Transferdesk cannot read. Try again later; if it stays like this, quote the trace id to Wise.",
	Redirected:    "The address of Wise’s API points to another address, and Transferdesk follows nothing to another host. An admin should check --wise-api-url and what stands in between.",
}

// Text says to a person what happened and what to do, in two plain sentences.
func (e *Error) Text() string {
	if e.missing != "" {
		return "Transferdesk has no " + e.missing + " of Wise’s API. An admin can set it with " + flags[e.missing] + "."
	}
	if text, ok := texts[e.Kind]; ok {
		return text
	}
	return texts[Down]
}

// clientKey is a credential that may be missing alone.
const clientKey = "client key"

// flags is how a missing credential is set.
var flags = map[string]string{clientKey: "--wise-client-key"}
