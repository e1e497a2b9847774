const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** True for a YYYY-MM-DD that stands in the calendar. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const days = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year > 0 && day >= 1 && day <= days;
}

/** The day that a Created field begins with, as YYYY-MM-DD; null when it does not or there is no such day. */
export function parseDay(value: string): string | null {
  const day = /^[\s`*<]{0,3}(\d{4}-\d\d-\d\d)(?!\d)/.exec(value)?.[1];
  return day !== undefined && isDay(day) ? day : null;
}
