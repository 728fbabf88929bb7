#!/usr/bin/python3
"""Make the connection logs of this folder: one invented webinar as several services would hand it out.

Nobody in them exists. Their form is that of the reports as the vendors' pages, the source of
BigBlueButton's dashboard and programs that read such files show it: headings, sections, encoding,
separators, forms of dates and durations. Run it in this folder."""
import csv
import io

DAY = (2026, 11, 12)
# who, as the meeting showed them; address, when the service knew it; when they were there; host
PEOPLE = [
    ("Centre de ressources", "centre@essai.example", [("08:45:10", "16:40:00")], True),
    ("Zoé Élan", "zoe.elan@essai.example", [("08:58:02", "10:15:00"), ("10:17:30", "12:02:00"),
                                            ("13:57:00", "16:31:00")], False),
    ("Awa Diop", "Awa.Diop@essai.example", [("09:01:00", "12:00:00"), ("09:30:00", "11:00:00")], False),
    ("J. Le Goff", "", [("09:05:00", "11:58:00")], False),
    ("Marc Petit", "marc.petit@essai.example", [("09:10:00", "09:16:00"), ("11:50:00", "11:56:00")], False),
    ("DDETS30", "nour@essai.example", [("09:00:30", "12:00:10"), ("14:20:00", "14:40:00")], False),
    ("MARTIN Léa (Invité)", "", [("09:00:00", "12:01:00"), ("14:00:00", "16:30:00")], False),
    ("Eve Roux", "", [("14:02:00", "16:30:00")], False),
    ("Inès Faure - CCAS de Sète", "ines.faure@ailleurs.example", [("09:02:00", "11:59:00")], False),
    ("33612345678", "", [("09:20:00", "09:25:00")], False),
    ("Awa's Notetaker", "", [("09:01:00", "12:00:00")], False),
]


def seconds(time):
    hours, minutes, rest = (int(part) for part in time.split(":"))
    return hours * 3600 + minutes * 60 + rest


def length(pair):
    return seconds(pair[1]) - seconds(pair[0])


