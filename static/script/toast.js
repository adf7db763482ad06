// A toast is said to a screen reader, which hears nothing of what stood on the page
// from its beginning; the address forgets what was done, so that the page can be
// loaded again without saying it again; and the cross takes it away without a load.
function showToast(toast) {
  const main = document.getElementById("main");
  for (const old of main.querySelectorAll(":scope > [data-toast]")) if (old !== toast) old.remove();
  if (!main.contains(toast)) main.prepend(toast);
  status.textContent = toast.querySelector("p").textContent;
  toast.addEventListener("click", (event) => {
    if (!event.target.closest("a")) return;
    event.preventDefault();
    toast.remove();
  });
}
const toast = document.querySelector("main > [data-toast]");
if (toast) {
  if (toast.dataset.toast) history.replaceState(history.state, "", toast.dataset.toast);
  showToast(toast);
}
