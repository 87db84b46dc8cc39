// Offers the time zone of this device where none was written yet.
const field = document.querySelector("[data-guess-zone]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const offered = [...document.querySelectorAll("#zones option")].some((option) => option.value === here);
if (field && !field.value && offered) field.value = here;
