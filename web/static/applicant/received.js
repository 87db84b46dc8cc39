// What was sent is with the server: the copy that this device kept while she was typing goes.
try {
  for (const name of Object.keys(localStorage)) if (name.startsWith("prontas:application:")) localStorage.removeItem(name);
} catch {
  // A private window keeps nothing.
}
