/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-closures.h"
#include "clinic-desk.h"
#include "clinic-discard-dialog.h"
#include "clinic-formulary.h"
#include "clinic-ledger-window.h"
#include "clinic-locale.h"
#include "clinic-lot-dialog.h"
#include "clinic-lot-row.h"
#include "clinic-lot-step.h"
#include "clinic-page.h"

struct _ClinicLotRow
{
  GtkBox parent_instance;

  ClinicLotLine *lot;
  char          *now;           /* the clinic's wall time */
  guint          timeout;
};

typedef enum
{
  PROPERTY_LOT = 1,
  PROPERTY_NOW,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicLotRow, clinic_lot_row, GTK_TYPE_BOX)

/* "until 4 Mar 2027", earlier once it is opened. */
static char *
format_until (GObject * object,
              ClinicLotLine * lot,
              const char    *opened_on)
{
  g_autofree char *last = lot != NULL ? clinic_lot_line_dup_last (lot) : NULL;
  g_autofree char *date = clinic_locale_date (last);

  if (lot != NULL && lot->usable_until != NULL)
    {
      g_autofree char *until = clinic_locale_wall (lot->usable_until);

      return g_strdup_printf (_("until %s"), until);
    }

  if (lot == NULL || last == NULL)
    return g_strdup (_("Expiry not known"));

  if (lot->opened_on != NULL)
    {
      g_autofree char *opened = clinic_locale_date (lot->opened_on);

      /* Translators: a lot was opened on the first date and may be used until the second */
      return g_strdup_printf (_("opened %s, until %s"), opened, date);
    }

  /* Translators: a lot may be used until this date */
  return g_strdup_printf (_("until %s"), date);
}

static char *
format_left (GObject       *object,
             ClinicLotLine *lot,
             gint64         injected,
             gint64         poured,
             gint64         discarded)
{
  gint64 left = lot != NULL ? clinic_lot_line_get_left (lot) : CLINIC_UNKNOWN;
  g_autofree char *number = clinic_locale_decimal (left);

  return left != CLINIC_UNKNOWN ? g_strdup_printf (_("%s ml left"), number) : g_strdup ("");
}

/* It has been open for too long, or a batch stood for more hours than it may. */
static gboolean
is_past (GObject       *object,
         ClinicLotLine *lot,
         const char    *now,
         const char    *opened_on)
{
  g_autofree char *last = lot != NULL ? clinic_lot_line_dup_last (lot) : NULL;

  if (last == NULL || now == NULL)
    return FALSE;

  return strncmp (last, now, strlen (last)) < 0 || (lot->usable_until != NULL && strcmp (lot->usable_until, now) < 0);
}

/* Not to be treated from. */
static gboolean
is_barred (GObject       *object,
           ClinicLotLine *lot,
           const char    *now,
           const char    *opened_on,
           gboolean       quarantined)
{
  return quarantined || is_past (object, lot, now, opened_on);
}

static char *
format_state (GObject       *object,
              ClinicLotLine *lot,
              const char    *now,
              const char    *opened_on,
              gboolean       quarantined)
{
  if (quarantined)
    return g_strdup (_("In quarantine"));

  if (is_past (object, lot, now, opened_on))
    return g_strdup (lot->opened_on != NULL ? _("Open too long") : _("Past its time"));

  if (lot != NULL && lot->single_dose)
    return g_strdup (_("Single dose"));

  if (opened_on != NULL && *opened_on != '\0')
    return g_strdup (_("Opened"));

  return g_strdup ("");
}

static void
take_step (ClinicLotRow *self,
           ClinicLotStep step)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), CLINIC_TYPE_PAGE);

  if (page != NULL && self->lot != NULL)
    clinic_lot_step (page, clinic_page_get_desk (CLINIC_PAGE (page)), self->lot, step);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  take_step (CLINIC_LOT_ROW (widget), CLINIC_LOT_OPEN);
}

static void
quarantine_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  take_step (CLINIC_LOT_ROW (widget), CLINIC_LOT_QUARANTINE);
}

static void
release_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  take_step (CLINIC_LOT_ROW (widget), CLINIC_LOT_RELEASE);
}

static void
ledger_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicLotRow *self = CLINIC_LOT_ROW (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_PAGE);

  if (page != NULL && self->lot != NULL)
    clinic_ledger_window_present (page, clinic_page_get_desk (CLINIC_PAGE (page)),
                                  clinic_record_get_id (CLINIC_RECORD (self->lot)), self->lot->number,
                                  self->lot->product);
}

static void
correct_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicLotRow *self = CLINIC_LOT_ROW (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_PAGE);

  if (page != NULL && self->lot != NULL)
    clinic_lot_dialog_correct (page, clinic_page_get_desk (CLINIC_PAGE (page)),
                               clinic_record_get_id (CLINIC_RECORD (self->lot)));
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicLotRow *self = CLINIC_LOT_ROW (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_PAGE);

  if (page != NULL && self->lot != NULL)
    clinic_discard_dialog_present (page, clinic_page_get_desk (CLINIC_PAGE (page)),
                                   clinic_record_get_id (CLINIC_RECORD (self->lot)),
                                   clinic_lot_line_get_left (self->lot));
}

