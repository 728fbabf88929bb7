/* On what kind of disk a file lies: one of this machine, or one of the network. */
#ifndef BASE_DISK_H
#define BASE_DISK_H

#include <glib.h>
#include <stdbool.h>

/** What people call the network file system of MAGIC (statfs(2), f_type), NULL when it is one of
 * this machine. The numbers are those of linux/magic.h and of the drivers outside of the kernel.
 * A program may stand behind any FUSE file system: then MOUNTINFO (the text of
 * /proc/self/mountinfo, see proc(5)) tells by the type and source of the mount of DEVICE ("0:52").
 * One that is not known there is taken for local. Caller frees. */
char *disk_network_name(guint64 magic, const char *mountinfo, const char *device);

/** True of the file systems of which the magic alone does not tell. */
bool disk_is_fuse(guint64 magic);

/** What people call the network file system on which PATH lies, or would be made; NULL when it is
 * on a disk of this machine, or when the system does not say. Caller frees. */
char *disk_network(const char *path);

#endif
