/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-default.h"

G_BEGIN_DECLS

/* A default in words. */

/* The choices of its kind; NULL: it is typed. */
const ClinicChoice *clinic_default_words_choices     (ClinicDefault *self);
/* @value (canonical, may be NULL) as a person reads it; caller frees. */
char               *clinic_default_words_dup_value   (ClinicDefault *self,
                                                      const char    *value);
/* What somebody typed, canonical; NULL where it is no number. Caller frees. */
char               *clinic_default_words_dup_typed   (ClinicDefault *self,
                                                      const char    *typed);
/* “Error of the method (%): 5 · shipped: 10”. Caller frees. */
char               *clinic_default_words_dup_line    (ClinicDefault *self);
gboolean            clinic_default_words_is_own      (ClinicDefault *self);

G_END_DECLS
