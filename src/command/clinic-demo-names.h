/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-random.h"

G_BEGIN_DECLS

/* Who somebody of the demonstration is: common names of one language put together at random, so
 * that none is anybody. The texts belong to the program. */
typedef struct
{
  const char *family;
  const char *given;
  const char *birth_family;    /* NULL: the same */
  const char *sex;
  const char *language;
  const char *country;
  const char *city;
  const char *street;
} ClinicDemoName;

void clinic_demo_name_draw (ClinicDemoName *self,
                            ClinicRandom   *random);

G_END_DECLS
