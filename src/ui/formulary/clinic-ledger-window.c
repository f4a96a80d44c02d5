/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-closures.h"
#include "clinic-direction.h"
#include "clinic-discard-dialog.h"
#include "clinic-ledger-line.h"
#include "clinic-ledger-window.h"
#include "clinic-locale.h"
#include "clinic-notice.h"
#include "clinic-present.h"
#include "clinic-query-model.h"

struct _ClinicLedgerWindow
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicQueryModel *lines;
  gint64            lot;
  gint64            left;

  AdwWindowTitle   *title;
  ClinicNotice     *notice;
  GtkLabel         *in;
  GtkLabel         *injected;
  GtkLabel         *poured;
  GtkLabel         *discarded;
  GtkLabel         *left_label;
  GtkLabel         *sentence;
};

enum
{
  PROP_LINES = 1,
};

static const char *const tables[] = { "lot", "draw", "pour", "discard", "session" };

G_DEFINE_FINAL_TYPE (ClinicLedgerWindow, clinic_ledger_window, ADW_TYPE_WINDOW)

static char *
format_kind (GObject * object,
             const char *kind)
{
  static const struct { const char *kind; const char *label; } kinds[] = {
    { "received", N_("Received") }, { "poured", N_("Poured in") }, { "injected", N_("Injected") },
    { "mixed", N_("Into a batch") }, { "discarded", N_("Discarded") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].kind, kind) == 0)
        return g_strdup (_(kinds[i].label));
    }

  return g_strdup ("");
}

static char *
format_happened (GObject    *object,
                 const char *happened)
{
  if (happened == NULL)
    return g_strdup ("");

  return strchr (happened, 'T') != NULL ? clinic_locale_wall (happened) : clinic_locale_date (happened);
}

/* "+ 3 ml", "− 0.5 ml". */
static char *
format_step (GObject          *object,
             ClinicLedgerLine *line)
{
  g_autofree char *number = line != NULL ? clinic_locale_decimal (line->volume) : NULL;
  g_autofree char *step = NULL;

  if (line == NULL || line->volume == CLINIC_UNKNOWN)
    return g_strdup (_("not known"));

  /* Translators: ml that came into a lot, and that went out of it. */
  step = clinic_ledger_line_is_in (line) ? g_strdup_printf (_("+ %s ml"), number)
                                         : g_strdup_printf (_("− %s ml"), number);

  return clinic_direction_figures (step);
}

static void
show_volume (GtkLabel *label,
             gint64    volume)
{
  g_autofree char *number = clinic_locale_decimal (volume);
  g_autofree char *text = volume != CLINIC_UNKNOWN ? g_strdup_printf (_("%s ml"), number) : g_strdup (_("not known"));

  gtk_label_set_label (label, text);
}

static void
loaded_cb (ClinicLedgerWindow *self)
{
  GListModel *lines = G_LIST_MODEL (self->lines);
  gint64 received = clinic_ledger_line_sum (lines, "received");
  gint64 mixed = clinic_ledger_line_sum (lines, "poured");
  gint64 in = received == CLINIC_UNKNOWN ? CLINIC_UNKNOWN : received + mixed;
  gint64 injected = clinic_ledger_line_sum (lines, "injected");
  gint64 poured = clinic_ledger_line_sum (lines, "mixed");
  gint64 discarded = clinic_ledger_line_sum (lines, "discarded");

  if (clinic_query_model_get_loading (self->lines))
    return;

  clinic_notice_set_text (self->notice, "error", clinic_query_model_get_message (self->lines));
  self->left = in == CLINIC_UNKNOWN ? CLINIC_UNKNOWN : in - injected - poured - discarded;
  show_volume (self->in, in);
  show_volume (self->injected, injected);
  show_volume (self->poured, poured);
  show_volume (self->discarded, discarded);
  show_volume (self->left_label, self->left);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.discard",
                                 self->left != 0 && clinic_desk_may (self->desk, "lot.save"));
  gtk_label_set_label (self->sentence, self->left == CLINIC_UNKNOWN
                       ? _("Nobody said how much came in: what is left cannot be told.")
                       : self->left < 0 ? _("More went out than came in. Correct the lot, or the chart that drew too much.")
                       : _("What came in is what was injected, mixed on, discarded and is left."));
}

static void
changed_cb (ClinicLedgerWindow *self,
            const char *const  *changed)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (g_strv_contains (changed, tables[i]))
        {
          clinic_query_model_reload (self->lines);
          return;
        }
    }
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ClinicLedgerWindow *self = CLINIC_LEDGER_WINDOW (widget);

  clinic_discard_dialog_present (widget, self->desk, self->lot, self->left);
}

static void
clinic_ledger_window_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *spec)
{
  if (id == PROP_LINES)
    g_value_set_object (value, CLINIC_LEDGER_WINDOW (object)->lines);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
clinic_ledger_window_dispose (GObject *object)
{
  ClinicLedgerWindow *self = CLINIC_LEDGER_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_LEDGER_WINDOW);
  g_clear_object (&self->lines);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_ledger_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (CLINIC_TYPE_LEDGER_LINE);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-ledger-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, in);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, injected);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, poured);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, discarded);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, left_label);
  gtk_widget_class_bind_template_child (widget_class, ClinicLedgerWindow, sentence);
  gtk_widget_class_bind_template_callback (widget_class, format_kind);
  gtk_widget_class_bind_template_callback (widget_class, format_happened);
  gtk_widget_class_bind_template_callback (widget_class, format_step);
  clinic_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "ledger.discard", NULL, discard_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_ledger_window_class_init (ClinicLedgerWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_ledger_window_get_property;
  object_class->dispose = clinic_ledger_window_dispose;
  g_object_class_install_property (object_class, PROP_LINES,
                                   g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
clinic_ledger_window_init (ClinicLedgerWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_ledger_window_present (GtkWidget  *parent,
                              ClinicDesk *desk,
                              gint64      lot,
                              const char *title,
                              const char *subtitle)
{
  ClinicLedgerWindow *self = g_object_new (CLINIC_TYPE_LEDGER_WINDOW, "transient-for", gtk_widget_get_root (parent),
                                           NULL);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, lot);

  self->desk = g_object_ref (desk);
  self->lot = lot;
  self->lines = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_LEDGER_LINE, clinic_ledger_line_list);
  g_object_notify (G_OBJECT (self), "lines");
  g_signal_connect_object (self->lines, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  clinic_query_model_set_argument (self->lines, key);
  clinic_present (GTK_WINDOW (self));
}
