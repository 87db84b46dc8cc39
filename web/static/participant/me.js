// A participant's own page: whoever leaves takes along what this device kept for her.
import { _ } from "../words.js";

const leave = document.getElementById("leave");
const { drill, her } = leave.dataset;
const isHers = (name) => name.startsWith(`prontas:${drill}:`) && name.includes(`:${her}:`);
const kept = () => Object.keys(localStorage).filter(isHers);

function waits(name) {
  const value = JSON.parse(localStorage.getItem(name));
  return name.includes(":outbox:") || Boolean(value?.dirty);
}

leave.addEventListener("submit", (event) => {
  try {
    const unsent = kept().some(waits);
    if (unsent && !confirm(_("Something you wrote has not reached your team yet. Leave all the same?"))) event.preventDefault();
    else for (const name of kept()) localStorage.removeItem(name);
  } catch {
    // A private window keeps nothing.
  }
});
