// say tells what happened, to eyes at the button and to a screen reader.
const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

function say(button, text) {
  const label = button.querySelector("[data-copy-label]");
  const before = label ? label.textContent : "";
  if (label) label.textContent = text;
  button.classList.add("copied");
  status.textContent = text;
  setTimeout(() => {
    if (label) label.textContent = before;
    button.classList.remove("copied");
    status.textContent = "";
  }, 1600);
}

// copyText falls back to a selection where the page is not served over https.
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("copy refused");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button || button.classList.contains("copied")) return;
  const form = button.closest("form[data-tell]");
  const from = button.dataset.copyFrom;
  const text = from ? document.getElementById(from).textContent : button.dataset.copy;
  if (form) form.dataset.sent = "tell";
  try {
    await copyText(text);
  } catch {
    if (form) form.dataset.sent = "failed";
    return say(button, "Not copied: select it by hand");
  }
  if (!form) return say(button, "Copied");
  button.classList.add("copied");
  const noted = await noteTold(form);
  form.querySelector("[data-tell-note]").textContent = noted;
  say(button, "Copied");
  status.textContent = noted;
});

// noteTold sends the form that notes what the customer was told, and gives the words
// for the line below: a button that grew would push its neighbour away. The text is
// copied by then, whatever becomes of the note. data-sent says that it is on its way,
// or that it failed.
async function noteTold(form) {
  const failed = "Copied, but not noted: try the other button";
  try {
    const answer = await fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" },
      keepalive: true, // whoever goes on at once has noted it all the same
    });
    const said = await answer.json();
    form.dataset.sent = "failed";
    if (said.noted) {
      delete form.dataset.sent;
      lookAt("last-told");
    }
    return said.text || failed;
  } catch {
    form.dataset.sent = "failed";
    return failed;
  }
}