def minutes(pair):  # as Zoom counts: those that were begun
    return -(-length(pair) // 60)


def spoken(total):  # as Teams writes it
    parts = [(total // 3600, "h"), (total // 60 % 60, "m"), (total % 60, "s")]
    return " ".join(f"{n}{unit}" for n, unit in parts if n) or "0s"


def french(time):
    return "%02d/%02d/%04d %s" % (DAY[2], DAY[1], DAY[0], time)


def american(time, between=" ", space=" ", short=False):
    hours, rest = time.split(":", 1)
    hour = int(hours) % 12 or 12
    clock = ("%d:%s" if short else "%02d:%s") % (hour, rest)
    year = DAY[0] % 100 if short else DAY[0]
    return "%d/%d/%s%s%s%s%s" % (DAY[1], DAY[2], year, between, clock, space, "AM" if int(hours) < 12 else "PM")


def joins():
    for name, email, times, host in PEOPLE:
        for pair in times:
            yield name, email, pair, host


def write(path, rows, encoding="utf-8", delimiter=",", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)
    with open(path, "wb") as file:
        file.write(text.getvalue().encode(encoding))


# Zoom, each join; the lobby has rows of its own
write("zoom-fr.csv", [
    ["ID de réunion", "Sujet", "Heure de début", "Heure de fin", "E-mail de l'utilisateur", "Durée (minutes)",
     "Participants"],
    ["812 3456 7890", "Webinaire régional", french("08:45:10"), french("16:40:00"), "centre@essai.example", 475, 11],
    [],
    ["Nom (nom d'origine)", "E-mail", "Heure d'arrivée", "Heure de départ", "Durée (minutes)", "Invité",
     "En salle d'attente"],
    ["Paul Vidal", "", french("08:50:00"), french("08:55:00"), 5, "Oui", "Oui"],
] + [[name, email, french(pair[0]), french(pair[1]), minutes(pair), "Non" if host else "Oui", "Non"]
     for name, email, pair, host in joins()], "utf-8-sig")
write("zoom-en.csv", [
    ["Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Duration (Minutes)", "Participants"],
    ["812 3456 7890", "Webinaire régional", american("08:45:10"), american("16:40:00"), "centre@essai.example", 475,
     11],
    [],
    ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest",
     "Recording Consent", "In Waiting Room"],
] + [[name, email, american(pair[0]), american(pair[1]), minutes(pair), "No" if host else "Yes", "", "No"]
     for name, email, pair, host in joins()], "utf-8-sig")
# Zoom, summed up: nobody knows when
write("zoom-total.csv", [["Name (Original Name)", "User Email", "Total Duration (Minutes)", "Guest"]] +
      [[name, email, sum(minutes(pair) for pair in times), "Yes"] for name, email, times, host in PEOPLE])


# Teams: sections, tabs, UTF-16 with its mark
def teams(path, words, stamp):
    rows = [[words["summary"]], [words["title"], "Webinaire régional"], [words["attended"], 11],
            [words["start"], stamp("08:45:10")], [words["end"], stamp("16:40:00")], [],
            [words["people"]], words["people_head"]]
    for name, email, times, host in PEOPLE:
        rows.append([name, stamp(times[0][0]), stamp(times[-1][1]), spoken(sum(map(length, times))), email, email,
                     words["organiser"] if host else words["presenter"]])
    rows += [[], [words["activities"]], words["activities_head"]]
    for name, email, pair, host in joins():
        rows.append([name, stamp(pair[0]), stamp(pair[1]), spoken(length(pair)), email,
                     words["organiser"] if host else words["presenter"]])
    write(path, rows, "utf-16", "\t")


teams("teams-fr.csv", {
    "summary": "1. Résumé", "title": "Titre de la réunion", "attended": "Participants présents",
    "start": "Heure de début", "end": "Heure de fin", "people": "2. Participants",
    "people_head": ["Nom", "Première connexion", "Dernier départ", "Durée de la réunion", "E-mail",
                    "ID du participant (UPN)", "Rôle"],
    "activities": "3. Activités en réunion",
    "activities_head": ["Nom", "Heure d’arrivée", "Heure de départ", "Durée", "E-mail", "Rôle"],
    "organiser": "Organisateur", "presenter": "Présentateur"}, french)
teams("teams-en.csv", {
    "summary": "1. Summary", "title": "Meeting title", "attended": "Attended participants",
    "start": "Start time", "end": "End time", "people": "2. Participants",
    "people_head": ["Name", "First join", "Last leave", "In-meeting duration", "Email", "Participant ID (UPN)",
                    "Role"],
    "activities": "3. In-Meeting Activities",
    "activities_head": ["Name", "Join time", "Leave time", "Duration", "Email", "Role"],
    "organiser": "Organizer", "presenter": "Presenter"}, lambda time: american(time, ", ", short=True))


# BigBlueButton: no addresses, one row for each person, the narrow space of browsers before AM and PM
def clock(total):
    return "%02d:%02d:%02d" % (total // 3600, total // 60 % 60, total % 60)


def dashboard(path, head, stamp, nobody):
    lines = [",".join(head)]
    for name, email, times, host in PEOPLE:
        cells = [name, "TRUE" if host else "FALSE", "2", "-", "-", "0", "0", "0", "0", stamp(times[0][0]),
                 stamp(times[-1][1]), clock(sum(map(length, times)))]
        lines.append(",".join('"%s"' % cell for cell in cells))
    lines.append(",".join('"%s"' % cell for cell in [nobody] + [""] * (len(head) - 1)))
    with open(path, "wb") as file:
        file.write("\r\n".join(lines).encode())


dashboard("bigbluebutton-fr.csv",
          ["Nom", "Modérateur", "Résultats pour l'activité", "Temps de conversation", "Temps de partage de caméra",
           "Messages", "Réactions", "Votes du sondage", "Mains levées", "Rejoindre", "Quitté", "Durée"],
          french, "Anonyme")
dashboard("bigbluebutton-en.csv",
          ["Name", "Moderator", "Activity Score", "Talk Time", "Webcam Time", "Messages", "Reactions", "Poll Votes",
           "Raise Hands", "Join", "Left", "Duration"],
          lambda time: american(time, ", ", "\u202f"), "Anonymous")
