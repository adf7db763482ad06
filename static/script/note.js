// What is typed into a note is kept over a reload, for each person and transfer. It is
// kept in sessionStorage and not in localStorage: a note may hold what a customer said,
// and may not lie about on a desk that others use once its tab is closed. What was saved
// goes, and so does everything once somebody signs out or somebody else signs in.
const drafts = "draft ";

function forgetDrafts(but) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(drafts) && !(but && key.startsWith(but))) sessionStorage.removeItem(key);
  }
}

function keepDraft(field) {
  const key = drafts + field.dataset.draft;
  forgetDrafts(drafts + field.dataset.draft.split(" ")[0] + " ");
  if ("draftSaved" in field.dataset) sessionStorage.removeItem(key);
  else if (!field.value) field.value = sessionStorage.getItem(key) || "";
  field.addEventListener("input", () => {
    if (field.value) sessionStorage.setItem(key, field.value);
    else sessionStorage.removeItem(key);
  });
}

try {
  for (const field of document.querySelectorAll("[data-draft]")) keepDraft(field);
  if (new URLSearchParams(location.search).has("signed-out")) forgetDrafts();
  for (const out of document.querySelectorAll('form[action="/logout"]')) out.addEventListener("submit", () => forgetDrafts());
} catch {
  // a browser that keeps nothing for pages keeps no drafts
}
