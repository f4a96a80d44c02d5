/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-decimal.h"
#include "clinic-message.h"

struct _ClinicMessage
{
  char       *text;
  GHashTable *bounds;       /* lent */
  GPtrArray  *facts;        /* const ClinicFact * */
};

/* What composing has come to. */
typedef struct
{
  ClinicMessage    *message;
  ClinicFactReader  reader;
  gpointer          data;
  GString          *text;
  gsize             part;       /* where the open [part] began; -1: none is open */
  gboolean          missing;    /* a fact of it is not known */
} Composing;

void
clinic_message_free (ClinicMessage *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

static gboolean
note_place (ClinicMessage  *self,
            const char     *name,
            GError        **error)
{
  const ClinicFact *fact = clinic_facts_find (name);
  gboolean is_bound = g_str_has_prefix (name, "bound.") &&
                      g_hash_table_contains (self->bounds, name + strlen ("bound."));

  if (fact != NULL)
    g_ptr_array_add (self->facts, (gpointer) fact);
  else if (!is_bound)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("message: There is no fact “%s”"),
                 name);

  return fact != NULL || is_bound;
}

ClinicMessage *
clinic_message_new (const char  *text,
                    GHashTable  *bounds,
                    GError     **error)
{
  g_autoptr(ClinicMessage) self = g_new0 (ClinicMessage, 1);
  const char *at = text;

  self->text = g_strdup (text);
  self->bounds = bounds;
  self->facts = g_ptr_array_new ();

  while ((at = strchr (at, '{')) != NULL)
    {
      const char *end = strchr (at, '}');
      g_autofree char *name = g_strndup (at + 1, end != NULL ? (gsize) (end - at - 1) : 0);

      if (!note_place (self, name, error))
        return NULL;

      at = end;
    }

  return g_steal_pointer (&self);
}

GPtrArray *
clinic_message_get_facts (ClinicMessage *self)
{
  return self->facts;
}

static void
put_fact (Composing  *composing,
          const char *name)
{
  const ClinicFact *fact = clinic_facts_find (name);
  g_auto(ClinicValue) value = { 0 };
  g_autofree char *shown = NULL;

  if (fact != NULL)
    composing->reader (fact, composing->data, &value);
  else if (g_str_has_prefix (name, "bound.") &&
           g_hash_table_contains (composing->message->bounds, name + strlen ("bound.")))
    clinic_value_set_number (&value,
                             *(gint64 *) g_hash_table_lookup (composing->message->bounds,
                                                              name + strlen ("bound.")));

  shown = clinic_value_dup_shown (&value, fact != NULL ? fact->choices : NULL);
  composing->missing = composing->missing || value.kind == CLINIC_VALUE_UNKNOWN;
  g_string_append (composing->text, shown);
}

/* Puts what begins at @at; returns where it ends. */
static const char *
put_next (Composing  *composing,
          const char *at)
{
  const char *end = strchr (at, '}');

  if (*at == '{' && end != NULL)
    {
      g_autofree char *name = g_strndup (at + 1, end - at - 1);

      put_fact (composing, name);
      return end + 1;
    }

  if (*at == '[')
    {
      composing->part = composing->text->len;
      composing->missing = FALSE;
      return at + 1;
    }

  if (*at == ']' && composing->part != (gsize) - 1)
    {
      if (composing->missing)
        g_string_truncate (composing->text, composing->part);
      composing->part = -1;
      return at + 1;
    }

  g_string_append_c (composing->text, *at);

  return at + 1;
}

char *
clinic_message_compose (ClinicMessage    *self,
                        ClinicFactReader  reader,
                        gpointer          data)
{
  Composing composing = { self, reader, data, g_string_new (NULL), -1, FALSE };

  for (const char *at = _(self->text); *at != '\0'; )
    at = put_next (&composing, at);

  return g_string_free (composing.text, FALSE);
}
