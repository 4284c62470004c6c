/* fitted.h - the fit that was found for the minutes asked for, kept in the cache: to find it takes many plans. A plan made with it shows whether
 * it is still right: then it is exactly as long as it was. */
#ifndef UK_FITTED_H
#define UK_FITTED_H

#include "../base/path.h"
#include "session.h"

/* Gives the session the fit that was found for the same wishes, and *length_ns what its plan was long with it. False: there is none, or none is
 * wanted. [main] */
bool uk_fitted_recall(struct uk_session *s, const struct uk_places *places, int64_t *length_ns);

/* Keeps the fit of a session whose plan is so long. [main] */
void uk_fitted_keep(const struct uk_session *s, const struct uk_places *places, int64_t length_ns);

#endif
