// Whoever types on a page about a transfer, a customer, a case or a card is shown to others
// who have it open: that somebody types, into what kind of form, and nothing of the text.
if (document.body.dataset.here) {
  const again = 8000;
  let told = -again;
  let typing = "";
  const sayTyping = (what) => {
    typing = what;
    told = performance.now();
    fetch("/live/editing", { method: "POST", keepalive: true, body: new URLSearchParams({ at: document.body.dataset.here, what }) }).catch(() => {});
  };
  document.addEventListener("input", (event) => {
    const form = event.target.closest("main form");
    const what = form && (form.dataset.editing || (event.target.matches("textarea") ? "a form" : ""));
    if (what && (what !== typing || performance.now() - told >= again)) sayTyping(what);
  });
  document.addEventListener("submit", (event) => { if (typing && event.target.closest("main")) sayTyping(""); });
}
