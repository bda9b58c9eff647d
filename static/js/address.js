// Takes the secret out of the address bar and out of the history: wherever the receipt was answered, it becomes /r.
// Without it Back would offer to send the words again, and show the page to whoever holds the phone next.
if (/^\/(r(\/[^/]+)?|sessions\/[^/]+\/reserve)$/.test(location.pathname)) {
  history.replaceState(null, "", "/r" + location.search);
}
