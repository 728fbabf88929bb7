/* A dialogue that asks for one line. */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/ui.h"

/** What was typed; false keeps the dialogue open (the toast says why). */
typedef bool (*prompt_done)(struct ui *ui, const char *typed, gpointer user);

/** Ask under TITLE, EXPLANATION above the line, TEXT already in it. USER is freed with USER_FREE
 * (may be NULL) when it closes. */
void prompt_show(struct ui *ui, const char *title, const char *explanation, const char *text,
		 prompt_done done, gpointer user, GDestroyNotify user_free);

/** The same for a path, such as path_as_typed() takes: Tab completes it and shows the names one can
 * choose between. */
void prompt_show_path(struct ui *ui, const char *title, const char *explanation, const char *text,
		      prompt_done done, gpointer user, GDestroyNotify user_free);

/** What is to stand under the line while TYPED stands in it: in TEXT how it is read, in NOTE what
 * wants attention. ROOM is how many columns there are for TEXT. */
typedef void (*prompt_reading)(const char *typed, int room, GString *text, GString *note,
			       gpointer user);

/** The same with READING, which is asked again at each key. */
void prompt_show_reading(struct ui *ui, const char *title, const char *explanation,
			 prompt_reading reading, prompt_done done, gpointer user,
			 GDestroyNotify user_free);

#endif
