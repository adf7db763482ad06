package wise

import "transferdesk/internal/evidence"

// Decode reads one body.
func Decode(body []byte, src evidence.Source) Decoded { return Decoded{Why: "not_json"} }

// Mask gives the body indented, with every personal text hidden.
func Mask(body []byte) []byte { return []byte("{}") }

// WhyText says in words what a code of Decoded.Why means.
func WhyText(code string) string { return code }
