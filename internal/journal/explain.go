package journal

import "strings"

// Diagnosis says why a request to the webhook was refused, and what to do.
type Diagnosis struct {
	Title string // "Signed for the sandbox"
	What  string // what was found, in a sentence or two
	Do    string // what to do
}

// stranger is what to do about requests that nobody meant for us.
const stranger = "Wise always signs, so this is not Wise, or something on the way has taken the signature away. Look at the address and the User-Agent; a proxy of ours must pass the header X-Signature-SHA256 on."

// diagnoses has every code; those of an environment are made by Explain.
var diagnoses = map[string]Diagnosis{
	"signature_missing":      {"No signature", "The request had no X-Signature-SHA256 header.", stranger},
	"signature_sha1_only":    {"Only the old signature", "Only X-Signature came, the old SHA-1 one, which is not trusted any more.", "Wise sends both. Let the proxy pass X-Signature-SHA256 on; if Wise itself leaves it out, make the subscription anew."},
	"signature_twice":        {"Two signatures", "X-Signature-SHA256 came more than once, so it is not clear which one counts.", "Let the proxy set or add no signature header of its own."},
	"signature_not_base64":   {"No base64", "The signature is not standard base64: it was cut, quoted or encoded anew.", "Let the proxy pass the header on as it is, and allow for some 350 characters."},
	"signature_wrong_length": {"Wrong length", "The signature has another length than that of any of our keys: it was cut, or made with a key of another size. A shared secret (HMAC) is always too short; Wise has none.", "Compare the keys that serve names when it starts with those that Wise publishes."},
	mismatch:                 {"Does not match", "The signature is well formed, but it is not one of Wise’s over this body: the body was altered on the way, another key was used, or a stranger made it up.", "If it comes from Wise’s addresses, look for a proxy that reads the body and writes it anew, and compare the keys."},
	newline:                  {"Altered at its end", "The signature matches as soon as white space at the end of the body is set right: something on the way adds or takes away a line break.", "Let the proxy hand on the body byte for byte, without parsing it."},
	reencoded:                {"Written anew", "The signature matches the same JSON without its white space: something on the way reads the JSON and writes it anew.", "Let the proxy hand on the body byte for byte, without parsing it."},
	refused:                  {"Refused", "The signature could not be checked.", "Look into the server’s log."},
	TooLarge:                 {"Too large", "The body has more than 1 MiB and was not read. Wise’s have about 1 kB.", "This is hardly Wise. If a proxy gathers several events into one request, let it send them one by one."},
	ContentEncoding:          {"Compressed", "The body came with a Content-Encoding. Wise signs it as it is and sends it so.", "Let the proxy not compress what it hands on."},
	NotRead:                  {"Did not come whole", "The sender hung up or was too slow, so there was nothing to check. It was answered 503, and Wise sends it again.", "Now and then this is harmless. If it comes often, look at the network and at the proxy’s time-outs."},
}

// Explain says a code of the rejected deliveries in words. A code that is not known
// is shown as it is.
func Explain(code string) Diagnosis {
	if environment, of := strings.CutPrefix(code, ofEnvironment); of {
		return Diagnosis{
			Title: "Signed for " + environment,
			What:  "The signature is genuine, but it is that of Wise’s " + environment + " environment, and this server takes another one.",
			Do:    "A subscription of the " + environment + " environment points here. Delete it there, or start the server with --wise-environment " + environment + ".",
		}
	}
	if d, known := diagnoses[code]; known {
		return d
	}
	return Diagnosis{Title: code, What: "There are no words for this reason yet.", Do: diagnoses[refused].Do}
}
