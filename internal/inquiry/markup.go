package inquiry

import (
	"html"
	"regexp"
	"strings"
)

var (
	// unseen is markup with what stands in it: nobody who reads the page sees it.
	unseen = regexp.MustCompile(`(?is)<!--.*?-->|<style\b.*?</style>|<script\b.*?</script>`)
	tag    = regexp.MustCompile(`(?i)</?(a|abbr|b|big|blockquote|body|br|center|code|col|colgroup|dd|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|img|label|li|link|main|meta|o:p|ol|p|pre|s|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul|wbr)(\s[^<>]*)?/?>`)
	href   = regexp.MustCompile(`(?i)\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`)
)

// withoutMarkup takes the tags out of HTML, and keeps where its links lead to. What is
// in angle brackets and no tag, such as an e-mail address, stays.
func withoutMarkup(text string) string {
	if strings.Contains(text, "<") {
		text = tag.ReplaceAllStringFunc(unseen.ReplaceAllString(text, " "), instead)
	}
	if strings.Contains(text, "&") {
		text = html.UnescapeString(text)
	}
	return text
}

// instead is what stands in the place of a tag. A tag within a word parts nothing; a
// cell or a line ends.
func instead(whole string) string {
	name := strings.ToLower(strings.Trim(strings.FieldsFunc(whole, func(c rune) bool { return strings.ContainsRune("</> \t\n", c) })[0], "<>/"))
	switch name {
	case "wbr", "b", "i", "u", "em", "strong", "span", "font", "small", "big":
		return ""
	case "td", "th":
		return "\t"
	case "a":
		if m := href.FindStringSubmatch(whole); m != nil {
			return "\n" + m[1] + m[2] + m[3] + "\n"
		}
		return ""
	}
	return "\n"
}
