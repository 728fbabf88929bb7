/* Writes what other programs are asked to read: feed.ics, invitation.ics, and expected.txt with the
 * title and the start in UTC (or the day) of each entry of the feed.
 * usage: sample_files FOLDER */
#include <glib.h>
#include <stdio.h>

#include "ical/calendar.h"

static const struct sample {
	struct calendar_item item;
	const char *instant; /* computed by hand from the laws of the hour, not by our code */
} samples[] = {
	{{.summary = "Avant l’heure d’été",
	  .zone = "Europe/Paris",
	  .first_day = "2026-03-28",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-03-28T08:30Z"},
	{{.summary = "Jour de l’heure d’été",
	  .zone = "Europe/Paris",
	  .first_day = "2026-03-29",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-03-29T07:30Z"},
	{{.summary = "Nuit de l’heure d’été",
	  .zone = "Europe/Paris",
	  .first_day = "2026-03-29",
	  .start_time = "01:30",
	  .end_time = "03:30"},
	 "2026-03-29T00:30Z"},
	{{.summary = "Après l’heure d’été",
	  .zone = "Europe/Paris",
	  .first_day = "2026-03-30",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-03-30T07:30Z"},
	{{.summary = "Avant l’heure d’hiver",
	  .zone = "Europe/Paris",
	  .first_day = "2026-10-24",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-10-24T07:30Z"},
	{{.summary = "Jour de l’heure d’hiver",
	  .zone = "Europe/Paris",
	  .first_day = "2026-10-25",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-10-25T08:30Z"},
	{{.summary = "Après l’heure d’hiver",
	  .zone = "Europe/Paris",
	  .first_day = "2026-10-26",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-10-26T08:30Z"},
	{{.summary = "Veillée",
	  .zone = "Europe/Paris",
	  .first_day = "2026-12-31",
	  .start_time = "23:00",
	  .end_time = "23:59"},
	 "2026-12-31T22:00Z"},
	{{.summary = "Sans fin connue",
	  .zone = "Europe/Paris",
	  .first_day = "2026-06-05",
	  .start_time = "14:00"},
	 "2026-06-05T12:00Z"},
	{{.summary = "La Réunion",
	  .zone = "Indian/Reunion",
	  .first_day = "2026-07-01",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-07-01T05:30Z"},
	{{.summary = "Martinique",
	  .zone = "America/Martinique",
	  .first_day = "2026-07-02",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-07-02T13:30Z"},
	{{.summary = "Miquelon en mars",
	  .zone = "America/Miquelon",
	  .first_day = "2026-03-20",
	  .start_time = "09:30",
	  .end_time = "16:00"},
	 "2026-03-20T11:30Z"},
	{{.summary = "Deux jours", .first_day = "2026-11-05", .last_day = "2026-11-06"},
	 "2026-11-05"},
	{{.summary = "Un jour", .first_day = "2026-02-28"}, "2026-02-28"},
	{{.summary = "Œuvres, « l’été » ; 50 % : 🎭 漢字",
	  .zone = "Europe/Paris",
	  .first_day = "2026-05-20",
	  .start_time = "09:30",
	  .end_time = "16:00",
	  .description = "Une virgule, un point-virgule ; une ligne\nUne autre : la seconde",
	  .location = "Médiathèque, 1 rue de l’Église",
	  .url = "https://centre.example.fr/é"},
	 "2026-05-20T07:30Z"},
};

static const struct calendar_organizer organizer = {"Centre de ressources, \"Arts\"",
						    "contact@centre.example.fr"};

static bool
text_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	g_string_append_len(user, bytes, (gssize)size);
	return true;
}

/* The item of sample I, with what all have. */
static struct calendar_item
sample_item(gsize i, char uid[static 37])
{
	struct calendar_item item = samples[i].item;
	g_snprintf(uid, 37, "5f0f52c4-6c1f-4f6a-9a51-%012x", (unsigned int)i);
	item.uid = uid;
	item.stamped_at = item.created_at = "2026-01-05T08:00:00Z";
	return item;
}

static bool
feed_write(GString *text, GError **error)
{
	static const char *const zones[] = {"Europe/Paris", "Indian/Reunion", "America/Martinique",
					    "America/Miquelon", NULL};
	struct calendar_head head = {"Échantillon, essais", organizer, zones};
	const struct ical_module *ical = ical_module();
	if (!ical->feed_begin(&head, text_sink, text, error))
		return false;
	for (gsize i = 0; i < G_N_ELEMENTS(samples); i++) {
		char uid[37];
		struct calendar_item item = sample_item(i, uid);
		if (!ical->feed_item(&head, &item, text_sink, text, error))
			return false;
	}
	return ical->feed_end(text_sink, text, error);
}

static bool
invitation_write(GString *text, GError **error)
{
	char uid[37];
	struct calendar_invitation invitation = {.item = sample_item(0, uid),
						 .organizer = organizer,
						 .attendee_name = "Martin, Zoé",
						 .attendee_email = "zoe.martin@example.org"};
	return ical_module()->invitation(&invitation, text_sink, text, error);
}

static void
expected_write(GString *text)
{
	for (gsize i = 0; i < G_N_ELEMENTS(samples); i++)
		g_string_append_printf(text, "%s|%s\n", samples[i].item.summary,
				       samples[i].instant);
}

static bool
file_write(const char *folder, const char *name, const GString *text, GError **error)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	return g_file_set_contents(path, text->str, (gssize)text->len, error);
}

int
main(int argc, char **argv)
{
	if (argc != 2)
		return 2;
	g_autoptr(GString) feed = g_string_new(NULL);
	g_autoptr(GString) invitation = g_string_new(NULL);
	g_autoptr(GString) expected = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	expected_write(expected);
	if (feed_write(feed, &error) && invitation_write(invitation, &error) &&
	    file_write(argv[1], "feed.ics", feed, &error) &&
	    file_write(argv[1], "invitation.ics", invitation, &error) &&
	    file_write(argv[1], "expected.txt", expected, &error))
		return 0;
	fprintf(stderr, "%s\n", error->message);
	return 1;
}
