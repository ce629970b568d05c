// When what was missed comes back: after 1, 3 and 7 days. Then it counts as learnt.

const DAYS = [1, 3, 7];
const DAY_MS = 86_400_000;

// The number of today, as people count days where they are.
export function today() {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS);
}

// `entries` has, by name, the `stage` of what was missed and the `day` on which it comes back.
export function missed(entries, name) {
  entries[name] = { stage: 0, day: today() + DAYS[0] };
}

// Right before it was due, it still comes back then: remembering for a minute is no remembering.
export function right(entries, name) {
  const entry = entries[name];
  if (!entry || entry.day > today()) {
    return;
  }
  if (entry.stage + 1 === DAYS.length) {
    delete entries[name];
    return;
  }
  const stage = entry.stage + 1;
  entries[name] = { stage, day: today() + DAYS[stage] };
}

// Those that have come back, the longest waiting first.
export function due(entries) {
  const names = Object.keys(entries).filter((name) => entries[name].day <= today());
  return names.sort((a, b) => entries[a].day - entries[b].day);
}

export function asDate(day) {
  const options = { day: "numeric", month: "long", timeZone: "UTC" };
  return new Date(day * DAY_MS).toLocaleDateString("en-GB", options);
}
