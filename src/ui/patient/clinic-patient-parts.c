/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-consents-section.h"
#include "clinic-courses-section.h"
#include "clinic-later.h"
#include "clinic-patient-changes.h"
#include "clinic-patient-history.h"
#include "clinic-patient-overview.h"
#include "clinic-patient-parts.h"
#include "clinic-patient-sessions.h"
#include "clinic-photos-section.h"
#include "clinic-progress-section.h"

typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  GType (* type)(void);
} Part;

static const Part parts[] = {
  { "overview", N_("Overview"), "avatar-default-symbolic", clinic_patient_overview_get_type },
  { "history", N_("Medical history"), "emblem-documents-symbolic",
    clinic_patient_history_get_type },
  { "courses", N_("Courses"), "view-list-bullet-symbolic", clinic_courses_section_get_type },
  { "sessions", N_("Sessions"), "x-office-calendar-symbolic", clinic_patient_sessions_get_type },
  { "progress", N_("Progress"), "anagen-progress-symbolic", clinic_progress_section_get_type },
  { "photos", N_("Photos"), "camera-photo-symbolic", clinic_photos_section_get_type },
  { "consents", N_("Consents"), "emblem-ok-symbolic", clinic_consents_section_get_type },
  { "changes", N_("Changes"), "document-open-recent-symbolic", clinic_patient_changes_get_type },
};

typedef struct
{
  const Part           *part;
  ClinicPatientSection *page;       /* lives as long as its parts */
} Making;

static GtkWidget *
make_cb (ClinicLater *place,
         Making      *making)
{
  GtkWidget *child = g_object_new (making->part->type (),
                                   "desk", clinic_page_get_desk (CLINIC_PAGE (making->page)),
                                   NULL);

  g_object_bind_property (making->page, "id", child, "id", G_BINDING_SYNC_CREATE);

  if (CLINIC_IS_PATIENT_SECTION (child))
    g_object_bind_property (making->page, "file", child, "file", G_BINDING_SYNC_CREATE);

  return g_object_ref_sink (child);
}

static void
making_free (gpointer  making,
             GClosure *closure)
{
  g_free (making);
}

static void
add_part (AdwViewStack         *stack,
          ClinicPatientSection *page,
          const Part           *part)
{
  GtkWidget *place = g_object_new (CLINIC_TYPE_LATER, "soon", TRUE, NULL);
  Making *making = g_new0 (Making, 1);
  AdwViewStackPage *shown;

  making->part = part;
  making->page = page;
  g_signal_connect_data (place, "make", G_CALLBACK (make_cb), making, making_free, 0);
  shown = adw_view_stack_add_titled (stack, place, part->name, _(part->title));
  adw_view_stack_page_set_icon_name (shown, part->icon);
}

void
clinic_patient_parts_add (AdwViewStack         *stack,
                          ClinicPatientSection *page)
{
  g_return_if_fail (ADW_IS_VIEW_STACK (stack));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (stack, page, &parts[i]);
}

/* What was changed, and the photos, are for those who treat or manage: they tell of treatment. */
void
clinic_patient_parts_allow (AdwViewStack *stack,
                            ClinicDesk   *desk)
{
  static const char * const rights[][2] = {
    { "changes", "changes.read" },
    { "photos", "photo.view" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      GtkWidget *child = adw_view_stack_get_child_by_name (stack, rights[i][0]);

      if (child != NULL)
        adw_view_stack_page_set_visible (adw_view_stack_get_page (stack, child),
                                         desk != NULL && clinic_desk_may (desk, rights[i][1]));
    }
}

static gboolean
show_page (AdwViewStack     *stack,
           AdwViewStackPage *page)
{
  GtkWidget *child = adw_view_stack_page_get_child (page);

  if (child == adw_view_stack_get_visible_child (stack))
    return TRUE;

  adw_view_stack_set_visible_child (stack, child);

  return FALSE;
}

/* Sections that the person may not see do not open, whoever asks. */
gboolean
clinic_patient_parts_show (AdwViewStack *stack,
                           const char   *name)
{
  GtkWidget *child = adw_view_stack_get_child_by_name (stack, name);
  AdwViewStackPage *page = child != NULL ? adw_view_stack_get_page (stack, child) : NULL;

  return page != NULL && adw_view_stack_page_get_visible (page) && show_page (stack, page);
}

gboolean
clinic_patient_parts_show_nth (AdwViewStack *stack,
                               guint         nth)
{
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr(AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      if (adw_view_stack_page_get_visible (page) && --nth == 0)
        return show_page (stack, page);
    }

  return FALSE;
}

/* Sections that the person may not see are stepped over. */
void
clinic_patient_parts_turn (AdwViewStack *stack,
                           int           step)
{
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (stack);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));
  guint position = 0;

  while (position + 1 < n_pages && !gtk_selection_model_is_selected (pages, position))
    position++;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr(AdwViewStackPage) page = NULL;

      position = (position + n_pages + step) % n_pages;
      page = g_list_model_get_item (G_LIST_MODEL (pages), position);

      if (adw_view_stack_page_get_visible (page))
        break;
    }

  gtk_selection_model_select_item (pages, position, TRUE);
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     modifier,
         const char         *action,
         GVariant           *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifier), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Before the lists of the sections have them: Control with Page Down would turn their leaves. */
void
clinic_patient_parts_bind (GtkWidget *page)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_key (keys, GDK_KEY_1 + i, GDK_ALT_MASK, "patient.nth-section", g_variant_new_uint32 (i + 1));

  add_key (keys, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "patient.next-section", NULL);
  add_key (keys, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "patient.previous-section", NULL);
  gtk_widget_add_controller (page, keys);
}
