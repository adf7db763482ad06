// patch makes an element like another of the page as it is now, and touches nothing
// that is the same: a selection, an open part and a focused field stay. What somebody
// is typing into is left as a whole, and so is what scripts have added (data-own).
const scripted = ["now", "picked", "copied", "gone"]; // classes that only scripts give

function patch(old, fresh) {
  if (left(old)) return;
  patchAttributes(old, fresh);
  if (rowsOf(old).length > 0 && rowsOf(fresh).length > 0) return patchRows(old, fresh);
  let at = old.firstChild;
  const rest = [...fresh.childNodes].map(keyOf);
  for (const next of [...fresh.childNodes]) {
    const twin = twinOf(at, rest);
    rest.shift();
    if (!twin) {
      old.insertBefore(document.importNode(next, true), at);
      continue;
    }
    while (at !== twin) at = drop(at);
    at = twin.nextSibling;
    if (next.nodeType === Node.ELEMENT_NODE) patch(twin, next);
    else if (twin.data !== next.data && !selected(twin)) twin.data = next.data;
  }
  while (at) at = drop(at);
}

// keyOf is what a node is recognised by among its neighbours.
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
  if (node.id) return "#" + node.id;
  const names = ["data-testid", "aria-labelledby", "aria-label", "action", "data-kind"].map((name) => node.getAttribute(name) || "");
  return [node.nodeName, node.classList[0] || "", ...names].join(" ");
}

// twinOf finds the node that the first of the keys stands for, at or after a place. What
// would be passed over must not be wanted later.
function twinOf(at, keys) {
  for (let node = at; node; node = node.nextSibling) {
    const own = node.nodeType === Node.ELEMENT_NODE && isOwn(node);
    const key = keyOf(node);
    if (!own && key === keys[0]) return node;
    if (!own && (key === "#text" ? keys[0] === key : keys.includes(key))) return null;
  }
  return null;
}

// drop takes a node away, unless somebody is at it, and gives the next.
function drop(node) {
  const next = node.nextSibling;
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (!selected(node)) node.remove();
  } else if (node.querySelector("[data-row]")) {
    for (const row of node.querySelectorAll("[data-row]")) markGone(row, true);
  } else if (!isOwn(node) && !node.contains(document.activeElement) && ![...node.querySelectorAll("form")].some(typed)) {
    node.remove();
  }
  return next;
}

function isOwn(el) {
  return "own" in el.dataset || "toast" in el.dataset;
}

function left(el) {
  if (isOwn(el) || el.classList.contains("copied")) return true;
  if (el.matches("form")) return el.contains(document.activeElement) || typed(el);
  return el === document.activeElement && el.matches("input, textarea, select");
}

// typed says whether a form holds what was not in it when it came.
function typed(form) {
  return [...form.elements].some((field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") {
      const first = Math.max([...field.options].findIndex((option) => option.defaultSelected), 0);
      return field.selectedIndex !== first && !field.multiple;
    }
    return field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
  });
}

function selected(text) {
  const chosen = getSelection();
  return chosen.rangeCount > 0 && !chosen.isCollapsed && chosen.getRangeAt(0).intersectsNode(text);
}

function patchAttributes(old, fresh) {
  const kept = scripted.filter((name) => old.classList.contains(name));
  for (const { name, value } of [...fresh.attributes]) {
    const wanted = name === "class" ? [value, ...kept].join(" ") : value;
    if (name !== "open" && old.getAttribute(name) !== wanted) old.setAttribute(name, wanted);
  }
  for (const { name } of [...old.attributes]) {
    if (fresh.hasAttribute(name) || name === "open" || name === "tabindex") continue;
    if (name === "class" && kept.length > 0) old.className = kept.join(" ");
    else old.removeAttribute(name);
  }
}
