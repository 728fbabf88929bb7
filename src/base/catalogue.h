/* The French catalogue as msgfmt makes it, embedded at build. */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

extern const unsigned char catalogue_fr[];
extern const unsigned int catalogue_fr_size;

#endif
