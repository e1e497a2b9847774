export { addDuration } from "./add-duration.ts";
export { type Calendar, calendarOf, type Weekday } from "./calendar.ts";
export { dayOf, endOfDay, isBusinessDay, startOfDay } from "./day.ts";
export { afterDeadline, isAfterDeadline } from "./deadline.ts";
export { formatDay, formatInstant } from "./format.ts";
export { type Meeting, type Meetings, meetingsBetween, nextMeeting } from "./meetings.ts";
export { freezeAt, reviewWindowAt } from "./windows.ts";
