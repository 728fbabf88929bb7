#include "core/seats.h"

#include "base/i18n.h"

enum seat_answer
seat_ask(const struct seat_rules *rules, const struct seat_counts *counts, bool small)
{
	if (rules->seats > 0 && counts->taken >= rules->seats)
		return SEAT_FULL;
	if (rules->quota > 0 && counts->taken_of_body >= rules->quota)
		return SEAT_QUOTA;
	if (rules->seats <= 0 || rules->kept <= 0 || small)
		return SEAT_FREE;
	/* What small sites have taken already need not be kept for them any longer. */
	gint64 kept = MAX(rules->kept - counts->taken_small, 0);
	return counts->taken < rules->seats - kept ? SEAT_FREE : SEAT_KEPT;
}

const char *
seat_answer_text(enum seat_answer answer)
{
	switch (answer) {
	case SEAT_FULL:
		return _("full");
	case SEAT_KEPT:
		return _("the seats left are kept for small sites");
	case SEAT_QUOTA:
		return _("the organisation has as many seats as it may");
	case SEAT_FREE:
		break;
	}
	return "";
}
