// Runs before GraphiQL: where its workers are, and how its editor may style what it draws.
const given = JSON.parse(document.getElementById("explorer").textContent);
globalThis.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => given.workers[label] };

// Monaco writes styles into markup and into style elements, which the page's policy takes from nobody. Here they come from script instead, as the policy allows:
// properties by the object model, and sheets that are made, not parsed from the page.
{
  const kept = "data-kept-style";
  const tag = /<[a-z][^<>]*\sstyle=[^<>]*>/gi;
  const keep = (markup) => String(markup).replace(tag, (found) => found.replace(/\sstyle=/i, ` ${kept}=`));
  const settle = (root) => {
    for (const element of root.querySelectorAll(`[${kept}]`)) {
      element.style.cssText = element.getAttribute(kept);
      element.removeAttribute(kept);
    }
  };
  const { set, ...inner } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
  Object.defineProperty(Element.prototype, "innerHTML", {
    ...inner,
    set(markup) {
      set.call(this, keep(markup));
      settle(this);
    },
  });
  const insert = Element.prototype.insertAdjacentHTML;
  Element.prototype.insertAdjacentHTML = function (where, markup) {
    insert.call(this, where, keep(markup));
    settle(this.parentNode ?? this);
  };
  const assign = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else assign.call(this, name, value);
  };

  const sheets = new WeakMap();
  const sheetOf = (element) => {
    if (!sheets.has(element)) {
      sheets.set(element, new CSSStyleSheet());
      document.adoptedStyleSheets.push(sheets.get(element));
    }
    return sheets.get(element);
  };
  const text = {
    get() {
      return Array.from(sheetOf(this).cssRules, ({ cssText }) => cssText).join("\n");
    },
    set(css) {
      sheetOf(this).replaceSync(css);
    },
  };
  Object.defineProperties(HTMLStyleElement.prototype, {
    textContent: text,
    innerText: text,
    sheet: {
      get() {
        return sheetOf(this);
      },
    },
    appendChild: {
      value(node) {
        this.textContent += node.data;
        return node;
      },
    },
  });
  const append = ShadowRoot.prototype.appendChild;
  ShadowRoot.prototype.appendChild = function (node) {
    if (sheets.has(node)) this.adoptedStyleSheets.push(sheets.get(node));
    return append.call(this, node);
  };
  new MutationObserver((changes) => {
    const gone = new Set(changes.flatMap(({ removedNodes }) => [...removedNodes]).map((node) => sheets.get(node)));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !gone.has(sheet));
  }).observe(document.head, { childList: true });
}
