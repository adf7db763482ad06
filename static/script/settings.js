// The zone of the browser is offered where another is chosen, and the example follows
// what is chosen. Saving and showing need none of this.
const zoneList = document.querySelector("select#zone");
if (zoneList) {
  const example = document.querySelector("[data-zone-now]");
  const offer = document.querySelector("[data-own-zone]");
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const company = zoneList.dataset.company.split(",")[0];
  const shown = () => zoneList.value || company;

  const tellTime = () => {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: shown(), day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "shortOffset",
    }).formatToParts(new Date(example.dateTime));
    const part = (type) => parts.find((p) => p.type === type).value;
    const month = part("month").slice(0, 3);
    example.textContent = `${part("day")} ${month} ${part("year")}, ${part("hour")}:${part("minute")} ${part("timeZoneName").replace("GMT", "UTC")}`;
  };
  const offerOwn = () => { offer.hidden = !own || own === shown(); };

  zoneList.addEventListener("change", () => {
    offerOwn();
    try { tellTime(); } catch { /* a zone that the browser does not know: the next page shows it */ }
  });
  offer.querySelector("[data-own-zone-name]").textContent = own;
  offer.querySelector("button").addEventListener("click", () => {
    if (![...zoneList.options].some((o) => o.value === own)) zoneList.append(new Option(own, own));
    zoneList.value = own;
    zoneList.dispatchEvent(new Event("change"));
    zoneList.focus();
  });
  offerOwn();
}
