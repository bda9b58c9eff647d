// The door on a weak line. Each tap is kept on the phone (IndexedDB) with a nonce of its own, and sent in order until the
// server has answered it: a lost answer, a reload or a killed browser never counts a tap twice nor loses it.
// What another door changes comes by server-sent events, or is asked for where they do not come through.
// Without this script the same buttons are forms.
const form = document.getElementById("taps");
const named = document.getElementById("named");
const board = document.getElementById("board");
const { page, base, session } = form.dataset;
const until = Number(form.dataset.until);
const language = new URLSearchParams(location.search).get("lang");
const query = language ? `?lang=${encodeURIComponent(language)}` : "";

const STORE = "taps";
const DATABASE = "hidamari-door";
const KEPT_UNTIL = "hidamari-door-until"; // leave.js reads it on every page
const SEND_SECONDS = 12;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 4000;
const ASK_EVERY = 1500;
const STREAM_SECONDS = 12;
const LONGEST_TIMER = 2 ** 31;

// The address of a link stays neither in the bar nor in the history.
if (location.pathname.startsWith("/staff/door/")) history.replaceState(null, "", page + location.hash);

// What the phone keeps

const database = new Promise((resolve, reject) => {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "turn", autoIncrement: true });
  opening.onsuccess = () => {
    opening.result.onversionchange = () => opening.result.close();
    resolve(opening.result);
  };
  opening.onerror = () => reject(opening.error);
});

// Resolves once the change lies on the disk.
async function changed(work) {
  const transaction = (await database).transaction(STORE, "readwrite", { durability: "strict" });
  work(transaction.objectStore(STORE));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

async function kept() {
  const reading = (await database).transaction(STORE).objectStore(STORE).getAll();
  return new Promise((resolve, reject) => {
    reading.onsuccess = () => resolve(reading.result);
    reading.onerror = () => reject(reading.error);
  });
}

async function mine() {
  return (await kept()).filter((tap) => tap.session === session);
}

// Taps whose day is over are of no use to anybody, and nothing of them stays.
async function forget(over) {
  const taps = (await kept()).filter(over);
  await changed((store) => taps.forEach((tap) => store.delete(tap.turn)));
  return taps.length;
}

async function noteUntil() {
  const left = (await kept()).map((tap) => tap.until);
  if (left.length) localStorage.setItem(KEPT_UNTIL, Math.max(...left));
  else localStorage.removeItem(KEPT_UNTIL);
}

function newNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

// What the page says

const unsent = document.getElementById("unsent");
const said = document.getElementById("said");
const over = document.getElementById("over");
const ended = document.getElementById("ended");
let why = "weak";

function say(text) {
  said.firstElementChild.textContent = text;
  said.hidden = !text;
}

async function showUnsent() {
  const taps = await mine();
  unsent.hidden = Boolean(asked) || (taps.length === 0 && why === "weak");
  unsent.querySelector("b").hidden = taps.length === 0;
  unsent.querySelector("[data-number]").textContent = taps.length;
  for (const words of unsent.querySelectorAll("[data-why]")) words.hidden = words.dataset.why !== why;
  const waiting = new Set(taps.map((tap) => tap.act));
  for (const button of board.querySelectorAll("button[name=act]")) {
    button.classList.toggle("waiting", waiting.has(button.value));
  }
}

function show(answer) {
  const held = board.contains(document.activeElement) ? document.activeElement.value : null;
  board.innerHTML = answer.board;
  board.dataset.mark = answer.mark;
  if (held) board.querySelector(`button[value="${CSS.escape(held)}"]`)?.focus();
  showUnsent();
}

// Sending

let sending = false;
let again = false; // somebody wished to send while something was being sent
let asked = null;
let finished = false;
let pause = FIRST_PAUSE;
let timer = 0;

function later(seconds) {
  clearTimeout(timer);
  timer = setTimeout(send, seconds ? seconds * 1000 : pause * (0.5 + Math.random() / 2));
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

function now() {
  pause = FIRST_PAUSE;
  clearTimeout(timer);
  send();
}

// One page of this phone sends at a time; the nonce holds where two do.
function alone(work) {
  return navigator.locks ? navigator.locks.request(DATABASE, { ifAvailable: true }, (lock) => lock ? work() : later()) : work();
}

async function send() {
  again = sending;
  if (sending || asked || finished) return;
  sending = true;
  try {
    await alone(sendAll);
  } catch {
    later();
  }
  sending = false;
  if (again) send();
}

async function sendAll() {
  for (;;) {
    const [tap] = await mine();
    if (!tap) break;
    const reply = await sent(tap);
    if (!reply || !await settled(tap, reply)) break;
    pause = FIRST_PAUSE;
  }
  await noteUntil();
  await showUnsent();
}

function ask(path, options = {}) {
  const signal = AbortSignal.timeout(SEND_SECONDS * 1000);
  return fetch(path + query, { credentials: "same-origin", redirect: "manual", cache: "no-store", signal, ...options });
}

async function sent(tap) {
  const { act, nonce, nickname, above } = tap;
  const words = { act, nonce, _csrf_token: form.elements._csrf_token.value };
  if (nickname) words.nickname = nickname;
  if (above) words.above = "yes";
  try {
    const reply = await ask(`${base}/taps`, { method: "POST", body: new URLSearchParams(words) });
    return reply.ok ? { ...await reply.json(), ok: true } : reply;
  } catch {
    // That what was not sent goes with whoever leaves stays said.
    if (why !== "leaving") why = "weak";
    later();
    return null;
  }
}

// Whether the next tap may be sent.
async function settled(tap, reply) {
  if (!reply.ok) return refused(reply);
  why = "weak";
  if (reply.outcome === "ask") {
    question(tap, reply.message);
    return false;
  }
  await changed((store) => store.delete(tap.turn));
  say(reply.outcome === "refused" ? reply.message : "");
  if (reply.field === "nickname" && named && !named.elements.nickname.value) named.elements.nickname.value = tap.nickname;
  show(reply);
  return true;
}

async function refused(reply) {
  if (reply.status === 410) await end();
  else if (reply.type === "opaqueredirect" || reply.status === 401 || reply.status === 404) why = "signed-out";
  else if (reply.status === 403) return renewed();
  else later(Number(reply.headers.get("Retry-After")));
  return false;
}

// The token of the form went with the browser that was closed: the page gives a new one.
async function renewed() {
  const token = form.elements._csrf_token;
  try {
    const html = await (await ask(page)).text();
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("#taps [name=_csrf_token]");
    if (fresh && fresh.value !== token.value) {
      token.value = fresh.value;
      return true;
    }
    why = fresh ? "stale" : "signed-out";
  } catch {
    later();
  }
  return false;
}

async function end() {
  finished = true;
  const lost = await forget((tap) => tap.session === session);
  ended.querySelector("[data-number]").textContent = lost;
  ended.querySelector("[data-lost]").hidden = !lost;
  ended.hidden = false;
  board.replaceChildren();
  stream?.close();
  await noteUntil();
  await showUnsent();
}

function question(tap, about) {
  asked = tap;
  over.querySelector(".soft").textContent = about;
  over.hidden = false;
  over.focus();
}

over.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-answer]");
  if (!button || !asked) return;
  const tap = asked;
  const welcome = button.dataset.answer === "yes";
  await changed((store) => welcome ? store.put({ ...tap, above: true }) : store.delete(tap.turn));
  asked = null;
  over.hidden = true;
  now();
});

