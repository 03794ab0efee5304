// What the page asks of the server, and what the server tells the page.

export class Refused extends Error {}

/** Do something by its name; the answer. Throws Refused where it can't be done. */
export async function act(name, what) {
  let answer;
  try {
    answer = await fetch(`/do/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(what),
    });
  } catch {
    throw new Refused("unreachable");
  }
  if (!answer.ok) throw new Refused((await answer.json().catch(() => ({}))).error);
  return answer.json();
}

export async function texts() {
  return (await fetch("/texts")).json();
}

/** Call `told` with each event, and `reached` with whether there is a connection. */
export function listen(told, reached) {
  const events = new EventSource("/events");
  events.onmessage = (event) => told(JSON.parse(event.data));
  events.onopen = () => reached(true);
  events.onerror = () => reached(false);
}
