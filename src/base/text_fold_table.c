/* What text_fold_slowly() says of the letters that names here are made of, looked up instead of
 * worked out: 100,000 rows are imported at a time. The test compares every entry. */
#include "base/text_fold.h"

/* clang-format off */
const char text_fold_latin[0x250 - 0x80 + 1] =
	"                                " /* 0080 */
	"          a  .    23.* . 1o *** " /* 00A0 */
	"aaaaaaAceeeeiiiidnooooo ouuuuyTS" /* 00C0 */
	"aaaaaaAceeeeiiiidnooooo ouuuuyTy" /* 00E0 */
	"aaaaaaccccccccddddeeeeeeeeeegggg" /* 0100 */
	"gggghhhhiiiiiiiiiiIIjjkkklllllll" /* 0120 */
	"lllnnnnnnnnnooooooOOrrrrrrssssss" /* 0140 */
	"ssttttttuuuuuuuuuuuuwwyyyzzzzzzs" /* 0160 */
	"bbbb**occdddd*eeeffg**iikkl**nno" /* 0180 */
	"oo**pp******tttuu*vyyzz*********" /* 01A0 */
	"****DDDLLLNNNaaiioouuuuuuuuuueaa" /* 01C0 */
	"aaAAggggkkoooo**jDDDgg**nnaaAAoo" /* 01E0 */
	"aaaaeeeeiiiioooorrrruuuusstt**hh" /* 0200 */
	"n***zzaaeeooooooooyy***j**acclt*" /* 0220 */
	"***bu*eejj**rryy"; /* 0240 */

const char text_fold_latin_more[0x100 + 1] =
	"aabbbbbbccddddddddddeeeeeeeeeeff" /* 1E00 */
	"gghhhhhhhhhhiiiikkkkkkllllllllmm" /* 1E20 */
	"mmmmnnnnnnnnoooooooopppprrrrrrrr" /* 1E40 */
	"ssssssssssttttttttuuuuuuuuuuvvvv" /* 1E60 */
	"wwwwwwwwwwxxxxyyzzzzzzhtwyas**S*" /* 1E80 */
	"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" /* 1EA0 */
	"eeeeeeeeiiiioooooooooooooooooooo" /* 1EC0 */
	"oooouuuuuuuuuuuuuuyyyyyyyy******"; /* 1EE0 */

const char text_fold_punctuation[0x70 + 1] =
	"           .....        .. .    " /* 2000 */
	"    ....  .....   ...           " /* 2020 */
	"                       .        " /* 2040 */
	".....*.........."; /* 2060 */
