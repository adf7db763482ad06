// lookAt fetches the page once more and puts one part of it in its place.
async function lookAt(id) {
  const here = document.getElementById(id);
  if (!here) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-Refresh": "1" } });
    if (answer.ok) freshen(here, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // the next load shows it
  }
}

// What says so is looked at again by itself, until it no longer says so, or for as
// many tries as it gives. A hidden tab waits; a page that does not come is asked for
// again. data-look-at names an address that holds more of the page: whatever stands
// there under an id takes the place of what stands here, unless it has the focus.
function lookAgain(el, tries) {
  setTimeout(async () => {
    if (document.hidden) return lookAgain(el, tries);
    try {
      const answer = await fetch(el.dataset.lookAt || location.href, { headers: { Accept: "text/html", "X-Refresh": "1" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok) freshen(el, page);
    } catch {
      // the next turn asks again
    }
    const next = document.getElementById(el.id);
    if (next && next.dataset.lookAgain && tries > 1) lookAgain(next, tries - 1);
  }, Number(el.dataset.lookAgain));
}

// freshen swaps the element, and with data-look-at all that came with it.
function freshen(el, page) {
  const all = el.dataset.lookAt ? page.querySelectorAll("body > [id]") : [page.getElementById(el.id)];
  for (const fresh of all) {
    const old = fresh && document.getElementById(fresh.id);
    if (!old || old.contains(document.activeElement)) continue;
    wake(fresh);
    old.replaceWith(fresh);
  }
}
for (const el of document.querySelectorAll("[data-look-again]")) lookAgain(el, Number(el.dataset.lookTries || Infinity));
