// Where the places stand side by side and do not all fit, the current one is in sight.
const currentPlace = document.querySelector(".nav [aria-current]");
if (currentPlace) currentPlace.parentElement.scrollLeft = currentPlace.offsetLeft - (currentPlace.parentElement.clientWidth - currentPlace.offsetWidth) / 2;

// An open menu closes on Escape and on a click elsewhere.
for (const menu of document.querySelectorAll("details.drop")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
