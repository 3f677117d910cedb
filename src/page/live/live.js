// Keeps an open page as it is now. It follows the feed; when something happened it loads its own address again and puts in what differs, marked, without moving what is being read.
const root = document.documentElement;
const words = JSON.parse(document.getElementById("live-words").textContent);
const status = document.querySelector(".status");
let heard = 0;

function tell(text) {
  status.classList.add("on");
  if (status.textContent !== text) status.textContent = text;
}

/** Loads this very address again, and takes over the parts that differ. The server answers 304 when nothing does. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
    if (!next || next.innerHTML === part.innerHTML.replaceAll(' class="changed"', "")) continue;
    // Whoever is at work in it is not disturbed; the next change brings it.
    if (part.contains(document.activeElement)) continue;
    replace(part, next);
    mark(part);
  }
}

/** What was opened stays open, and what is being read stays where it is. */
function replace(part, next) {
  const open = [...part.querySelectorAll("details")].map((details) => details.open);
  const before = part.getBoundingClientRect();
  part.replaceChildren(...next.childNodes);
  for (const [index, details] of part.querySelectorAll("details").entries()) details.open = open[index] ?? details.open;
  const grown = part.getBoundingClientRect().bottom - before.bottom;
  if (before.bottom <= 0 && grown !== 0) scrollBy(0, grown - (part.getBoundingClientRect().top - before.top));
}

/** Outlined until it has been looked at. */
function mark(part) {
  part.classList.add("changed");
  part.setAttribute("aria-label", words.changed);
  const seen = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting || document.hidden) return;
    seen.disconnect();
    setTimeout(() => {
      part.classList.remove("changed");
      part.removeAttribute("aria-label");
    }, 20000);
  });
  seen.observe(part);
}

/** What was taken back stays to be seen, with its reason. */
function correct(event) {
  const list = document.querySelector("[data-corrections]");
  if (!list || list.querySelector(`[data-event="${CSS.escape(event.eventId)}"]`)) return;
  const line = document.createElement("li");
  line.className = "correction";
  line.dataset.event = event.eventId;
  const name = event.release ? `${event.release.detainee.name}: ${words.states[event.afterState] ?? ""}` : words.withdrawn;
  line.textContent = `${words.retracted}: ${name}${event.publicNote ? `. ${event.publicNote}` : ""}`;
  list.prepend(line);
  list.hidden = false;
}

let pending;
let last = null;
/** A stream that was lost goes on behind its last event: the browser sends Last-Event-ID; where the stream had ended, it is said here. */
function follow() {
  const after = last === null ? "" : `&variables=${encodeURIComponent(JSON.stringify({ after: last }))}`;
  const source = new EventSource(`/graphql?documentId=${root.dataset.live}${after}`);
  source.addEventListener("next", ({ data }) => {
    heard = Date.now();
    const item = JSON.parse(data).data?.releaseFeed;
    if (!item) {
      // A cursor that is no longer kept: from now on, and the page as it is by now.
      last = null;
      return;
    }
    last = item.cursor;
    if (item.__typename === "ReleaseRetracted") correct(item);
    // Several at once are one look.
    clearTimeout(pending);
    pending = setTimeout(() => void refresh().catch(() => {}), item.__typename === "FeedBookmark" ? 0 : 150);
  });
  source.addEventListener("complete", () => {
    source.close();
    setTimeout(follow, 5000);
  });
  source.addEventListener("error", () => {
    tell(words.waiting);
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 5000);
  });
  source.addEventListener("open", () => {
    heard = Date.now();
    tell(words.on);
  });
  return source;
}

if (root.dataset.live) {
  follow();
  setInterval(() => {
    if (heard && !document.hidden) tell(words.seconds.replace("{}", String(Math.round((Date.now() - heard) / 1000))));
  }, 5000);
}
