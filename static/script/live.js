// A page that names topics is brought up to date while it is open: a stream says which
// of them have changed, and the page is fetched again. A hidden tab has no stream. When
// the stream fails twice the page looks again by itself, and says so. Once a minute it
// looks anyway: ages grow, and answers change by time alone.
if (document.body.dataset.live && window.EventSource) {
  const pollEvery = 15000;
  const lookEvery = 60000;
  const soonest = 800;
  const words = { live: "Live", again: "Reconnecting", polling: "Looks every 15 s", paused: "Paused", out: "Signed out" };
  const unheard = "Live updates are not reaching this page; it looks again every 15 s.";
  let source = null;
  let failures = 0;
  let timer = 0; // of the next try or look while there is no stream
  let planned = 0;
  let due = 0;
  let asking = false;
  let more = false;
  let over = false;
  let displaced = false; // newer windows are live in this one's place, until it is used

  const show = (state, text = "") => {
    const dot = document.getElementById("live-state");
    const note = document.getElementById("live-note");
    if (dot && dot.dataset.liveState !== state) {
      const label = dot.querySelector(".live-words");
      if (dot.dataset.liveState !== "off") label.setAttribute("aria-live", "polite");
      label.textContent = words[state];
      dot.dataset.liveState = state;
    }
    if (!note || note.dataset.said === text) return;
    note.dataset.said = text;
    note.textContent = text;
    note.hidden = text === "";
  };

  const close = () => {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
  };

  const signedOut = () => {
    over = true;
    close();
    show("out", "You are signed out, so this page is no longer brought up to date. ");
    const link = part("a", "", "Sign in");
    link.href = "/login?next=" + encodeURIComponent(location.pathname + location.search);
    document.getElementById("live-note").append(link);
  };

  // look fetches the page: one at a time, and the slower the server the less often.
  const look = async () => {
    if (over || document.hidden) return;
    if (asking) {
      more = true;
      return;
    }
    const now = performance.now();
    if (now < due) {
      clearTimeout(planned);
      planned = setTimeout(look, due - now);
      return;
    }
    asking = true;
    const became = await freshPage();
    asking = false;
    due = performance.now() + Math.min(Math.max(soonest, 5 * (performance.now() - now)), pollEvery);
    if (became === "out") return signedOut();
    if (became === "lost" && !source) show("polling", "The server cannot be reached; this page looks again every 15 s.");
    if (more) {
      more = false;
      look();
    }
  };

  const poll = (why) => {
    close();
    show("polling", why);
    timer = setTimeout(async () => {
      await look();
      if (displaced) poll(why);
      else listen();
    }, pollEvery);
  };

  const failed = () => {
    close();
    failures++;
    look();
    if (over) return;
    if (failures >= 2) return poll(unheard);
    show("again");
    timer = setTimeout(listen, 500 + 1000 * Math.random());
  };

  const ended = (why) => {
    close();
    if (why === "signed-out") return signedOut();
    if (why === "displaced") {
      displaced = true;
      return poll("You have more pages open than can be live; this one looks again every 15 s, and is live once you use it.");
    }
    failed();
  };

  const listen = () => {
    if (over || document.hidden || source) return;
    const ask = new URLSearchParams({ on: document.body.dataset.live, since: document.body.dataset.liveSince || "" });
    if (document.body.dataset.here) ask.set("at", document.body.dataset.here);
    source = new EventSource("/live?" + ask);
    source.addEventListener("open", () => {
      failures = 0;
      show("live");
    });
    source.addEventListener("error", failed);
    source.addEventListener("end", (event) => ended(event.data));
    source.addEventListener("changed", (event) => {
      if (event.data === "everything") due = Math.max(due, performance.now() + 3000 * Math.random());
      look();
    });
  };

  const appear = () => {
    if (document.hidden) {
      close();
      if (!over) show("paused");
      return;
    }
    displaced = false;
    clearTimeout(timer);
    look();
    listen();
  };
  document.addEventListener("visibilitychange", appear);
  window.addEventListener("focus", () => { if (displaced) appear(); });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => { if (event.persisted) appear(); });
  setInterval(look, lookEvery);
  listen();
}
