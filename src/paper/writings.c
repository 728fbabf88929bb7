/* Papers that are composed: from blocks to files. */
#include "app/modules.h"
#include "paper/paper.h"
#include "paper/writers.h"

Writing *
paper_writing(struct paper *paper, const char *document, const char *title)
{
	Writing *writing = writing_new(document, title);
	struct written written = {.letterhead = paper->letterhead, .writing = writing};
	g_array_append_val(paper->written, written);
	return writing;
}

void
paper_add_written(struct paper *paper, const struct written *written)
{
	g_array_append_val(paper->written, *written);
}

/* The version is found once everything is said: what has no reference of its own gets the paper's,
 * without a code, for nothing of it comes back. */
static struct written
written_whole(const struct paper *paper, guint i)
{
	struct written written = g_array_index(paper->written, struct written, i);
	if (written.reference.number == NULL) {
		written.reference = paper->reference;
		written.reference.code = NULL;
	}
	return written;
}

void
writings_digest(const struct paper *paper, GChecksum *sum)
{
	for (guint i = 0; i < paper->written->len; i++) {
		const struct written *written = &g_array_index(paper->written, struct written, i);
		digest_add(sum, written->reference.number);
		writing_digest(written->writing, sum);
	}
}

bool
writings_draw(const struct paper *paper, const struct print_module *print, const char *path,
	      guint *pages, char **missing, GError **error)
{
	guint n = paper->written->len;
	g_autofree struct written *papers = g_new0(struct written, n);
	for (guint i = 0; i < n; i++)
		papers[i] = written_whole(paper, i);
	return print->written(papers, n, path, pages, missing, error);
}

static bool
file_sink(const char *bytes, gsize size, gpointer user, GError **error)
{
	return output_write(user, bytes, size, error);
}

bool
writing_write(const struct paper *paper, Output *output, GError **error)
{
	const struct written written = written_whole(paper, 0);
	if (paper->choice->format == PAPER_TEXT)
		return text_write(&written, output, error);
	if (paper->choice->format == PAPER_HTML)
		return html_write(&written, output, error);
	const struct exchange_module *exchange = module_exchange(error);
	return exchange != NULL && exchange->write_odt(&written, file_sink, output, error);
}
