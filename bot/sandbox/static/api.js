// The JSON API, as any script may use it.
const BASE = "/sandbox/api";

/** Ask the desk; an Error with its sentence where it refuses. */
async function ask(path, language, options = {}) {
  const headers = { "Accept-Language": language, ...options.headers };
  const answer = await fetch(BASE + path, { ...options, headers });
  const found = await answer.json();
  if (!answer.ok) throw new Refused(found.error);
  return found;
}

/** The desk answered, and said no. */
export class Refused extends Error {}

const posted = (facts) => ({
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(facts),
});

export const people = (language) => ask("/people", language);
export const desk = (language) => ask("/desk", language);
export const chat = (person, after, language) => ask(`/people/${person}/chat?after=${after}`, language);
export const press = (person, token, language) => ask(`/people/${person}/press`, language, posted({ token }));
export const advance = (seconds, language) => ask("/clock", language, posted({ advance_seconds: seconds }));
export const again = (language) => ask("/again", language, posted({}));

/** Words, files or both. */
export function say(person, text, files, language) {
  if (!files.length) return ask(`/people/${person}/say`, language, posted({ text }));
  const body = new FormData();
  body.append("text", text);
  for (const file of files) body.append("files", file, file.name);
  return ask(`/people/${person}/say`, language, { method: "POST", body });
}
