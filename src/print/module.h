/* The documents of this floor, each in its file; module.c lists them. */
#ifndef PRINT_MODULE_H
#define PRINT_MODULE_H

#include "print/document.h"

bool sign_in_print(const struct sign_in_sheet *sheet, const char *path, guint *pages,
		   char **missing_letters, GError **error);

bool attendees_print(const struct attendee_list *list, const char *path, guint *pages,
		     char **missing_letters, GError **error);

bool badges_print(const struct badge_sheet *sheet, const char *path, guint *pages,
		  char **missing_letters, GError **error);

bool name_cards_print(const struct name_cards *cards, const char *path, guint *pages,
		      char **missing_letters, GError **error);

bool door_signs_print(const struct door_signs *signs, const char *path, guint *pages,
		      char **missing_letters, GError **error);

bool written_print(const struct written *papers, guint n, const char *path, guint *pages,
		   char **missing_letters, GError **error);

bool year_report_print(const struct year_report *report, const char *path, guint *pages,
		       char **missing_letters, GError **error);

#endif
