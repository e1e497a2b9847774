/** Days and months on the wall clock of a time zone, with nothing but what JavaScript itself knows. Instants are milliseconds. */

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MOST_WALLS = 20_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, made);
  return made;
}

const walls = new Map<string, Wall>();

/** The same few instants are asked for again and again, and a format takes long: each is read once. */
function wallOf(instant: number, timeZone: string): Wall {
  const key = `${instant} ${timeZone}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  const wall = readWall(instant, timeZone);
  if (walls.size >= MOST_WALLS) walls.clear();
  walls.set(key, wall);
  return wall;
}

function readWall(instant: number, timeZone: string): Wall {
  const read: Record<string, number> = {};
  for (const part of formatOf(timeZone).formatToParts(new Date(instant))) read[part.type] = Number(part.value);
  return {
    year: read["year"] ?? Number.NaN,
    month: read["month"] ?? Number.NaN,
    day: read["day"] ?? Number.NaN,
    hour: read["hour"] ?? Number.NaN,
    minute: read["minute"] ?? Number.NaN,
    second: read["second"] ?? Number.NaN,
  };
}

/** The wall's digits read as if they were UTC. Months and days beyond their range carry over, as Date.UTC does. */
function asUtc(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

function offsetAt(instant: number, timeZone: string): number {
  return asUtc(wallOf(instant, timeZone)) - Math.floor(instant / 1000) * 1000;
}

/** A time that a change of clocks skips moves forward by what was skipped; of a time that comes twice the earlier one counts. */
function instantOf(wall: Wall, timeZone: string): number {
  const digits = asUtc(wall);
  const dayInMs = 24 * 60 * 60 * 1000;
  const before = digits - offsetAt(digits - dayInMs, timeZone);
  const after = digits - offsetAt(digits + dayInMs, timeZone);
  const fitting = [before, after].filter((instant) => asUtc(wallOf(instant, timeZone)) === digits);
  return fitting.length === 0 ? before : Math.min(...fitting);
}

export function addDays(instant: number, days: number, timeZone: string): number {
  const wall = wallOf(instant, timeZone);
  return instantOf({ ...wall, day: wall.day + days }, timeZone);
}

/** The 31st of a shorter month is its last day. */
export function addMonths(instant: number, months: number, timeZone: string): number {
  const wall = wallOf(instant, timeZone);
  const lastDay = new Date(Date.UTC(wall.year, wall.month - 1 + months + 1, 0)).getUTCDate();
  return instantOf({ ...wall, month: wall.month + months, day: Math.min(wall.day, lastDay) }, timeZone);
}

function nameOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The day `YYYY-MM-DD` that a calendar on the wall shows. */
export function dayOf(instant: number, timeZone: string): string {
  const wall = wallOf(instant, timeZone);
  return nameOf(new Date(Date.UTC(wall.year, wall.month - 1, wall.day)));
}

export function addBusinessDays(instant: number, days: number, timeZone: string, holidays: readonly string[]): number {
  const wall = wallOf(instant, timeZone);
  let later = 0;
  let counted = 0;
  while (counted < days) {
    later += 1;
    const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + later));
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!weekend && !holidays.includes(nameOf(date))) counted += 1;
  }
  return instantOf({ ...wall, day: wall.day + later }, timeZone);
}

/** The last second of a day. */
export function endOfDay(day: string, timeZone: string): number {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split("-").map(Number);
  return instantOf({ year, month, day: date + 1, hour: 0, minute: 0, second: 0 }, timeZone) - 1000;
}

/** Every day from one instant's to another's, both included. */
export function daysBetween(from: number, until: number, timeZone: string): readonly string[] {
  const last = dayOf(until, timeZone);
  const wall = wallOf(from, timeZone);
  const days: string[] = [];
  for (let later = 0; ; later += 1) {
    const day = nameOf(new Date(Date.UTC(wall.year, wall.month - 1, wall.day + later)));
    if (day > last) return days;
    days.push(day);
  }
}
