// Says aloud, politely and once each, when five, two and one minutes are left for an answer.
import { _n } from "../words.js";
import { announce } from "./page.js";
import { injects, isOpen } from "./story.js";
import { realLeft } from "./times.js";

const MINUTE = 60_000;
const MARKS = [5, 2, 1];
const said = new Set();

export function tellDeadlines() {
  for (const record of injects.values()) {
    if (!isOpen(record) || record.deadlineAt === null) continue;
    const left = realLeft(record);
    const n = MARKS.find((mark) => left <= mark * MINUTE && left > mark * MINUTE - 5000);
    const key = `${record.inject.id} ${n} ${record.deadlineAt}`;
    if (!n || said.has(key)) continue;
    said.add(key);
    const { title } = record.inject;
    announce(_n("%(n)s minute left for “%(title)s”", "%(n)s minutes left for “%(title)s”", n, { title }));
  }
}
