// すぐ閉じる: goes to the neutral page in place of this one, so that Back does not lead here again.
document.addEventListener("click", (event) => {
  const way = event.target.closest("a[data-leave]");
  if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(way.href);
});

// What a phone at the door has not sent goes with its day, whatever page is opened next (door.js).
if (Number(localStorage.getItem("hidamari-door-until") ?? Infinity) <= Date.now()) {
  indexedDB.deleteDatabase("hidamari-door");
  localStorage.removeItem("hidamari-door-until");
}
