// What a link to a part of the page leads to is opened where it is folded.
function unfold() {
  const here = location.hash && document.getElementById(location.hash.slice(1));
  const folded = here && here.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  here.scrollIntoView();
}
window.addEventListener("hashchange", unfold);
unfold();
