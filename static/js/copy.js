// Shows the buttons that copy an address: <button hidden data-copy="id of the address" data-done="写しました">.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  const label = button.textContent;
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const address = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(address.textContent.trim());
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 4000);
  });
}
