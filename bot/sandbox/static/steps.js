// The panel that leads through the day, and what the clock goes to next.
import { element } from "./bubble.js";
import { DAY, DEEDS, hour } from "./day.js";
import { moment } from "./words.js";

const at = (id) => document.getElementById(id);
const clock = (page, time) => moment(new Date(time).toISOString(), page.language, page.zone, { hour: "2-digit", minute: "2-digit" });
const isDone = (page, step) => page.desk.steps[step.name];

/** The first step that is not done; the last where all are. */
const current = (page) => Math.max(0, [...DAY.keys()].find((number) => !isDone(page, DAY[number])) ?? DAY.length - 1);

/** The panel. It shows the current step until somebody looks at another, and the current one again once that is done. */
export class Steps {
  /** `page` gives `desk`, `words`, `language`, `zone`, `now()`, and does `open(as)` and `advance(seconds)`. */
  constructor(page) {
    this.page = page;
    this.looked = null; // a step that somebody chose to look at
    this.before = 0; // the current step when the panel was last drawn
    at("back").onclick = () => this.look(this.shown - 1);
    at("on").onclick = () => this.look(this.shown + 1);
  }

  get shown() {
    return this.looked ?? current(this.page);
  }

  look(number) {
    this.looked = Math.min(DAY.length - 1, Math.max(0, number));
    this.draw();
  }

  draw() {
    const now = current(this.page);
    if (now !== this.before) this.looked = null;
    this.before = now;
    const state = JSON.stringify([this.page.language, this.page.desk.opened, this.shown, this.page.desk.steps]);
    if (at("steps").dataset.state === state) return;
    at("steps").dataset.state = state;
    at("steps").replaceChildren(...DAY.map((step, number) => this.chip(step, number)));
    this.task(DAY[this.shown], this.shown);
  }

  chip(step, number) {
    const { page } = this;
    const item = element("li", isDone(page, step) ? "step done" : number === current(page) ? "step current" : "step");
    const button = element("button", "", page.words.steps[step.name].short);
    const time = clock(page, hour(page, step.at));
    button.type = "button";
    button.prepend(element("small", "", isDone(page, step) ? `✓ ${time}` : time));
    button.setAttribute("aria-label", [time, page.words.steps[step.name].title, isDone(page, step) && page.words.done].filter(Boolean).join(" · "));
    button.setAttribute("aria-pressed", String(number === this.shown));
    button.onclick = () => { this.look(number); at("steps").children[number].firstElementChild.focus(); };
    item.append(button);
    if (number === current(page) && !isDone(page, step)) item.setAttribute("aria-current", "step");
    return item;
  }

  task(step, number) {
    const { page } = this;
    const words = page.words.steps[step.name];
    const finished = isDone(page, step) ? ` · ✓ ${page.words.done}` : "";
    at("count").textContent = `${page.words.invented} · ${number + 1}/${DAY.length} · ${clock(page, hour(page, step.at))}${finished}`;
    at("task-title").textContent = words.title;
    at("task-text").textContent = words.text;
    at("back").disabled = number === 0;
    at("on").disabled = number === DAY.length - 1;
    at("deeds").replaceChildren(...step.deeds(page.desk.steps).map((name) => {
      const button = element("button", "", page.words.deeds[name]);
      button.type = "button";
      button.onclick = () => this.go(step, DEEDS[name]);
      return button;
    }));
  }

  /** Wait until the step's hour, open the phone, and put there what is to be sent. */
  async go(step, deed) {
    const { page } = this;
    const seconds = deed.seconds ?? Math.ceil((hour(page, deed.at ?? step.at) - page.now()) / 1000);
    const phone = page.open(deed.as);
    if (seconds > 0) await page.advance(seconds);
    if (deed.says) phone.insert(deed.says(page, phone));
    else if (!deed.jumps) phone.toEnd();
  }
}

/** The next moment at which something happens, and what: by itself, or because a step of the day is due. */
export function coming(page) {
  const dues = page.desk.next.map((due) => ({ at: Date.parse(due.at), word: dueWord(page, due) }));
  const steps = DAY.filter((step) => !isDone(page, step)).map((step) => ({ at: hour(page, step.at), word: page.words.steps[step.name].short }));
  return [...dues, ...steps].filter((each) => each.word && each.at > page.now()).sort((a, b) => a.at - b.at)[0];
}

/** What is due, in the page's words; nothing for the desk's own housekeeping. */
export function dueWord(page, due) {
  if (due.what !== "outbox") return page.words.dues[due.what] ?? "";
  const time = clock(page, Date.parse(due.at)).replace(":", ".");
  return page.words.digests[time] ?? page.words.dues.outbox;
}
