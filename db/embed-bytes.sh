# Turn a binary file into a C array: sh db/embed-bytes.sh NAME FILE >NAME.c
set -eu
echo '/* Made by db/embed-bytes.sh; do not edit. */'
echo '#include "base/catalogue.h"'
echo "const unsigned char $1[] = {"
od -An -v -tx1 "$2" | sed 's/ \(..\)/0x\1,/g'
echo '};'
echo "const unsigned int $1_size = sizeof($1);"
