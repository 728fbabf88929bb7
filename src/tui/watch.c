#include "tui/watch.h"

#include <glib-unix.h>
#include <sys/inotify.h>
#include <unistd.h>

/* The log is written a moment before the commit is seen: the disk is waited for in between. It is
 * looked at so many milliseconds after the last write, and again, longer each time. */
static const guint looks[] = {150, 500, 1500};

struct watch {
	struct ui *ui;
	int file;  /* of inotify */
	int entry; /* the log, -1: it is not there yet */
	guint input, timer;
	guint look; /* how often it was looked at since the last write */
};

/* The log appears with the first read and goes with the last program that leaves. */
static void
watch_log(struct watch *watch)
{
	const char *path = store_log_path(watch->ui->store);
	if (watch->entry < 0 && path != NULL)
		watch->entry = inotify_add_watch(watch->file, path,
						 IN_MODIFY | IN_DELETE_SELF | IN_MOVE_SELF);
}

static gboolean watch_look(gpointer user);

static void
watch_arm(struct watch *watch)
{
	watch->timer = g_timeout_add(looks[watch->look++], watch_look, watch);
}

/* What is half typed is left as it is: a form compares when it is saved. */
static gboolean
watch_look(gpointer user)
{
	struct watch *watch = user;
	watch->timer = 0;
	watch_log(watch);
	if (store_in_gesture(watch->ui->store))
		return G_SOURCE_REMOVE;
	if (store_changed(watch->ui->store)) {
		ui_reload(watch->ui);
		ui_draw(watch->ui);
	} else if (watch->look < G_N_ELEMENTS(looks)) {
		watch_arm(watch);
	}
	return G_SOURCE_REMOVE;
}

/* An import writes for seconds: each write is not worth a look, and the first one does not wait for
 * the last. */
static gboolean
watch_woken(gint file, GIOCondition condition, gpointer user)
{
	struct watch *watch = user;
	_Alignas(struct inotify_event) char events[4096];
	gssize size = read(file, events, sizeof events);
	(void)condition;
	for (gssize at = 0; at < size;) {
		const struct inotify_event *event = (const void *)(events + at);
		if ((event->mask & (IN_IGNORED | IN_MOVE_SELF)) != 0)
			watch->entry = -1;
		at += (gssize)(sizeof *event + event->len);
	}
	watch->look = 0;
	if (watch->timer == 0)
		watch_arm(watch);
	return G_SOURCE_CONTINUE;
}

struct watch *
watch_begin(struct ui *ui)
{
	int file = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (file < 0)
		return NULL;
	struct watch *watch = g_new0(struct watch, 1);
	*watch = (struct watch){.ui = ui, .file = file, .entry = -1};
	watch->input = g_unix_fd_add(file, G_IO_IN, watch_woken, watch);
	watch_log(watch);
	return watch;
}

void
watch_end(struct watch *watch)
{
	if (watch == NULL)
		return;
	g_source_remove(watch->input);
	if (watch->timer != 0)
		g_source_remove(watch->timer);
	close(watch->file);
	g_free(watch);
}
