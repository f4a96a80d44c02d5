/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "clinic-cli.h"
#include "clinic-cli-fields.h"
#include "clinic-date.h"

struct _ClinicCliFields
{
  ClinicRecordClass   *klass;
  const ClinicField  **fields;
  char               **names;
  char               **values;
  guint                n;
  GArray              *entries;
};

static void
add_field (ClinicCliFields   *self,
           const ClinicField *field)
{
  self->fields[self->n] = field;
  self->names[self->n] = g_strdelimit (g_strdup (field->name), "_", '-');
  self->n++;
}

ClinicCliFields *
clinic_cli_fields_new (GType                type,
                       const char * const  *left_out)
{
  ClinicCliFields *self = g_new0 (ClinicCliFields, 1);

  self->klass = g_type_class_ref (type);
  self->fields = g_new0 (const ClinicField *, self->klass->n_fields);
  self->names = g_new0 (char *, self->klass->n_fields);
  self->values = g_new0 (char *, self->klass->n_fields);
  self->entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      if (left_out == NULL || !g_strv_contains (left_out, self->klass->fields[i].name))
        add_field (self, &self->klass->fields[i]);
    }

  return self;
}

void
clinic_cli_fields_free (ClinicCliFields *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_free (self->names[i]);
      g_free (self->values[i]);
    }

  g_free (self->fields);
  g_free (self->names);
  g_free (self->values);
  g_array_unref (self->entries);
  g_type_class_unref (self->klass);
  g_free (self);
}

static const char *
describe_argument (const ClinicField *field)
{
  switch (field->format)
    {
    case CLINIC_DATE:
      return N_("YYYY-MM-DD");

    case CLINIC_WALL:
      return N_("YYYY-MM-DDTHH:MM");

    case CLINIC_DECIMAL:
      return N_("N.NNN");

    case CLINIC_CHOICE:
      return N_("WORD");

    case CLINIC_PLAIN:
    case CLINIC_LINK:
    default:
      if (field->storage == CLINIC_FLAG)
        return N_("0|1");

      return field->storage == CLINIC_NUMBER &&
             field->format == CLINIC_PLAIN ? N_("N") : N_("TEXT");
    }
}

const GOptionEntry *
clinic_cli_fields_get_entries (ClinicCliFields    *self,
                               const GOptionEntry *more)
{
  for (guint i = 0; i < self->n; i++)
    {
      GOptionEntry entry = {
        self->names[i], 0, 0, G_OPTION_ARG_STRING, &self->values[i],
        self->fields[i]->label, describe_argument (self->fields[i])
      };

      g_array_append_val (self->entries, entry);
    }

  for (; more != NULL && more->long_name != NULL; more++)
    g_array_append_val (self->entries, *more);

  return (const GOptionEntry *) self->entries->data;
}

/* The words a choice field takes, for whoever gave another. */
static void
explain_choice (const ClinicField  *field,
                GError            **error)
{
  g_autoptr(GString) words = g_string_new (NULL);

  if (field->format != CLINIC_CHOICE || error == NULL || *error == NULL)
    return;

  for (const ClinicChoice *choice = field->choices; choice->value != NULL; choice++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", choice->value);

  g_prefix_error (error, _("One of %s. "), words->str);
}

gboolean
clinic_cli_fields_apply (ClinicCliFields  *self,
                         ClinicRecord     *record,
                         gpointer          cli,
                         GError          **error)
{
  for (guint i = 0; i < self->n; i++)
    {
      const ClinicField *field = self->fields[i];
      const char *value = self->values[i];
      gint64 id;

      if (value == NULL)
        continue;

      if (field->format != CLINIC_LINK || *value == '\0')
        {
          if (!clinic_record_take_value (record, field, *value != '\0' ? value : NULL, error))
            {
              explain_choice (field, error);
              return FALSE;
            }

          continue;
        }

      if ((id = clinic_cli_find (cli, field->links, value)) == 0)
        return FALSE;

      clinic_record_set_number (record, field, id);
    }

  return TRUE;
}

void
clinic_cli_fields_set_day (ClinicCliFields *self,
                           const char      *day)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *wall = NULL;

      if (self->fields[i]->format != CLINIC_WALL || self->values[i] == NULL)
        continue;

      wall = g_strconcat (day, "T", self->values[i], NULL);

      if (clinic_wall_is_valid (wall))
        {
          g_free (self->values[i]);
          self->values[i] = g_steal_pointer (&wall);
        }
    }
}

const char *
clinic_cli_fields_get (ClinicCliFields *self,
                       const char      *name)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (strcmp (self->fields[i]->name, name) == 0)
        return self->values[i];
    }

  return NULL;
}
