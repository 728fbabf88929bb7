#include "base/disk.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#define FUSE_MAGIC 0x65735546

static const struct {
	guint64 magic;
	const char *name;
} networks[] = {
	{0x6969, "NFS"},
	{0x517b, "SMB"},
	{0xff534d42, "CIFS"},
	{0xfe534d42, "SMB2"},
	{0x01021997, "9p"},
	{0x5346414f, "AFS"},
	{0x6b414653, "AFS"},
	{0x73757245, "Coda"},
	{0x564c, "NCP"},
	{0x00c36400, "Ceph"},
	{0x0bd00bd0, "Lustre"},
	{0x47504653, "GPFS"},
	{0x19830326, "BeeGFS"},
	{0xaad7aaea, "PanFS"},
	{0x7461636f, "OCFS2"},
	{0xbacbacbc, "VMware"},
	{0x786f4256, "VirtualBox"},
	{0x7c7c6673, "Parallels"},
	{0x20030528, "OrangeFS"},
};

/* Of what stands behind "fuse.": what takes the files elsewhere. Others are of this machine:
 * NTFS and exFAT ("fuseblk"), encryption, unions. */
static const char *const remote_types[] = {
	"sshfs",     "rclone",      "davfs2",     "davfs",     "gvfsd-fuse",
	"glusterfs", "ceph",        "ceph-fuse",  "s3fs",      "goofys",
	"gcsfuse",   "blobfuse",    "blobfuse2",  "curlftpfs", "smbnetfs",
	"fusesmb",   "mfs",         "mfsmount",   "moosefs",   "lizardfs",
	"juicefs",   "seaweedfs",   "weed",       "onedriver", "google-drive-ocamlfuse",
	"kio-fuse",  "afuse",       "wdfs",       "hubicfuse", "beegfs",
	"orangefs",  "vmhgfs-fuse", "nfs",        "smb",       "portal",
	"dropbox",   "pcloud",      "mount.mega", "drive",
};

bool
disk_is_fuse(guint64 magic)
{
	return magic == FUSE_MAGIC;
}

/* "ssh.example:/srv", "user@host:dir" or "https://…": no disk is called so. A drive of Windows
 * ("C:\") is. */
static bool
is_address(const char *source)
{
	const char *colon = strchr(source, ':');
	if (colon == NULL || *source == '/')
		return false;
	return g_str_has_prefix(colon, "://") || colon - source > 1;
}

static bool
is_remote(const char *type, const char *source)
{
	if (strcmp(type, "virtiofs") == 0)
		return true;
	if (strcmp(type, "fuse") != 0 && !g_str_has_prefix(type, "fuse."))
		return false;
	const char *behind = g_str_has_prefix(type, "fuse.") ? type + strlen("fuse.") : "";
	for (gsize i = 0; i < G_N_ELEMENTS(remote_types); i++)
		if (strcmp(behind, remote_types[i]) == 0)
			return true;
	return is_address(source);
}

/* "36 35 98:0 /root /mnt rw,noatime master:1 - fuse.sshfs user@host:/srv rw": behind the hyphen
 * stand type and source. */
static char *
mount_remote(const char *line, const char *device)
{
	g_auto(GStrv) words = g_strsplit(line, " ", -1);
	guint n = g_strv_length(words), dash = 0;
	if (n < 10 || strcmp(words[2], device) != 0)
		return NULL;
	for (guint i = 6; i + 2 < n && dash == 0; i++)
		if (strcmp(words[i], "-") == 0)
			dash = i;
	if (dash == 0 || !is_remote(words[dash + 1], words[dash + 2]))
		return NULL;
	return g_strdup(words[dash + 1]);
}

char *
disk_network_name(guint64 magic, const char *mountinfo, const char *device)
{
	for (gsize i = 0; i < G_N_ELEMENTS(networks); i++)
		if (networks[i].magic == magic)
			return g_strdup(networks[i].name);
	if (!disk_is_fuse(magic) || mountinfo == NULL || device == NULL)
		return NULL;
	g_auto(GStrv) lines = g_strsplit(mountinfo, "\n", -1);
	char *name = NULL;
	for (guint i = 0; name == NULL && lines[i] != NULL; i++)
		name = mount_remote(lines[i], device);
	return name;
}

/* Of a file that is to be made the nearest folder tells. */
static bool
disk_of(const char *path, struct statfs *disk, char **where)
{
	*where = g_strdup(path);
	while (statfs(*where, disk) != 0) {
		char *folder = g_path_get_dirname(*where);
		bool top = strcmp(folder, *where) == 0;
		g_free(*where);
		*where = folder;
		if (top)
			return false;
	}
	return true;
}

char *
disk_network(const char *path)
{
	struct statfs disk;
	struct stat status;
	g_autofree char *where = NULL;
	if (!disk_of(path, &disk, &where))
		return NULL;
	guint64 magic = (guint32)disk.f_type; /* some are negative where f_type is a long */
	if (!disk_is_fuse(magic))
		return disk_network_name(magic, NULL, NULL);
	g_autofree char *mounts = NULL;
	if (stat(where, &status) != 0 ||
	    !g_file_get_contents("/proc/self/mountinfo", &mounts, NULL, NULL))
		return NULL;
	g_autofree char *device =
		g_strdup_printf("%u:%u", major(status.st_dev), minor(status.st_dev));
	return disk_network_name(magic, mounts, device);
}
