// Adds a button that shows what is typed into a password field: <input type="password" data-show="見せる" data-hide="かくす">.
for (const field of document.querySelectorAll("input[data-show]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn second slim";
  button.textContent = field.dataset.show;
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => {
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    button.textContent = hidden ? field.dataset.hide : field.dataset.show;
  });
  field.form.addEventListener("submit", () => { field.type = "password"; });
  field.after(button);
}
