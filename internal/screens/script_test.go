package screens

import "encoding/json"

// quoted writes a text as JavaScript.
func quoted(text string) string {
	out, _ := json.Marshal(text)
	return string(out)
}

// sendScript makes a form out of nothing and sends it, whatever the page's own look like.
func sendScript(path string, fields map[string]string) string {
	all, _ := json.Marshal(fields)
	return `(() => {
		const form = document.createElement("form");
		form.method = "post";
		form.action = ` + quoted(path) + `;
		for (const [name, value] of Object.entries(` + string(all) + `)) {
			const field = document.createElement("textarea");
			field.name = name;
			field.value = value;
			form.append(field);
		}
		document.body.append(form);
		HTMLFormElement.prototype.submit.call(form);
	})()`
}
