/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gmodule.h>
#include <string.h>

#include "clinic-display.h"
#include "clinic-page.h"
#include "clinic-store.h"
#include "clinic-session.h"

/* Every template of the windows is made, shown, looked over and let go, in either direction of
 * writing and in light and dark. */

#define FOLDER "/org/anagen/Anagen/ui/"

typedef struct
{
  char     *class_name;
  gboolean  turned;             /* right to left, and dark */
} Template;

/* What is only made together with what it shows; the pages that hold them show them. */
static const char *const never_alone[] = {
  "ClinicChartLotRow", "ClinicChartZoneRow", "ClinicSearchWindow", "ClinicTimeZoneWindow", NULL
};

/* ClinicChartPage → clinic_chart_page_get_type */
static char *
name_function (const char *class_name)
{
  GString *name = g_string_new (NULL);

  for (const char *letter = class_name; *letter != '\0'; letter++)
    {
      if (g_ascii_isupper (*letter) && letter > class_name)
        g_string_append_c (name, '_');

      g_string_append_c (name, g_ascii_tolower (*letter));
    }

  g_string_append (name, "_get_type");

  return g_string_free (name, FALSE);
}

static GType
find_type (const char *class_name)
{
  g_autofree char *function = name_function (class_name);
  GModule *self = g_module_open (NULL, 0);
  gpointer symbol = NULL;

  if (!g_module_symbol (self, function, &symbol))
    g_error ("%s: there is no %s ()", class_name, function);

  return ((GType (*)(void))symbol)();
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  char **class_name = user_data;

  if (strcmp (element, "template") != 0)
    return;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "class") == 0)
      {
        g_free (*class_name);
        *class_name = g_strdup (values[i]);
      }
}

/* The class that a .ui is the template of; NULL for rows, which show themselves in their lists. */
static char *
read_class (const char *path)
{
  const GMarkupParser parser = { .start_element = start_cb };
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *class_name = NULL;
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &class_name, NULL);

  g_assert_nonnull (bytes);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);

  return class_name != NULL && g_str_has_prefix (class_name, "Clinic")
         ? g_steal_pointer (&class_name) : NULL;
}

static gpointer
read_session (ClinicDb  *db,
              gpointer   data,
              GError   **error)
{
  g_autoptr(GPtrArray) sessions = clinic_store_list_by (db, CLINIC_TYPE_SESSION, NULL, 0, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      ClinicSession *session = sessions->pdata[i];

      if (g_strcmp0 (session->status, "in_treatment") == 0)
        return g_object_ref (session);
    }

  return NULL;
}

static void
session_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  ClinicSession **session = user_data;
  g_autoptr(GError) error = NULL;

  *session = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Somebody being treated: what pages of a patient or a session can show. */
static ClinicSession *
dup_session (ClinicDesk *desk)
{
  ClinicSession *session = NULL;

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_session, NULL, NULL,
                           g_object_unref, NULL, session_read_cb, &session);
  clinic_display_wait (is_there, &session);

  return session;
}

static GtkWidget *
make_widget (ClinicDesk *desk,
             GType       type)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  gboolean wants_desk = g_object_class_find_property (G_OBJECT_CLASS (klass), "desk") != NULL;
  GtkWidget *widget = wants_desk ? g_object_new (type, "desk", desk, NULL)
                                 : g_object_new (type, NULL);

  if (CLINIC_IS_PAGE (widget))
    {
      g_autoptr(ClinicSession) session = dup_session (desk);
      gboolean chart = strstr (g_type_name (type), "Chart") != NULL;

      clinic_page_set_id (CLINIC_PAGE (widget),
                          chart ? clinic_record_get_id (CLINIC_RECORD (session))
                                : session->patient_id);
    }

  return widget;
}

/* A part of a window has nothing to show here and nobody to call: it need only live and go. */
static GtkWidget *
wrap_part (GtkWidget *part)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = part;

  if (GTK_IS_LIST_BOX_ROW (part))
    {
      content = gtk_list_box_new ();
      gtk_list_box_append (GTK_LIST_BOX (content), part);
    }

  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  adw_window_set_content (ADW_WINDOW (window), content);

  return window;
}

static void
show_template (ClinicDesk    *desk,
               gconstpointer  data)
{
  const Template *self = data;
  GType type = find_type (self->class_name);
  g_autofree char *picture = g_strdup_printf ("template-%s%s", self->class_name,
                                              self->turned ? "-turned" : "");
  GtkWidget *widget;

  if (G_TYPE_IS_ABSTRACT (type) ||
      g_strv_contains (never_alone, self->class_name))
    return;

  gtk_widget_set_default_direction (self->turned ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      self->turned ? ADW_COLOR_SCHEME_FORCE_DARK
                                                   : ADW_COLOR_SCHEME_DEFAULT);
  widget = make_widget (desk, type);

  if (!CLINIC_IS_PAGE (widget) && !GTK_IS_WINDOW (widget))
    {
      clinic_display_show (wrap_part (widget));
      return;
    }

  clinic_display_show (widget);
  clinic_display_check (widget);
  clinic_display_picture (widget, picture);
}

static void
template_free (Template *self)
{
  g_free (self->class_name);
  g_free (self);
}

static void
add_template (GPtrArray  *templates,
              const char *class_name,
              gboolean    turn)
{
  g_autofree char *path = g_strdup_printf ("/templates/%s/%s", class_name,
                                           turn ? "turned-and-dark" : "light");
  Template *self = g_new0 (Template, 1);

  self->class_name = g_strdup (class_name);
  self->turned = turn;
  g_ptr_array_add (templates, self);
  clinic_display_add_data (path, "practitioner", self, show_template);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) templates =
    g_ptr_array_new_with_free_func ((GDestroyNotify) template_free);
  g_auto(GStrv) names = NULL;

  clinic_display_init (&argc, &argv);
  names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert_nonnull (names);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autofree char *class_name = read_class (path);

      if (class_name == NULL)
        continue;

      add_template (templates, class_name, FALSE);
      add_template (templates, class_name, TRUE);
    }

  return g_test_run ();
}
