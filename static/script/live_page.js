// freshPage fetches the page once more and puts what has changed in its place, the
// title too. It gives "out" when nobody is signed in any more, "lost" when the server
// cannot be reached, and else "".
async function freshPage() {
  const here = new URL(location.href);
  here.searchParams.delete("did");
  here.hash = "";
  try {
    const answer = await fetch(here, { headers: { Accept: "text/html", "X-Refresh": "1" }, redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect" || answer.status === 401) return "out";
    if (answer.ok) putPage(new DOMParser().parseFromString(await answer.text(), "text/html"));
    return "";
  } catch {
    return "lost";
  }
}

function putPage(page) {
  if (!page.getElementById("main")) return;
  wake(page);
  steadily(() => {
    for (const name of ["#main", ".top > .feed"]) {
      const old = document.querySelector(name);
      const fresh = page.querySelector(name);
      if (old && fresh) patch(old, fresh);
    }
  });
  document.title = page.title;
  for (const name of ["live", "liveSince"]) {
    if (page.body.dataset[name]) document.body.dataset[name] = page.body.dataset[name];
  }
}

// steadily changes the page so that what is under the pointer, or has the focus, or is
// the first thing seen, stays where it is.
let pointer = null;
document.addEventListener("pointermove", (event) => { pointer = event; }, { passive: true });

function steadily(change) {
  const el = whereOneLooks();
  const before = el ? el.getBoundingClientRect().top : 0;
  change();
  if (!el || !el.isConnected) return;
  const by = el.getBoundingClientRect().top - before;
  if (Math.abs(by) >= 1) scrollBy(0, by);
}

function whereOneLooks() {
  const main = document.getElementById("main");
  const recent = pointer && performance.now() - pointer.timeStamp < 10000;
  for (const el of [recent && document.elementFromPoint(pointer.clientX, pointer.clientY), document.activeElement]) {
    if (el && el !== main && main.contains(el) && el.getBoundingClientRect().bottom > 0) return el;
  }
  if (scrollY === 0) return null;
  return [...main.querySelectorAll("h2, tr, li, p")].find((el) => el.getBoundingClientRect().top >= 0);
}
