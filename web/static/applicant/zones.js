// Puts the reader's own local time before the others; without scripts the zones of the call and UTC stand there.
const language = document.documentElement.lang;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const city = (zone ?? "").split("/").pop().replaceAll("_", " ");

for (const time of document.querySelectorAll("time[data-here]")) {
  // A clock of 24 hours in every language, as beside it.
  const words = new Intl.DateTimeFormat(language, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).format(new Date(time.dateTime));
  time.textContent = city && city !== "UTC" ? `${words} (${city})` : words;
  time.hidden = zone === "UTC";
}
