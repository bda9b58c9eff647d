// The organiser's field answers while typing. The form is posted to data-reading, and the answer, a fragment of
// HTML from our own server, stands in the element that data-reading-into names:
//   <form data-reading="/staff/…/read" data-reading-into="reading"> … <div id="reading">
// Fields with data-read ask again when they change; buttons with data-read are sent along instead of the whole page.
// Where an answer was pressed, data-words of the fragment has the words with it, for the field.
// What the fragment marks with data-said is spoken: it goes into the element reading-said (role=status), if there is one.
// Without this script the same buttons send the form, and the page comes back with the same answer.
const PAUSE = 350;

// The focus stays where it was: on the same date, or on the same field.
function place(answer, button, field) {
  const day = button && button.value.split(":")[1];
  const next = day
    ? answer.querySelector(`input[name="to-${CSS.escape(day)}"], button[value$=":${CSS.escape(day)}"]`)
    : button ? answer.querySelector(`[value="${CSS.escape(button.value)}"], input:not([type="hidden"])`)
    : field && answer.querySelector(`#${CSS.escape(field)}`);
  const heard = next || (button && answer.querySelector("[data-said]"));
  if (!heard) return;
  if (!next) heard.tabIndex = -1;
  heard.focus();
}

function attach(form) {
  const answer = document.getElementById(form.dataset.readingInto);
  const said = document.getElementById(`${form.dataset.readingInto}-said`);
  let timer = 0;
  let asked = new AbortController();

  function show(html, button) {
    const held = answer.contains(document.activeElement);
    const field = held ? document.activeElement.id : "";
    answer.innerHTML = html;
    if (held) place(answer, button, field);
    const put = answer.querySelector("[data-words]");
    if (put) form.elements.words.value = put.dataset.words;
    const words = answer.querySelector("[data-said]");
    if (said && words && said.textContent !== words.textContent) said.textContent = words.textContent;
  }

  async function ask(button) {
    clearTimeout(timer);
    asked.abort();
    asked = new AbortController();
    const words = new URLSearchParams(new FormData(form));
    if (button && button.name) words.append(button.name, button.value);
    try {
      const reply = await fetch(form.dataset.reading, {
        method: "POST", body: words, signal: asked.signal, credentials: "same-origin",
      });
      const html = await reply.text();
      if (reply.ok || reply.status === 422) show(html, button);
    } catch { /* what was typed stays, and the button without script still works */ }
  }

  function later(event) {
    if (!event.target.matches("[data-read]") || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  form.addEventListener("input", later);
  form.addEventListener("compositionend", later);
  form.addEventListener("submit", (event) => {
    if (!event.submitter || !event.submitter.matches("[data-read]")) return;
    event.preventDefault();
    ask(event.submitter);
  });
  // On a weak line the words may be there before this script is.
  const typed = (field) => field.matches("[data-read]") && "defaultValue" in field && field.value !== field.defaultValue;
  if ([...form.elements].some(typed)) ask();
}

for (const form of document.querySelectorAll("form[data-reading]")) attach(form);
