// The rows of a list change in place. New ones wait behind "3 new", above the list, and
// those that have gone are marked, so that nothing moves under a pointer.
function rowsOf(el) {
  return [...el.children].filter((row) => "row" in row.dataset && row.id);
}

function patchRows(old, fresh) {
  const here = new Map(rowsOf(old).map((row) => [row.id, row]));
  const next = rowsOf(fresh);
  const names = new Set(next.map((row) => row.id));
  for (const row of next) if (here.has(row.id)) patch(here.get(row.id), row);
  let tail = fresh.ownerDocument.querySelector("a[rel=next]") !== null; // what left at the end is on the next page
  for (const row of [...here.values()].reverse()) {
    if (names.has(row.id)) tail = false;
    markGone(row, !names.has(row.id) && !tail);
  }
  offer(old, next, next.filter((row) => !here.has(row.id)).length);
}

// markGone says on a row that it is no longer in the list, or takes that back.
function markGone(row, gone) {
  row.classList.toggle("gone", gone);
  const note = row.querySelector(".gone-note");
  if (note && !gone) note.remove();
  if (note || !gone) return;
  const text = part("span", "gone-note", "No longer here");
  text.dataset.own = "";
  (row.firstElementChild || row).append(text);
}

// offer says how many new rows there are; pressed, it shows the list as it is now. It
// takes no room of its own: what stands below must not move.
function offer(list, rows, count) {
  const table = list.closest("table") || list;
  let box = table.previousElementSibling;
  if (!box || !box.classList.contains("news")) {
    if (count === 0) return;
    box = part("div", "news");
    box.dataset.own = "";
    box.dataset.testid = "news";
    box.setAttribute("role", "status");
    box.append(part("button", "btn primary"));
    box.firstChild.type = "button";
    table.before(box);
  }
  if (count === 0) return box.remove();
  const words = count + " new";
  if (box.textContent !== words) box.firstChild.textContent = words;
  box.firstChild.onclick = () => {
    const here = new Map(rowsOf(list).map((row) => [row.id, row]));
    list.replaceChildren(...rows.map((row) => here.get(row.id) || document.importNode(row, true)));
    box.remove();
    const first = list.querySelector("a[href]");
    if (first) first.focus({ preventScroll: true });
    list.scrollIntoView({ block: "nearest" });
  };
}
