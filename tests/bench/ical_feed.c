/* What a feed costs through the calendar floor; its file is that of ical_floor, byte by byte.
 * usage: ical_feed COUNT FILE */
#include <stdlib.h>

#include "bench/ical_items.h"
#include "ical/calendar.h"

static bool
file_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	(void)error;
	return fwrite(bytes, 1, size, user) == size;
}

static bool
feed_write(const struct calendar_head *head, long count, FILE *file)
{
	static const char *const categories[] = {ITEM_CATEGORY, NULL};
	const struct ical_module *ical = ical_module();
	if (!ical->feed_begin(head, file_sink, file, NULL))
		return false;
	for (long i = 0; i < count; i++) {
		struct item_numbers numbers = item_numbers(i);
		char day[sizeof "2026-01-05"];
		g_snprintf(day, sizeof day, "%d-%02d-%02d", numbers.year, numbers.month,
			   numbers.day);
		struct calendar_item item = {.uid = numbers.uid,
					     .sequence = 0,
					     .created_at = ITEM_CREATED,
					     .stamped_at = ITEM_STAMPED,
					     .first_day = day,
					     .start_time = ITEM_START,
					     .end_time = ITEM_END,
					     .zone = ITEM_ZONE,
					     .summary = numbers.title,
					     .description = ITEM_DESCRIPTION,
					     .location = ITEM_LOCATION,
					     .categories = categories};
		if (!ical->feed_item(head, &item, file_sink, file, NULL))
			return false;
	}
	return ical->feed_end(file_sink, file, NULL);
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	static const char *const zones[] = {ITEM_ZONE, NULL};
	struct calendar_head head = {.name = ITEM_NAME,
				     .organizer = {ITEM_SENDER, ITEM_EMAIL},
				     .zones = zones};
	FILE *file = fopen(argv[2], "wb");
	bool done = file != NULL && feed_write(&head, strtol(argv[1], NULL, 10), file);
	return file != NULL && fclose(file) == 0 && done ? 0 : 1;
}
