/* How much one thing counts in each figure: 0 is nothing. Some name the group in which it counts
 * once. The figures themselves are in report_figures.c.
 */
#ifndef CORE_REPORT_AMOUNTS_H
#define CORE_REPORT_AMOUNTS_H

#include "core/report_private.h"

typedef gint64 (*report_amount)(const ReportScope *scope, struct report_hit *hit);

gint64 amount_one_event(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_action(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_to_come(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_apart(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_day(const ReportScope *scope, struct report_hit *hit);
gint64 amount_half_day_halves(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_invited(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_registered(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_present(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_walk_in(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_expected(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_not_come(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_asked(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_person(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_newcomer(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_regular(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_body(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_without_family(const ReportScope *scope, struct report_hit *hit);
gint64 amount_counted_by_centre(const ReportScope *scope, struct report_hit *hit);
gint64 amount_estimated(const ReportScope *scope, struct report_hit *hit);
gint64 amount_attendance(const ReportScope *scope, struct report_hit *hit);
gint64 amount_replies(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_event_asked(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_signed(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_counted(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_estimated(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_uncounted(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_known(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_without_month(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_without_day(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_of_missing_days(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_of_other_years(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_still_announced(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_never_announced(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_without_date(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_heading_proposed(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_partnership(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_partner(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_occasion(const ReportScope *scope, struct report_hit *hit);
gint64 amount_one_speaker(const ReportScope *scope, struct report_hit *hit);

#endif
