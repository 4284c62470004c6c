/* fold.h - "café" as "cafe", for engines that skip or misread every byte that is not ASCII. */
#ifndef FOLD_H
#define FOLD_H

/* A copy in which Latin letters have lost their marks and what is left besides ASCII is gone; NULL: no memory. The caller frees it.
 * *letters is how many letters and digits there are to say. */
char *fold_to_ascii(const char *text, int *letters);

#endif