static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  ClinicLotRow *self = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Ledger…"), "lot.ledger");

  if (self->lot != NULL && self->lot->opened_on == NULL && self->lot->prepared_at == NULL)
    g_menu_append (menu, _("Opened today"), "lot.open");

  if (self->lot != NULL && self->lot->quarantined)
    g_menu_append (menu, _("Out of quarantine…"), "lot.release");
  else
    g_menu_append (menu, _("Into quarantine…"), "lot.quarantine");

  g_menu_append (menu, _("Discard…"), "lot.discard");

  if (self->lot != NULL && self->lot->prepared_at == NULL)
    g_menu_append (menu, _("Correct…"), "lot.correct");

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static gboolean
update_now (gpointer data)
{
  ClinicLotRow *self = data;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), CLINIC_TYPE_PAGE);

  if (page != NULL)
    {
      g_free (self->now);
      self->now = clinic_clock_wall (clinic_desk_get_clinic (clinic_page_get_desk (CLINIC_PAGE (page)))->zone);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_NOW]);
    }

  return G_SOURCE_CONTINUE;
}

/* A batch may come to its end while somebody looks; other lots end with the day. */
static void
clinic_lot_row_map (GtkWidget *widget)
{
  ClinicLotRow *self = CLINIC_LOT_ROW (widget);

  GTK_WIDGET_CLASS (clinic_lot_row_parent_class)->map (widget);
  update_now (self);

  if (self->timeout == 0 && self->lot != NULL && self->lot->usable_until != NULL)
    self->timeout = g_timeout_add_seconds (30, update_now, self);
}

static void
clinic_lot_row_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&CLINIC_LOT_ROW (widget)->timeout, g_source_remove);
  GTK_WIDGET_CLASS (clinic_lot_row_parent_class)->unmap (widget);
}

static void
clinic_lot_row_root (GtkWidget *widget)
{
  ClinicLotRow *self = CLINIC_LOT_ROW (widget);
  GtkWidget *page;

  GTK_WIDGET_CLASS (clinic_lot_row_parent_class)->root (widget);

  page = gtk_widget_get_ancestor (widget, CLINIC_TYPE_PAGE);

  if (page == NULL)
    return;

  update_now (self);
  gtk_widget_set_visible (GTK_WIDGET (gtk_widget_get_template_child (widget, CLINIC_TYPE_LOT_ROW,
                                                                     "menu")),
                          clinic_desk_may (clinic_page_get_desk (CLINIC_PAGE (page)),
                                           "lot.save"));
}

static void
clinic_lot_row_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (property_id == PROPERTY_LOT)
    g_value_set_object (value, CLINIC_LOT_ROW (object)->lot);
  else if (property_id == PROPERTY_NOW)
    g_value_set_string (value, CLINIC_LOT_ROW (object)->now);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_lot_row_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (property_id == PROPERTY_LOT)
    g_set_object (&CLINIC_LOT_ROW (object)->lot, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
clinic_lot_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_LOT_ROW);
  g_clear_object (&CLINIC_LOT_ROW (object)->lot);
  g_clear_pointer (&CLINIC_LOT_ROW (object)->now, g_free);
  g_clear_handle_id (&CLINIC_LOT_ROW (object)->timeout, g_source_remove);

  G_OBJECT_CLASS (clinic_lot_row_parent_class)->dispose (object);
}

static void
clinic_lot_row_class_init (ClinicLotRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_lot_row_dispose;
  object_class->get_property = clinic_lot_row_get_property;
  object_class->set_property = clinic_lot_row_set_property;
  widget_class->root = clinic_lot_row_root;
  widget_class->map = clinic_lot_row_map;
  widget_class->unmap = clinic_lot_row_unmap;

  properties[PROPERTY_LOT] =
    g_param_spec_object ("lot", NULL, NULL, CLINIC_TYPE_LOT_LINE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_NOW] =
    g_param_spec_string ("now", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-lot-row.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "menu", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, format_until);
  gtk_widget_class_bind_template_callback (widget_class, format_left);
  gtk_widget_class_bind_template_callback (widget_class, format_state);
  gtk_widget_class_bind_template_callback (widget_class, is_barred);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "lot.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "lot.ledger", NULL, ledger_action);
  gtk_widget_class_install_action (widget_class, "lot.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "lot.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "lot.quarantine", NULL, quarantine_action);
  gtk_widget_class_install_action (widget_class, "lot.release", NULL, release_action);
}

static void
clinic_lot_row_init (ClinicLotRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_init_template (widget);
  gtk_menu_button_set_create_popup_func
    (GTK_MENU_BUTTON (gtk_widget_get_template_child (widget, CLINIC_TYPE_LOT_ROW, "menu")),
    fill_menu, self, NULL);
}
