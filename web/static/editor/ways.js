// On a narrow screen the way that is open stands within sight, however many stand before it.
for (const open of document.querySelectorAll(".ways [aria-current], .sections [aria-current]")) {
  const row = open.parentElement;
  row.scrollLeft = open.offsetLeft - row.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;
}
