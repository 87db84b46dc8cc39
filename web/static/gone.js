// Leads an open page away once it is no longer its reader's: she has signed out elsewhere, or lost her role there.
// A page of the server takes its place, so that nothing of this one stays on the screen.
export const comeOut = () => location.replace(`/signed-out?next=${encodeURIComponent(location.pathname + location.search)}`);
