/** Talking to the sandbox server. Every answer is an object or a list; failures come back as {ok: false, error, detail}. */

async function ask(path, options) {
  try {
    const response = await fetch(`/sandbox/${path}`, options);
    const body = await response.json().catch(() => null);
    if (!response.ok && body?.ok !== false) return { ok: false, error: `http_${response.status}`, detail: body?.detail };
    return body;
  } catch {
    return { ok: false, error: "unreachable" };
  }
}

export const get = (path, params = {}) => ask(`${path}?${new URLSearchParams(params)}`);

export const post = (path, body) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const upload = (fields, files) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value != null) form.append(name, value);
  for (const file of files) form.append("file", file, file.name);
  return ask("upload", { method: "POST", body: form });
};

/** Hears what happens in the workspace; `onGap` runs after each (re)connection, when something may have been missed. */
export function stream(onEvent, onGap) {
  const source = new EventSource("/sandbox/stream");
  source.onopen = onGap;
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  return source;
}

/** Runs `work` a moment after the last call, so that a burst of events costs one request. */
export function soon(work, wait = 40) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
