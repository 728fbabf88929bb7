/* What case law reads in the marks of presence and in certificates. */
#include "base/date.h"
#include "base/i18n.h"
#include "core/check_private.h"
#include "core/status.h"

/* So many marks, all made after the end within so many minutes, were not made at the door. */
enum { BATCH_MARKS = 5, BATCH_MINUTES = 5 };

static char *
half_day_text(const struct check_run *run, const struct check_half_day *half_day)
{
	const char *part = code_label(&code_half_day_parts, half_day->part);
	const char *date =
		half_day->day < run->facts->n_days ? run->facts->days[half_day->day].date : NULL;
	g_autofree char *shown = date_text(date, DATE_SHORT);
	return g_strdup_printf("%s, %s", shown, part);
}

static gint64
half_day_capacity(const struct check_run *run, const struct check_half_day *half_day)
{
	if (half_day->capacity > 0 || half_day->day >= run->facts->n_days)
		return half_day->capacity;
	return run->facts->days[half_day->day].capacity;
}

static struct check_place
half_day_place(const struct check_run *run, const struct check_half_day *half_day)
{
	return half_day->day < run->facts->n_days ? check_at_day("presence", half_day->day)
						  : check_at_event("presence");
}

static void
check_half_day(struct check_run *run, const struct check_half_day *half_day)
{
	g_autofree char *shown = half_day_text(run, half_day);
	gint64 capacity = half_day_capacity(run, half_day);
	if (capacity > 0 && half_day->present > capacity)
		check_add(run, CHECK_WARNING, "present_beyond_room", half_day_place(run, half_day),
			  g_strdup_printf(_("%s: %ld people are present and the room holds %ld"),
					  shown, (long)half_day->present, (long)capacity));
	if (half_day->marks >= BATCH_MARKS && half_day->marks_after == half_day->marks &&
	    half_day->marks_span <= BATCH_MINUTES)
		check_add(run, CHECK_WARNING, "presence_batch", half_day_place(run, half_day),
			  g_strdup_printf(_("%s: the presence of %ld people was recorded after the "
					    "end, all at once; keep the signed sheet"),
					  shown, (long)half_day->marks));
}

static char *
duration_text(gint64 minutes)
{
	return g_strdup_printf("%ld h %02ld", (long)(minutes / 60), (long)(minutes % 60));
}

static void
check_certificate(struct check_run *run, const struct check_certificate *certificate)
{
	if (certificate->minutes <= certificate->minutes_present) {
		if (certificate->halves > certificate->halves_present)
			check_add(run, CHECK_ERROR, "certificate_beyond_presence",
				  check_at_event("certificates"),
				  g_strdup_printf(_("The certificate of %s says more half-days "
						    "than "
						    "were attended"),
						  certificate->name));
		return;
	}
	g_autofree char *claimed = duration_text(certificate->minutes);
	g_autofree char *present = duration_text(certificate->minutes_present);
	check_add(run, CHECK_ERROR, "certificate_beyond_presence", check_at_event("certificates"),
		  g_strdup_printf(_("The certificate of %s says %s for %s of presence"),
				  certificate->name, claimed, present));
}

void
check_presence(struct check_run *run)
{
	for (guint i = 0; i < run->facts->n_half_days; i++)
		check_half_day(run, &run->facts->half_days[i]);
	for (guint i = 0; i < run->facts->n_certificates; i++)
		check_certificate(run, &run->facts->certificates[i]);
}
