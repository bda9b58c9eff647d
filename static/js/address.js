// Takes the secret out of the address bar: /r/{token} becomes /r, and nothing of it stays in the history.
if (/^\/r\/[^/]+$/.test(location.pathname)) {
  history.replaceState(null, "", "/r" + location.search);
}
