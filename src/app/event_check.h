/* The facts of one event while they are gathered for the checks. */
#ifndef APP_EVENT_CHECK_H
#define APP_EVENT_CHECK_H

#include "app/announcement.h"
#include "app/event_whole.h"
#include "core/check.h"

/** The facts and what their texts are borrowed from. */
struct gathering {
	Store *store;
	EventWhole *whole;
	Rows *periods;
	Announced *announced;
	struct check_facts facts;
	struct check_day *days;
	struct check_half_day *half_days;
	struct half_day_rule half_day_rule;
	struct check_session *sessions;
	GArray *clashes; /* struct check_clash */
	struct check_speaker *speakers;
	GPtrArray *strays;   /* names: const char * */
	GArray *engagements; /* struct check_engagement */
	GArray *avoided;     /* struct check_period */
	GArray *decisions;   /* struct check_decision */
	Rows *busy_rows;
	GArray *busy;         /* struct check_busy */
	GArray *certificates; /* struct check_certificate */
	struct check_family *families;
	GArray *copies; /* struct check_copy */
	GStringChunk *words;
	gint64 waiting;  /* people on the waiting list */
	gint64 speaking; /* people registered as speakers */
};

/** Minutes after midnight, -1 when TIME is missing. */
int check_minutes(const char *time);

/** Days with their places and how many people these hold. */
void gather_days(struct gathering *gathering);

/** Dates of partners; after the days. */
bool gather_busy(struct gathering *gathering, GError **error);

/** Who is registered, by family of actors, while there is time to invite others. */
bool gather_families(struct gathering *gathering, GError **error);

/** Copies that were taken along. */
bool gather_copies(struct gathering *gathering, GError **error);

/** Half-days with who was present; after the days. */
void gather_half_days(struct gathering *gathering);

/** The certificates that are valid. */
bool gather_certificates(struct gathering *gathering, gint64 event_id, GError **error);

#endif
