/* Work that takes longer than anybody waits for a key: in a thread of its own, with a connection of
 * its own, while the interface goes on. */
#ifndef TUI_WORK_H
#define TUI_WORK_H

#include "tui/ui.h"

struct work;

struct work_order {
	/** What is done, in the thread: it reads through STORE, and says how far it is by
	 * work_goes_on(), whose false means to stop. What it makes goes into USER. */
	bool (*run)(Store *store, struct work *work, gpointer user, GError **error);
	/** It has ended, in the loop; ERROR (NULL when DONE) is given away. */
	void (*done)(struct ui *ui, bool done, GError *error, gpointer user);
	gpointer user;
	GDestroyNotify user_free; /* NULL: somebody else does */
	/** It writes in gestures: Esc stops it wherever it is, with ERROR_CANCELLED, and nothing of
	 * the gesture under way is there. */
	bool gesture;
	/** Of work_show(): how many rows it is of, where that is known. A few are done at once, by
	 * the interface's own store. */
	guint rows;
};

/** Begin. DONE is called once, unless work_end() came first. */
struct work *work_begin(struct ui *ui, const struct work_order *order);

/** In the thread: DONE of TOTAL steps are behind it; false when it is to stop. WORK is a gpointer
 * so that it is what functions of app call back; NULL is allowed, and goes on. */
bool work_goes_on(guint done, guint total, gpointer work);

/** How far it is; both 0 before its first step. */
void work_progress(struct work *work, guint *done, guint *total);

/** End it, finished or not, and free it. NULL is allowed. */
void work_end(struct work *work);

/** Do it under a dialogue TITLE, which shows how far it is once it has taken a fifth of a second
 * and which Esc stops: ERROR_CANCELLED then comes from ORDER's run. What is done sooner is done
 * without a word. Nobody types meanwhile what would write beside it. */
void work_show(struct ui *ui, const char *title, const struct work_order *order);

/** Say why it was not done; of what somebody stopped that is no error. Frees ERROR; NULL is
 * allowed.
 */
void work_fail(struct ui *ui, GError *error);

#endif
