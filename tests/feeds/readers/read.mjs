// Reads feeds as two JavaScript calendars do: {reader: {file: {name, events}}} as JSON on stdout, for files given as arguments.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const two = (number) => String(number).padStart(2, "0");
const day = (year, month, date) => `${year}-${two(month)}-${two(date)}`;
const TOKYO = 9 * 3600 * 1000;

// An instant as local time in Tokyo, to the minute.
function local(instant) {
  const shifted = new Date(instant.getTime() + TOKYO);
  return shifted.toISOString().slice(0, 16);
}

function icalTime(time) {
  if (!time) return null;
  return time.isDate ? day(time.year, time.month, time.day) : local(time.toJSDate());
}

// It knows neither as a text unless it is told, and then leaves the signs escaped.
for (const name of ["name", "x-wr-calname"]) ICAL.design.icalendar.property[name] = { defaultType: "text" };

function withIcalJs(text) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const value = (event, name) => event.getFirstPropertyValue(name) ?? "";
  const events = calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: value(event, "uid"),
    summary: value(event, "summary"),
    location: value(event, "location"),
    status: value(event, "status"),
    start: icalTime(event.getFirstPropertyValue("dtstart")),
    end: icalTime(event.getFirstPropertyValue("dtend")),
    days: event.getFirstPropertyValue("dtstart").isDate,
  }));
  return { name: calendar.getFirstPropertyValue("name"), events };
}

function nodeTime(time, whole) {
  if (!time) return null;
  return whole ? day(time.getFullYear(), time.getMonth() + 1, time.getDate()) : local(time);
}

function withNodeIcal(text) {
  const found = nodeIcal.sync.parseICS(text);
  const entries = Object.values(found);
  const events = entries.filter((each) => each.type === "VEVENT").map((event) => {
    const whole = event.datetype === "date";
    // It makes up an end where a feed gives none.
    const end = /\n(DTEND)/.test(lines(text, event.uid)) ? nodeTime(event.end, whole) : null;
    return {
      uid: event.uid,
      summary: event.summary ?? "",
      location: event.location ?? "",
      status: event.status ?? "",
      start: nodeTime(event.start, whole),
      end,
      days: whole,
    };
  });
  return { name: found.vcalendar?.["WR-CALNAME"] ?? null, events };
}

// The lines of one event.
function lines(text, uid) {
  const all = text.replaceAll("\r\n ", "");
  const at = all.indexOf(`\r\nUID:${uid}\r\n`);
  return all.slice(at, all.indexOf("END:VEVENT", at));
}

const read = (reader) =>
  Object.fromEntries(process.argv.slice(2).map((file) => [file, reader(readFileSync(file, "utf8"))]));
process.stdout.write(JSON.stringify({ "ical.js": read(withIcalJs), "node-ical": read(withNodeIcal) }));
