// A link to a question opens it over the page, so that what was asked about stays in
// sight. Whatever goes wrong, the link leads to the page as without a script.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-dialog-part]");
    if (!answer.ok || !part) throw new Error("no question there");
    ask(part, link);
  } catch {
    location.href = link.href;
  }
});

// ask shows the part in a dialog. The browser keeps the focus in it and closes it on
// Escape; the focus goes back to the link, or to the one that has taken its place
// meanwhile. The page keeps the one heading of first rank.
function ask(part, link) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog stack";
  const title = part.querySelector("h1");
  const heading = document.createElement("h2");
  heading.className = "headline";
  heading.id = title.id;
  heading.append(...title.childNodes);
  title.replaceWith(heading);
  dialog.setAttribute("aria-labelledby", heading.id);
  wake(part);
  dialog.append(...part.childNodes);
  dialog.addEventListener("close", () => {
    dialog.remove();
    const again = document.querySelector(`a[data-dialog][href="${CSS.escape(link.getAttribute("href"))}"]`);
    if (again) again.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog && !event.target.closest("[data-dialog-close]")) return;
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  const field = dialog.querySelector("input:not([type=hidden])");
  if (field) field.focus();
}
