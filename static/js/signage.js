// Fetches the screen anew, quietly. Without a network the last picture stays and says how old it is.
"use strict";
const EVERY = 60000;
const updated = document.getElementById("updated");
let last = new Date();

function zone() {
  return document.querySelector("main").dataset.zone;
}

function said(at) {
  return new Intl.DateTimeFormat("ja-JP", { timeZone: zone(), month: "long", day: "numeric", hour: "numeric", minute: "2-digit" }).format(at);
}

function tell(cut) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(new Date());
  // After midnight without a network nothing is called 今日 any more.
  document.body.classList.toggle("is-old", today !== document.querySelector("main").dataset.day);
  document.body.classList.toggle("is-cut", cut);
  updated.textContent = `${cut ? updated.dataset.old : updated.dataset.fresh} ${said(last)}`;
  updated.hidden = false;
}

async function look() {
  try {
    const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(20000) });
    const found = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = found && found.querySelector("main[data-day]");
    if (!fresh) throw new Error("no picture");
    const shown = document.querySelector("main");
    if (fresh.outerHTML !== shown.outerHTML) shown.replaceWith(document.adoptNode(fresh));
    last = new Date();
    tell(false);
  } catch {
    tell(true);
  }
}

tell(false);
setInterval(look, EVERY);
addEventListener("online", look);
addEventListener("offline", () => tell(true));
