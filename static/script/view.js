// A list of transfers is remembered in this tab, so that "]" on a transfer's page leads
// to the next of it. Only addresses are kept, and they go when somebody signs out.
const viewKey = "view";

function readView() {
  try {
    return JSON.parse(sessionStorage.getItem(viewKey));
  } catch {
    return null;
  }
}

function keepView(view) {
  try {
    sessionStorage.setItem(viewKey, JSON.stringify(view));
  } catch {
    // without storage there is no next one
  }
}

// viewOf reads a list off a page: the addresses of its rows, and of its next page.
function viewOf(page, href) {
  const table = page.querySelector("table[data-view]");
  if (!table) return null;
  const next = page.querySelector('.pager a[rel="next"]');
  return {
    href,
    title: table.caption.textContent.trim(),
    rows: [...table.querySelectorAll("[data-row]")].map((row) => row.querySelector("a[href]").getAttribute("href")),
    next: next ? next.getAttribute("href") : "",
  };
}

// placeIn says what of a view comes before and after a page. A transfer that is not in
// it was found by a search: then the one that was left for it comes next.
function placeIn(view, path) {
  const at = view.rows.indexOf(path);
  if (at >= 0) return { at, back: view.rows[at - 1], on: view.rows[at + 1], more: at === view.rows.length - 1 && view.next };
  const left = view.rows[view.at] || view.rows.find((href) => href !== path);
  return { at, on: left, more: "" };
}

// showView draws "3 of 50 in Returned, not refunded" where it moves nothing.
function showView(view, place) {
  const nav = part("nav", "in-view");
  nav.dataset.own = ""; // what brings the page up to date leaves it
  nav.setAttribute("aria-label", "In this view");
  const where = part("p", "", place.at < 0 ? "Not in " : place.at + 1 + " of " + view.rows.length + (view.next ? "+" : "") + " in ");
  const list = part("a", "", view.title);
  list.href = view.href;
  where.append(list);
  nav.append(where);
  const open = (link) => location.assign(link.href);
  if (place.back) nav.append(viewLink(place.back, "Previous", "[", open));
  if (place.on) nav.append(viewLink(place.on, "Next", "]", open));
  else if (place.more) nav.append(viewLink(place.more, "Next", "]", () => openMore(view)));
  else nav.append(part("small", "", "The last one."));
  wake(nav);
  document.getElementById("main").append(nav);
}

function viewLink(href, text, key, open) {
  const link = part("a", "btn", text);
  link.href = href;
  link.dataset.key = key;
  const hint = part("kbd", "hint", key);
  hint.setAttribute("aria-hidden", "true");
  link.append(" ", hint);
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (await settled()) open(link);
  });
  return link;
}

// settled waits for what was sent from this page, and says whether one may go on: who
// presses one key after the other must not miss that one of them did nothing.
async function settled() {
  for (let turn = 0; turn < 100; turn++) {
    const sent = document.querySelector("form[data-sent]");
    if (!sent) return true;
    if (sent.dataset.sent === "failed") {
      delete sent.dataset.sent;
      return tell("The text was not copied, or not noted. Look before you go on.", 6000);
    }
    if (!sent.matches("[data-inplace], [data-tell]")) return false; // it leads to a page of its own
    await new Promise((done) => setTimeout(done, 50));
  }
  return tell("What you did is still on its way. Look before you go on.", 6000);
}

// openMore fetches the next page of a list for its rows, and opens the first of them.
// Where that fails, the list is shown.
async function openMore(view) {
  try {
    const answer = await fetch(view.next, { headers: { Accept: "text/html" } });
    const more = answer.ok && viewOf(new DOMParser().parseFromString(await answer.text(), "text/html"), view.next);
    const fresh = more ? more.rows.filter((href) => !view.rows.includes(href)) : [];
    if (fresh.length > 0) {
      keepView({ ...view, rows: view.rows.concat(fresh), next: more.next });
      return location.assign(fresh[0]);
    }
  } catch {
    // the list itself is shown instead
  }
  location.assign(view.next);
}

function useView() {
  if (!document.getElementById("q")) return keepView(null);
  const here = viewOf(document, location.pathname + location.search);
  if (here) return here.rows.length > 0 && keepView(here);
  const view = readView();
  // What no event has named is a transfer of no list.
  if (!view || !document.getElementById("answer") || !/^\/transfers\/[0-9]+$/.test(location.pathname)) return;
  const place = placeIn(view, location.pathname);
  if (place.at >= 0 && place.at !== view.at) keepView({ ...view, at: place.at });
  showView(view, place);
}
useView();
