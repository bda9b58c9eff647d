// The organiser's field answers while typing. The form is posted to data-reading, and the answer, a fragment of
// HTML from our own server, stands in the element that data-reading-into names:
//   <form data-reading="/staff/…/read" data-reading-into="reading"> … <div id="reading" aria-live="polite">
// Fields with data-read ask again when they change; buttons with data-read are sent along instead of the whole page.
// Without this script the same buttons send the form, and the page comes back with the same answer.
const PAUSE = 350;

function attach(form) {
  const answer = document.getElementById(form.dataset.readingInto);
  let timer = 0;
  let asked = new AbortController();

  async function ask(button) {
    asked.abort();
    asked = new AbortController();
    const words = new URLSearchParams(new FormData(form));
    if (button && button.name) words.append(button.name, button.value);
    try {
      const reply = await fetch(form.dataset.reading, {
        method: "POST", body: words, signal: asked.signal, credentials: "same-origin",
      });
      if (reply.ok || reply.status === 422) answer.innerHTML = await reply.text();
    } catch { /* what was typed stays, and the button without script still works */ }
  }

  form.addEventListener("input", (event) => {
    if (!event.target.matches("[data-read]") || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(), PAUSE);
  });
  form.addEventListener("compositionend", (event) => {
    if (!event.target.matches("[data-read]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (!event.submitter || !event.submitter.matches("[data-read]")) return;
    event.preventDefault();
    clearTimeout(timer);
    ask(event.submitter);
  });
}

for (const form of document.querySelectorAll("form[data-reading]")) attach(form);
