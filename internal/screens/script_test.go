package screens

import "encoding/json"

// quoted writes a text as JavaScript.
func quoted(text string) string {
	out, _ := json.Marshal(text)
	return string(out)
}

// sendScript sends the form of the page that goes to path, with these fields put in,
// past what the browser would check; where there is none, a form of these fields alone.
func sendScript(path string, what fields) string {
	all, _ := json.Marshal(what)
	return `(() => {
		const own = [...document.forms].find(form => form.method === "post" && form.getAttribute("action") === ` + quoted(path) + `);
		const data = own ? new FormData(own) : new FormData();
		Object.entries(` + string(all) + `).forEach(([name, value]) => data.set(name, value));
		const form = document.createElement("form");
		form.method = "post";
		form.action = ` + quoted(path) + `;
		for (const [name, value] of data) {
			const field = document.createElement("textarea");
			field.name = name;
			field.value = value;
			form.append(field);
		}
		document.body.append(form);
		HTMLFormElement.prototype.submit.call(form);
	})()`
}
