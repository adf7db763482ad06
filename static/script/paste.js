// A line of input joins what was pasted in several lines, which would make one number
// of two. Such a text stands in the box with spaces, and goes as it was, by the form
// for whole texts, when it is sent as it stands; so does one that is too long for it.
const box = document.querySelector("[data-paste]");
if (box) {
  let pasted = { shown: "", text: "" };
  box.addEventListener("paste", (event) => {
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!/[\r\n\t]/.test(text.trim()) && text.length + box.value.length <= box.maxLength) return;
    event.preventDefault();
    const typed = box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd);
    const added = pasted.shown !== "" && box.value === pasted.shown && box.selectionStart === box.selectionEnd;
    const whole = added ? pasted.text + "\n" + text : typed;
    box.value = whole.replace(/\s+/g, " ").trim().slice(0, box.maxLength);
    pasted = { shown: box.value, text: whole };
  });
  box.form.addEventListener("submit", (event) => {
    if (box.value === "" || box.value !== pasted.shown) return;
    event.preventDefault();
    const form = document.createElement("form");
    const area = document.createElement("textarea");
    form.method = "post";
    form.action = box.form.action;
    form.hidden = true;
    area.name = box.name;
    area.value = pasted.text;
    form.append(area);
    document.body.append(form);
    form.submit();
  });
}
