// makePalette builds the palette's dialog once.
function makePalette() {
  const dialog = part("dialog", "dialog palette");
  const input = part("input");
  const list = part("div", "offers");
  const count = part("p", "unseen");
  dialog.setAttribute("aria-label", "Go to a page or do something");
  input.type = "text";
  input.placeholder = "A page, something to do, or an id or a name";
  list.id = "offers";
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-label": "Go to, do or find", "aria-expanded": "true", "aria-controls": "offers",
    "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: "2000",
  })) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "What there is");
  count.setAttribute("role", "status");
  input.addEventListener("input", drawOffers);
  input.addEventListener("keydown", paletteStep);
  input.addEventListener("paste", pasteOn);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  dialog.append(input, list, count);
  document.body.append(dialog);
  return { dialog, input, list, count, offers: [], shown: [], at: 0 };
}

// paletteStep moves through the list while the focus stays in the field.
function paletteStep(event) {
  if (event.isComposing) return;
  const to = { ArrowDown: palette.at + 1, ArrowUp: palette.at - 1, PageDown: Math.min(palette.at + 8, palette.shown.length - 1), PageUp: Math.max(palette.at - 8, 0) }[event.key];
  if (to !== undefined) chooseOffer(to);
  else if (event.key === "Enter" && !event.repeat) takeOffer(palette.at);
  else return;
  event.preventDefault();
}

// pasteOn hands lines to the search box, which knows how to keep them apart.
function pasteOn(event) {
  const text = event.clipboardData ? event.clipboardData.getData("text/plain").trim() : "";
  if (!/[\r\n\t]/.test(text)) return;
  event.preventDefault();
  palette.dialog.close();
  toSearch();
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: event.clipboardData, bubbles: true, cancelable: true }));
}
