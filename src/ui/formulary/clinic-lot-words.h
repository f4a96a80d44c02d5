/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-lot.h"

G_BEGIN_DECLS

/* "A117 · expires 31 Mar 2027", "A117 · opened, until 4 Mar 2027", "B261121-1 · until 14:30". Caller frees. */
char *clinic_lot_words_dup_detail (ClinicLot *lot);
/* The same after what it is of. Caller frees. */
char *clinic_lot_words_dup_label  (ClinicLot *lot);

G_END_DECLS
