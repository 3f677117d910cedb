// Starts GraphiQL with the tour, gives every operation the key that was entered, and shows the first answer, which came with the page.
{
  const { endpoint, schema, tabs, answer, words } = given;
  const field = document.querySelector("#key input");
  const told = document.getElementById("key-told");
  const placeholder = /^(?:prd_)?(?:[.…x*]+|<.*>|\$?\{.*\}|.*your.*key.*|key)$/i;
  // The key is in this variable and in the field, and nowhere else.
  let key = "";
  field.addEventListener("input", () => {
    const entered = field.value.trim().replace(/^bearer\s+/i, "");
    const isPlaceholder = placeholder.test(entered);
    key = isPlaceholder ? "" : entered;
    told.textContent = isPlaceholder ? words.placeholder : key ? words.held : words.none;
    told.classList.toggle("wrong", isPlaceholder);
  });
  document.getElementById("key").addEventListener("submit", (event) => event.preventDefault());

  // What is being written outlives a reload, and not the tab of the browser: whoever sits at this machine next shall not read it.
  const storage = sessionStorage;
  const state = JSON.parse(storage.getItem("graphiql:tabState") ?? "null");
  const open = state?.tabs[state.activeTabIndex] ?? tabs[0];

  const send = globalThis.fetch;
  let first = open.query === tabs[0].query && (open.variables ?? null) === (tabs[0].variables ?? null) ? answer : null;
  globalThis.fetch = (address, init = {}) => {
    if (new URL(address, location.href).pathname !== endpoint) return send(address, init);
    const known = first;
    first = null;
    if (known !== null && !key) return Promise.resolve(new Response(known, { headers: { "content-type": "application/json" } }));
    const headers = new Headers(init.headers);
    if (key && !headers.has("authorization")) headers.set("authorization", `Bearer ${key}`);
    return send(address, { ...init, headers });
  };

  // GraphiQL looks at which operation a tab holds a tenth of a second after it is opened, and would look for that of the tab before in it; whoever plays sooner waits for that.
  const lookMilliseconds = 150;
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  let [opened, looking, pressed] = [0, false, null];
  const looked = (tab) => {
    if (tab !== opened) return;
    looking = false;
    const button = pressed;
    pressed = null;
    button?.click();
  };
  document.addEventListener(
    "click",
    (event) => {
      if (event.target.closest(".graphiql-tab")) {
        const tab = (opened += 1);
        looking = true;
        whenIdle(() => setTimeout(looked, lookMilliseconds, tab));
      }
      const button = event.target.closest(".graphiql-execute-button");
      if (button === null || !looking) return;
      event.stopImmediatePropagation();
      pressed = button;
    },
    true,
  );

  /** Runs what is open, if it only reads: its answer shall be there without a click. */
  const show = () => {
    const play = document.querySelector(".graphiql-execute-button");
    if (!play) requestAnimationFrame(show);
    else if (/^\s*(?:#.*\n\s*)*(?:query|\{)/.test(open.query ?? "")) play.click();
  };
  const start = (known) => {
    YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
      ...{ endpoint, storage, title: "Paradero", defaultTabs: tabs, shouldPersistHeaders: false, showPersistHeadersSettings: false },
      // GraphiQL finds the tab to open by these.
      ...{ query: open.query, variables: open.variables },
      ...(known && { schema: known }),
    });
    show();
  };
  const loaded = schema === null ? Promise.resolve(null) : send(schema).then((response) => response.json());
  void loaded.catch(() => null).then(start);
}
