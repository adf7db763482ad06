// "?" shows the keys over the page, taken from the help page, where they stand for
// everybody. Where that does not come, it leads there.
let keysShown = null;

function showKeys() {
  if (!document.getElementById("q")) return false;
  openKeys();
  return true;
}

async function openKeys() {
  try {
    keysShown = keysShown || (await fetchKeys());
    if (!document.querySelector("dialog:modal")) keysShown.showModal();
  } catch {
    location.assign("/help#keys");
  }
}

async function fetchKeys() {
  const answer = await fetch("/help", { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const table = page.querySelector("#keys table");
  const dialog = part("dialog", "dialog keys-box");
  const head = part("div", "head");
  const close = part("button", "btn", "Close");
  const more = part("a", "", "What states, colours and icons mean");
  const title = part("h2", "", "Keys");
  title.id = "keys-title";
  dialog.setAttribute("aria-labelledby", title.id);
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  more.href = "/help";
  head.append(title, close);
  dialog.append(head, document.adoptNode(table), more);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
