"""Count a year anew, by SQL written by hand, and compare with the report: report_count.py DATABASE YEAR TODAY <JSON.

Nothing of the program is used: what the statuses mean, which mark decides and which département a
town has is said here once more. Prints what differs, and ends with 1 when anything does.
"""
import json
import sqlite3
import sys

path, year, today = sys.argv[1:4]
figures = json.load(sys.stdin)
db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
wrong = 0

# Who was where: the last mark that no other takes back (none of ours takes back a taking back).
db.executescript("""
CREATE TEMP TABLE standing AS SELECT m.* FROM presence_mark m WHERE m.retracts IS NULL AND NOT EXISTS
  (SELECT 1 FROM presence_mark r WHERE r.attendee_id = m.attendee_id AND r.retracts = m.nonce);
CREATE INDEX standing_of ON standing (attendee_id, half_day_id);
CREATE TEMP TABLE was_there AS SELECT s.attendee_id, s.half_day_id FROM standing s
  WHERE s.state = 'present' AND NOT EXISTS (SELECT 1 FROM standing t WHERE t.attendee_id = s.attendee_id
  AND t.half_day_id = s.half_day_id AND (t.happened_at, t.nonce) > (s.happened_at, s.nonce));
""")
db.execute("CREATE TEMP TABLE asked (year TEXT, today TEXT)")
db.execute("INSERT INTO asked VALUES (?, ?)", (year, today))
db.executescript("""
CREATE TEMP TABLE held AS SELECT e.* FROM event e, asked WHERE substr(e.start_date, 1, 4) <= asked.year
  AND substr(coalesce(e.end_date, e.start_date), 1, 4) >= asked.year
  AND (e.status IN ('held', 'accounted', 'archived') OR (e.status = 'announced' AND e.start_date <= asked.today));
CREATE TEMP TABLE half AS SELECT h.id, h.counts_halves, d.id AS day, d.event_id AS event, d.date, v.town, v.department
  FROM half_day h JOIN event_day d ON d.id = h.day_id JOIN held ON held.id = d.event_id
  LEFT JOIN venue v ON v.id = d.venue_id, asked WHERE substr(d.date, 1, 4) = asked.year
  AND (held.status <> 'announced' OR d.date <= asked.today);
CREATE TEMP TABLE came AS SELECT a.id, a.person_id, a.organisation_id, a.event_id, half.counts_halves, half.date,
  o.family, o.level, coalesce(a.department, o.department) AS department
  FROM was_there w JOIN attendee a ON a.id = w.attendee_id JOIN half ON half.id = w.half_day_id
  LEFT JOIN organisation o ON o.id = a.organisation_id WHERE a.part = 'participant';
CREATE TEMP TABLE signed AS SELECT DISTINCT half.event AS id FROM standing s JOIN half ON half.id = s.half_day_id
  JOIN attendee a ON a.id = s.attendee_id WHERE a.part = 'participant' AND s.state <> 'unknown';
CREATE TEMP TABLE expected AS SELECT a.* FROM attendee a JOIN held ON held.id = a.event_id
  WHERE a.status = 'registered' AND a.part = 'participant' AND a.origin NOT IN ('walk_in', 'door');
""")


def one(sql, *args):
    return db.execute(sql, args).fetchone()[0] or 0


def told(section, figure, line=None, part=None):
    for row in figures:
        if (row["section"], row["figure"], row["line"], row["part"]) == (section, figure, line, part):
            return row["value"]
    return 0  # a line of which nothing is to be told is left out


def same(what, ours, theirs):
    global wrong
    if (ours or 0) != theirs:
        wrong += 1
        print(f"{year}, {what}: the report says {ours}, SQL {theirs}")


