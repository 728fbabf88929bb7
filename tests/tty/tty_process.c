/* What /proc says of processes, and ending them. */
#include "tty_private.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define KERNEL_THREAD                                                                              \
	0x00200000 /* PF_KTHREAD of linux/sched.h, which proc(5) shows in "flags"                  \
		    */

struct stat_line {
	char state;
	int session;
	guint64 flags;
	guint64 env_start, env_end; /* 0 in the middle of an exec */
};

/* Parts of proc(5) "stat"; false when the process is gone. */
static bool
read_stat(const char *path, struct stat_line *line)
{
	enum { STATE = 1, SESSION = 4, FLAGS = 7, ENV_START = 48, ENV_END = 49 };
	g_autofree char *stat = NULL;

	if (!g_file_get_contents(path, &stat, NULL, NULL))
		return false;
	/* The name in parentheses may itself hold blanks and parentheses. */
	const char *rest = strrchr(stat, ')');
	g_auto(GStrv) fields = g_strsplit(rest != NULL ? rest : "", " ", -1);
	if (g_strv_length(fields) <= ENV_END)
		return false;
	line->state = fields[STATE][0];
	line->session = atoi(fields[SESSION]);
	line->flags = g_ascii_strtoull(fields[FLAGS], NULL, 10);
	line->env_start = g_ascii_strtoull(fields[ENV_START], NULL, 10);
	line->env_end = g_ascii_strtoull(fields[ENV_END], NULL, 10);
	return true;
}

static bool
any_child_is_busy(const char *task)
{
	g_autofree char *path = g_build_filename(task, "children", NULL);
	g_autofree char *children = NULL;

	if (!g_file_get_contents(path, &children, NULL, NULL))
		return false;
	g_auto(GStrv) list = g_strsplit(g_strstrip(children), " ", -1);
	for (gsize i = 0; list[i] != NULL; i++)
		if (tty_process_is_busy((pid_t)atoi(list[i])))
			return true;
	return false;
}

bool
tty_process_is_busy(pid_t pid)
{
	g_autofree char *tasks = g_strdup_printf("/proc/%d/task", (int)pid);
	g_autoptr(GDir) directory = g_dir_open(tasks, 0, NULL);
	const char *thread = NULL;
	struct stat_line line = {0};

	while (directory != NULL && (thread = g_dir_read_name(directory)) != NULL) {
		g_autofree char *task = g_build_filename(tasks, thread, NULL);
		g_autofree char *stat = g_build_filename(task, "stat", NULL);
		if (read_stat(stat, &line) && (line.state == 'R' || line.state == 'D'))
			return true;
		if (any_child_is_busy(task))
			return true;
	}
	return false;
}

enum verdict { LEAVE, LOOK_AGAIN, KILL };

static enum verdict
judge_by_home(const char *process, const struct stat_line *line, const char *home)
{
	g_autofree char *path = g_build_filename("/proc", process, "environ", NULL);
	g_autofree char *variables = NULL;
	gsize length = 0;

	if (!g_file_get_contents(path, &variables, &length, NULL))
		return LEAVE;
	for (const char *at = variables; at < variables + length; at += strlen(at) + 1)
		if (g_str_has_prefix(at, "HOME=") && g_str_equal(at + 5, home))
			return KILL;
	return length == 0 && line->env_end == 0 ? LOOK_AGAIN : LEAVE;
}

static enum verdict
judge(const char *process, pid_t session, const char *home)
{
	g_autofree char *path = g_build_filename("/proc", process, "stat", NULL);
	struct stat_line line = {0};

	if (!g_ascii_isdigit(process[0]) || !read_stat(path, &line))
		return LEAVE;
	if (line.state == 'Z' || line.state == 'X' || line.flags & KERNEL_THREAD ||
	    atoi(process) == getpid())
		return LEAVE;
	if (session > 0 && line.session == session)
		return KILL;
	return home != NULL ? judge_by_home(process, &line, home) : LEAVE;
}

/* One look at all processes: kills, and says what the worst case was. */
static enum verdict
sweep_once(pid_t session, const char *home)
{
	g_autoptr(GDir) processes = g_dir_open("/proc", 0, NULL);
	const char *process = NULL;
	enum verdict worst = LEAVE;

	while (processes != NULL && (process = g_dir_read_name(processes)) != NULL) {
		enum verdict verdict = judge(process, session, home);
		if (verdict == KILL)
			kill((pid_t)atoi(process), SIGKILL);
		worst = MAX(worst, verdict);
	}
	return worst;
}

void
tty_process_sweep(pid_t session, const char *home)
{
	/* Until none is left: one may fork while we look, and dying takes a moment. */
	for (int round = 0; round < 5000 && sweep_once(session, home) != LEAVE; round++)
		poll(NULL, 0, 1);
}

/* The number after KEY ("VmRSS:") in a status file of proc(5); 0 when it is not there. */
static guint64
status_number(const char *status, const char *key)
{
	const char *at = strstr(status, key);

	return at != NULL ? g_ascii_strtoull(at + strlen(key), NULL, 10) : 0;
}

static guint64
count_switches(pid_t pid)
{
	g_autofree char *tasks = g_strdup_printf("/proc/%d/task", (int)pid);
	g_autoptr(GDir) directory = g_dir_open(tasks, 0, NULL);
	const char *thread = NULL;
	guint64 switches = 0;

	while (directory != NULL && (thread = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(tasks, thread, "status", NULL);
		g_autofree char *status = NULL;
		if (g_file_get_contents(path, &status, NULL, NULL))
			switches += status_number(status, "\nvoluntary_ctxt_switches:");
	}
	return switches;
}

bool
tty_usage(const Tty *tty, struct tty_usage *usage, GError **error)
{
	g_autofree char *path = g_strdup_printf("/proc/%d/status", (int)tty->pid);
	g_autofree char *status = NULL;
	struct timespec cpu = {0};
	clockid_t clock = 0;

	if (tty->ended || !g_file_get_contents(path, &status, NULL, NULL) ||
	    strstr(status, "\nVmRSS:") == NULL || clock_getcpuclockid(tty->pid, &clock) != 0 ||
	    clock_gettime(clock, &cpu) != 0)
		return tty_fail(tty, error, "the program ended: what it uses cannot be read");
	usage->voluntary_switches = count_switches(tty->pid);
	usage->cpu_us = (gint64)cpu.tv_sec * G_USEC_PER_SEC + cpu.tv_nsec / 1000;
	usage->rss_kb = status_number(status, "\nVmRSS:");
	usage->peak_rss_kb = status_number(status, "\nVmHWM:");
	return true;
}