// Tapping

// A person comes once: the same tap on them waits already.
function isRepeated(act, taps) {
  return /^(came|mistap|left|back):/.test(act) && taps.at(-1)?.act === act;
}

async function keep(act, nickname) {
  if (isRepeated(act, await mine())) return;
  const tap = { session, act, nonce: newNonce(), until };
  if (nickname) tap.nickname = nickname;
  localStorage.setItem(KEPT_UNTIL, Math.max(until, Number(localStorage.getItem(KEPT_UNTIL))));
  await changed((store) => store.add(tap));
  if (why === "leaving") why = "weak";
  await showUnsent();
  now();
}

// A browser that keeps nothing sends the form as it would without this script.
let keeps = true;

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.value || !keeps) return;
  event.preventDefault();
  if (!finished) keep(button.value).catch(() => { keeps = false; form.requestSubmit(button); });
});

named?.addEventListener("submit", (event) => {
  const { nickname, act } = named.elements;
  if (!nickname.value.trim() || !keeps) return;
  event.preventDefault();
  if (finished) return;
  keep(act.value, nickname.value).then(
    () => { nickname.value = ""; },
    () => { keeps = false; named.requestSubmit(); },
  );
});

// Leaving takes what is kept along, so it is said once before.
for (const leaving of document.querySelectorAll("form[data-leaves], form[action='/staff/sign-out']")) {
  leaving.addEventListener("submit", async (event) => {
    if (leaving.dataset.told) return;
    event.preventDefault();
    if ((await mine()).length && why !== "leaving") {
      why = "leaving";
      await showUnsent();
      return;
    }
    await forget(() => true);
    await noteUntil();
    leaving.dataset.told = "yes";
    leaving.submit();
  });
}

// What others change

let stream = null;
let heard = 0;
let wanted = board.dataset.mark;
let fetching = false;

async function refresh() {
  if (fetching || finished || wanted === board.dataset.mark) return;
  fetching = true;
  try {
    const reply = await ask(`${base}/board`);
    if (reply.ok) show(await reply.json());
    else if (reply.status === 410) await end();
    wanted = board.dataset.mark;
  } catch { /* the next mark asks again */ } finally {
    fetching = false;
  }
}

function changedTo(mark) {
  wanted = mark;
  refresh();
  if (unsent.hidden === false) now();
}

function listen() {
  stream = new EventSource(`${base}/live`);
  stream.addEventListener("open", () => { heard = Date.now(); });
  stream.addEventListener("mark", (event) => { heard = Date.now(); changedTo(event.data); });
  stream.addEventListener("ended", () => { stream.close(); askMark(); });
}

// A stream that was closed, or never came through, is done without.
function poll() {
  if (finished || document.hidden || stream?.readyState === EventSource.OPEN) return;
  if (stream?.readyState === EventSource.CONNECTING && Date.now() - heard < STREAM_SECONDS * 1000) return;
  askMark();
}

// What the door is at; or why it is not for this page any more.
async function askMark() {
  try {
    const reply = await ask(`${base}/live`);
    if (reply.ok) changedTo(await reply.text());
    else await refused(reply);
    await showUnsent();
  } catch { /* no line: the next time */ }
}

window.addEventListener("online", now);
window.addEventListener("pageshow", now);
document.addEventListener("visibilitychange", () => { if (!document.hidden) now(); });
setInterval(poll, ASK_EVERY);
if (until - Date.now() < LONGEST_TIMER) setTimeout(end, Math.max(until - Date.now(), 0));
heard = Date.now();
listen();
forget((tap) => tap.until <= Date.now()).then(noteUntil).then(showUnsent).then(now, () => { keeps = false; });
