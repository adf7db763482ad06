// A form with data-inplace is sent without a load of the page: of the page that it leads
// to, what stands under the ids that it names takes its place here, and the toast says
// what was done. Whatever goes wrong, a conflict and a wrong field among it, the form is
// sent once more as if there were no script, and the answer is shown; an act that was
// done already is not done twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-inplace]")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  sendInPlace(form, event.submitter);
});

async function sendInPlace(form, pressed) {
  try {
    const answer = await fetch(form.getAttribute("action"), {
      method: "POST", body: new URLSearchParams(new FormData(form, pressed)), headers: { Accept: "text/html", "X-Refresh": "1" },
      keepalive: true, // whoever goes on at once has done it all the same
    });
    const led = parsed(await answer.text());
    // A page with a view of its own, such as another order, is asked for once more.
    const page = answer.ok && location.search ? parsed(await (await fetch(location.href, { headers: { Accept: "text/html", "X-Refresh": "1" } })).text()) : led;
    const parts = form.dataset.inplace.split(" ").map((id) => [document.getElementById(id), page.getElementById(id)]);
    if (!answer.ok || parts.some(([old, fresh]) => !old || !fresh)) throw new Error("not in place");
    putInPlace(parts, form);
    const said = led.querySelector("main > [data-toast]");
    if (said) showToast(said);
  } catch {
    if (!form.isConnected) return location.reload();
    form.removeAttribute("data-inplace");
    form.requestSubmit(pressed);
  }
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

// putInPlace swaps the parts. The focus stays where it was, or goes to the part that had
// it: never to the top of the page.
function putInPlace(parts, form) {
  const had = document.activeElement;
  for (const [old, fresh] of parts) {
    wake(fresh);
    const within = old.contains(had);
    carryOver(old, fresh, form);
    old.replaceWith(fresh);
    if (within) (document.getElementById(had.id) || fresh).focus({ preventScroll: true });
  }
}

// carryOver keeps what somebody has typed into another form of the part.
function carryOver(old, fresh, sent) {
  for (const field of old.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const next = fresh.querySelector("#" + CSS.escape(field.id));
    if (!next || sent.contains(field) || field.value === startValue(field)) continue;
    next.value = field.value;
    const fold = next.closest("details");
    if (fold) fold.open = true;
  }
}

// startValue is what a field held when the page came.
function startValue(field) {
  if (!field.matches("select")) return field.defaultValue;
  const chosen = [...field.options].find((option) => option.defaultSelected) || field.options[0];
  return chosen ? chosen.value : "";
}
