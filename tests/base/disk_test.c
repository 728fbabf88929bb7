/* Which file systems are of the network: numbers of statfs(2) and lines of /proc/self/mountinfo. */
#include "test.h"

#include "base/disk.h"

#define FUSE 0x65735546

static const char mounts[] =
	"27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n"
	"36 27 0:50 / /home/n/part rw,nosuid shared:9 master:1 - fuse.sshfs n@serveur:/srv rw\n"
	"37 27 0:51 / /mnt/cloud rw shared:10 - fuse.rclone drive: rw,user_id=0\n"
	"38 27 0:52 / /mnt/dav rw - fuse https://nuage.example/dav rw,user_id=0\n"
	"39 27 0:53 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw\n"
	"40 27 8:17 / /media/cle rw shared:11 - fuseblk /dev/sdb1 rw,user_id=0\n"
	"41 27 0:54 / /home/n/coffre rw - fuse.gocryptfs /home/n/.coffre rw\n"
	"42 27 0:55 / /mnt/hote rw - virtiofs hote rw\n"
	"43 27 0:56 / /mnt/autre rw - fuse.inconnu grappe.example:volume rw\n"
	"44 27 0:57 / /mnt/dav2 rw - fuse.davfs2 x rw\n"
	"45 27 0:58 / court\n";

static void
assert_named(guint64 magic, const char *device, const char *expected)
{
	g_autofree char *name = disk_network_name(magic, mounts, device);
	assert_text(name, expected);
}

static void
disk__knows_network_file_systems__by_their_number(void **state)
{
	(void)state;
	static const guint64 magics[] = {0x6969,     0x517b,     0xff534d42, 0xfe534d42,
					 0x01021997, 0x5346414f, 0x6b414653, 0x73757245,
					 0x564c,     0x00c36400, 0x0bd00bd0};
	for (gsize i = 0; i < G_N_ELEMENTS(magics); i++) {
		g_autofree char *name = disk_network_name(magics[i], NULL, NULL);
		assert_non_null(name);
	}
	assert_named(0x6969, "254:0", "NFS");
}

static void
disk__takes_disks_of_this_machine__for_local(void **state)
{
	(void)state;
	static const guint64 magics[] = {
		0xef53,     /* ext4 */
		0x58465342, /* XFS */
		0x9123683e, /* Btrfs */
		0x01021994, /* tmpfs */
		0x794c7630, /* overlay */
		0x2fc12fc1, /* ZFS */
		0x4d44,     /* FAT */
		0x2011bab0, /* exFAT */
	};
	for (gsize i = 0; i < G_N_ELEMENTS(magics); i++)
		assert_named(magics[i], "254:0", NULL);
}

static void
disk__asks_the_mount__when_a_program_stands_behind_it(void **state)
{
	(void)state;
	assert_named(FUSE, "0:50", "fuse.sshfs");
	assert_named(FUSE, "0:51", "fuse.rclone");
	assert_named(FUSE, "0:52", "fuse");
	assert_named(FUSE, "0:53", "fuse.gvfsd-fuse");
	assert_named(FUSE, "0:55", "virtiofs");
	assert_named(FUSE, "0:56", "fuse.inconnu");
	assert_named(FUSE, "0:57", "fuse.davfs2");
	assert_named(FUSE, "8:17", NULL);
	assert_named(FUSE, "0:54", NULL);
	assert_named(FUSE, "0:58", NULL);
	assert_named(FUSE, "0:99", NULL);
	g_autofree char *unknown = disk_network_name(FUSE, NULL, NULL);
	assert_null(unknown);
}

static void
disk__looks_at_the_nearest_folder__for_a_file_to_be_made(void **state)
{
	(void)state;
	g_autofree char *proc = disk_network("/proc/self/nothing/of/this/kind");
	assert_null(proc);
	g_autofree char *relative = disk_network("a-file-that-is-not-there");
	assert_null(relative);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(disk__knows_network_file_systems__by_their_number),
		cmocka_unit_test(disk__takes_disks_of_this_machine__for_local),
		cmocka_unit_test(disk__asks_the_mount__when_a_program_stands_behind_it),
		cmocka_unit_test(disk__looks_at_the_nearest_folder__for_a_file_to_be_made),
	};
	return test_run("disk", tests);
}
