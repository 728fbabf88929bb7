/* Copies of the event that were taken along: what was done there is not here until they are back.
 */
#include "base/date.h"
#include "base/i18n.h"
#include "core/check_private.h"

void
check_copies(struct check_run *run)
{
	for (guint i = 0; i < run->facts->n_copies; i++) {
		const struct check_copy *copy = &run->facts->copies[i];
		g_autofree char *day = date_text(copy->day, DATE_NUMERIC);
		check_add(run, CHECK_INFORMATION, "copy_out", check_at_event(NULL),
			  g_strdup_printf(_("Copy %s, taken along on %s, is not back yet"),
					  copy->letter, day));
	}
	guint n = run->facts->n_conflicts;
	if (n > 0)
		check_add(run, CHECK_WARNING, "copy_conflicts", check_at_event(NULL),
			  g_strdup_printf(i18n_count("%u conflict of copies is to be decided",
						     "%u conflicts of copies are to be decided", n),
					  n));
}
