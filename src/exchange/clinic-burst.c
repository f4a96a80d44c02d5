/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-burst.h"
#include "clinic-gs1.h"

#define FAST     35     /* ms between two keys of a scanner */
#define FORGIVEN 100    /* ms that one of them may take */
#define FEW      4
#define SHORTEST 6      /* characters of a code */
#define MANY     9      /* digits: zones of the scalp are filled by single ones */
#define LONGEST  400

struct _ClinicBurst
{
  GString *text;
  guint32  first;       /* times of its keys, ms */
  guint32  last;
};

ClinicBurst *
clinic_burst_new (void)
{
  ClinicBurst *self = g_new0 (ClinicBurst, 1);

  self->text = g_string_new (NULL);

  return self;
}

void
clinic_burst_free (ClinicBurst *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}

void
clinic_burst_clear (ClinicBurst *self)
{
  g_string_truncate (self->text, 0);
}

gboolean
clinic_burst_begins_a_code (const ClinicBurst *self)
{
  static const char *const identifiers[] = { "01", "10", "11", "17", "21" };
  const char *text;

  g_return_val_if_fail (self != NULL, FALSE);

  text = self->text->str;

  for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
    {
      if (g_str_has_prefix (text, identifiers[i]))
        return TRUE;
    }

  return *text == ']' || *text == '(';
}

/* More than the digits that fill zones. */
static gboolean
is_like_a_code (const ClinicBurst *self)
{
  return clinic_burst_begins_a_code (self) &&
         strspn (self->text->str, "0123456789") < self->text->len;
}

/* @n keys and no pause between them that would make them slower than @ms each. */
static gboolean
is_as_fast (const ClinicBurst *self,
            gsize              n,
            guint              ms)
{
  return self->text->len >= n && self->last - self->first <= ms * (self->text->len - 1);
}

gboolean
clinic_burst_is_machine (const ClinicBurst *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_as_fast (self, FEW, 15) || is_as_fast (self, SHORTEST, 25) || is_as_fast (self, MANY, FAST) ||
         (is_as_fast (self, SHORTEST, FAST) && is_like_a_code (self));
}

gboolean
clinic_burst_goes_on (const ClinicBurst *self,
                      guint32            time)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->text->len == 0 || self->text->len >= LONGEST)
    return FALSE;

  return time - self->last <= (clinic_burst_is_machine (self) ? CLINIC_BURST_PAUSE : FORGIVEN);
}

gboolean
clinic_burst_separates (const ClinicBurst *self,
                        guint32            time)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->text->len >= FEW &&
         (time - self->last <= FAST || (clinic_burst_is_machine (self) && clinic_burst_goes_on (self, time)));
}

void
clinic_burst_add (ClinicBurst *self,
                  char         character,
                  guint32      time)
{
  g_return_if_fail (self != NULL);

  if (self->text->len == 0)
    self->first = time;

  g_string_append_c (self->text, character);
  self->last = time;
}

void
clinic_burst_touch (ClinicBurst *self,
                    guint32      time)
{
  g_return_if_fail (self != NULL);

  self->last = time;
}

gboolean
clinic_burst_is_ended (const ClinicBurst *self,
                       guint32            time)
{
  g_return_val_if_fail (self != NULL, FALSE);

  /* Nobody fills four zones and is at Return in no time. */
  return clinic_burst_is_machine (self) ||
         (is_as_fast (self, FEW, FAST) && time - self->last <= FAST);
}

gboolean
clinic_burst_is_code (const ClinicBurst *self,
                      guint              year)
{
  g_autoptr(GPtrArray) readings = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->text->len < SHORTEST)
    return FALSE;

  readings = clinic_gs1_read (self->text->str, year, NULL);

  return readings != NULL;
}

const char *
clinic_burst_get_text (const ClinicBurst *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text->str;
}
