// Keys for the desk, and checks while one writes. Without this script every form works all the same.
const writes = (target) => target.closest("input:not([type=hidden]), select, textarea");
const queue = () => [...document.querySelectorAll("#queue ol a")];

function step(by) {
  const links = queue();
  const at = links.findIndex((link) => link.getAttribute("aria-current"));
  links.at(Math.max(0, Math.min(links.length - 1, at + by)))?.click();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: () => document.getElementById("names")?.focus(),
  r: () => document.querySelector("[data-key=r]")?.click(),
  m: () => document.querySelector("[data-key=m]")?.click(),
  d: () => (document.getElementById("twice") ? document.getElementById("twice").focus() : document.querySelector("[data-key=d]")?.click()),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (button) {
    // Where a reason is needed one writes it first; a decision is made by Enter, never by the letter alone.
    const field = button.form.querySelector("input[required]");
    (field ?? button).focus();
  } else if (Object.hasOwn(keys, event.key)) keys[event.key]();
  else return;
  event.preventDefault();
});

for (const form of document.querySelectorAll("form[data-check]")) {
  let waiting;
  const check = async () => {
    const response = await fetch("/desk/check", { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!response.ok) return;
    for (const [name, { fits, text }] of Object.entries(await response.json())) {
      const told = form.querySelector(`[data-told="${name}"]`);
      if (!told) continue;
      told.textContent = text;
      told.classList.toggle("wrong", !fits);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void check().catch(() => {}), 250);
  });
}