signed = one("SELECT count(*) FROM signed")
summary = {
    "events": "SELECT count(*) FROM held",
    "actions": "SELECT count(DISTINCT coalesce(cycle_id, id)) FROM held",
    "days": "SELECT count(DISTINCT day) FROM half",
    "half_days": "SELECT sum(counts_halves) / 2.0 FROM half",
    "registered": "SELECT count(*) FROM expected",
    "present": "SELECT count(DISTINCT id) FROM came",
    "participations": "SELECT sum(counts_halves) / 2.0 FROM came",
    "people": "SELECT count(DISTINCT person_id) FROM came",
    "organisations": "SELECT count(DISTINCT organisation_id) FROM came",
    "no_shows": "SELECT count(*) FROM expected WHERE event_id IN (SELECT id FROM signed) AND id NOT IN "
    "(SELECT id FROM came)",
    "counted": "SELECT sum(counted_attendance) FROM held WHERE id NOT IN (SELECT id FROM signed)",
    "estimated": "SELECT sum(estimated_attendance) FROM held WHERE counted_attendance IS NULL AND id NOT IN "
    "(SELECT id FROM signed)",
    "speakers": "SELECT count(DISTINCT s.person_id) FROM speaker s JOIN held ON held.id = s.event_id "
    "WHERE s.state = 'confirmed'",
    "partners": "SELECT count(DISTINCT p.organisation_id) FROM partner p JOIN held ON held.id = p.event_id",
}
for figure, sql in summary.items():
    same(figure, told("summary", figure), one(sql))

# Who was never seen before.
same("newcomers", told("summary", "newcomers"), one("""SELECT count(DISTINCT person_id) FROM came WHERE person_id NOT IN
  (SELECT a.person_id FROM was_there w JOIN attendee a ON a.id = w.attendee_id JOIN half_day h ON h.id = w.half_day_id
   JOIN event_day d ON d.id = h.day_id WHERE substr(d.date, 1, 4) < ?)""", year))

for month in range(1, 13):
    code = f"{month:02}"
    same(f"half-days of {code}", told("month", "half_days", code),
         one("SELECT sum(counts_halves) / 2.0 FROM half WHERE substr(date, 6, 2) = ?", code))
    same(f"people of {code}", told("month", "people", code),
         one("SELECT count(DISTINCT person_id) FROM came WHERE substr(date, 6, 2) = ?", code))
same("events without month", told("limits", "without_month"), one("SELECT count(*) FROM held WHERE length(start_date) = 4"))
same("events without date", told("limits", "without_date"), one("SELECT count(*) FROM event WHERE start_date IS NULL"))

region = [row[0] for row in db.execute(
    "SELECT code FROM territory WHERE type = 'department' AND parent = '76' ORDER BY code")]
for section, sql in (("place", "SELECT sum(counts_halves) / 2.0 FROM half WHERE department = ?"),
                     ("department", "SELECT count(DISTINCT id) FROM came WHERE department = ?")):
    lines = [row["line"] for row in figures if row["section"] == section]
    shown = [code for code in dict.fromkeys(lines) if code in region]
    same(f"départements of {section}", len(shown), 13)
    for code in region:
        same(f"{section} {code}", told(section, "half_days" if section == "place" else "present", code), one(sql, code))

for (family,) in db.execute("SELECT DISTINCT family FROM organisation WHERE family IS NOT NULL").fetchall():
    same(f"present of {family}", told("family", "present", family),
         one("SELECT count(DISTINCT id) FROM came WHERE family = ?", family))
    same(f"registered of {family}", told("family", "registered", family),
         one("SELECT count(*) FROM expected e JOIN organisation o ON o.id = e.organisation_id WHERE o.family = ?", family))
    for level in ("national", "regional", "departmental", "local"):
        same(f"present of {family}, {level}", told("present", level, family),
             one("SELECT count(DISTINCT id) FROM came WHERE family = ? AND level = ?", family, level))

for role, n, bodies in db.execute("""SELECT p.role, count(*), count(DISTINCT p.organisation_id) FROM partner p
  JOIN held ON held.id = p.event_id GROUP BY p.role""").fetchall():
    same(f"partnerships, {role}", told("partner", "partnerships", role), n)
    same(f"partners, {role}", told("partner", "partners", role), bodies)

for heading, halves in db.execute("""SELECT k.report_heading, sum(half.counts_halves) / 2.0 FROM half JOIN event e
  ON e.id = half.event JOIN kind k ON k.id = e.kind_id GROUP BY k.report_heading""").fetchall():
    same(f"half-days of {heading}", told("heading", "half_days", heading), halves)

for number, in db.execute("SELECT number FROM held").fetchall():
    same(f"half-days of {number}", told("event", "half_days", number),
         one("SELECT sum(counts_halves) / 2.0 FROM half WHERE event = (SELECT id FROM event WHERE number = ?)", number))
sys.exit(1 if wrong else 0)
