/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-history.h"
#include "clinic-medicine-dialog.h"
#include "clinic-medicine-known.h"
#include "clinic-medicine-names.h"
#include "clinic-notice.h"
#include "clinic-text.h"

struct _ClinicMedicineDialog
{
  ClinicEntryDialog parent_instance;

  ClinicMedicineKnown *known;           /* NULL: not read yet */
  gint64               guessed;         /* the kind that was found by the name; CLINIC_UNKNOWN: none */

  GtkEditable         *name;
  ClinicMedicineNames *names;
  AdwActionRow        *meaning;
  GtkLabel            *tag;
  GtkWidget           *stopped;
  ClinicNotice        *notice;
};

G_DEFINE_FINAL_TYPE (ClinicMedicineDialog, clinic_medicine_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static GPtrArray *
load_kinds (ClinicDb * db,
            gint64 patient,
            GError * *error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_MEDICINE_KIND, NULL, 0, error);
}

static const ClinicEntryOptions options[] = {
  { "medicine_kind_id", "name", N_("Not on the list"), load_kinds },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_medicine_save (act, CLINIC_MEDICINE (record), error);
}

static ClinicMedicine *
get_draft (ClinicMedicineDialog *self)
{
  return CLINIC_MEDICINE (clinic_entry_dialog_get_draft (CLINIC_ENTRY_DIALOG (self)));
}

static void
show_tag (ClinicMedicineDialog *self,
          ClinicConditionKind  *condition)
{
  gboolean stop = condition != NULL && g_strcmp0 (condition->bearing, "stop") == 0;
  gboolean warn = condition != NULL && g_strcmp0 (condition->bearing, "warn") == 0;

  gtk_label_set_text (self->tag, stop ? _("Stops treatment") : warn ? _("Warning") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), stop || warn);
  gtk_widget_remove_css_class (GTK_WIDGET (self->tag), stop ? "warning" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->tag), stop ? "error" : "warning");
}

/* What the kind that was found or chosen means for a treatment. */
static void
show_meaning (ClinicMedicineDialog *self)
{
  ClinicMedicineKind *kind = clinic_medicine_known_find (self->known, get_draft (self)->medicine_kind_id);
  ClinicConditionKind *condition = clinic_medicine_known_condition (self->known, kind);
  g_autofree char *counts = NULL;

  if (condition != NULL)
    /* Translators: what taking a medicine counts as: Counts as “Takes an anticoagulant”. */
    counts = g_strdup_printf (_("Counts as “%s”"), condition->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->meaning),
                                 kind == NULL ? _("It is noted, and told at each treatment")
                                 : condition != NULL ? counts
                                 : kind->note != NULL ? kind->note : kind->name);
  adw_action_row_set_subtitle (self->meaning, kind != NULL && kind->source != NULL ? kind->source : "");
  show_tag (self, condition);
}

/* A kind that somebody chose is not guessed over. */
static void
guess (ClinicMedicineDialog *self)
{
  ClinicMedicine *draft = get_draft (self);
  ClinicMedicineKind *kind = clinic_medicine_kinds_find (self->known->kinds, gtk_editable_get_text (self->name));
  gint64 id = kind != NULL ? clinic_record_get_id (CLINIC_RECORD (kind)) : CLINIC_UNKNOWN;

  if (draft->medicine_kind_id != self->guessed)
    return;

  self->guessed = id;
  g_object_set (draft, "medicine-kind-id", id, NULL);
}

static void
show_names (ClinicMedicineDialog *self)
{
  g_autoptr(GPtrArray) matches = clinic_medicine_kinds_match (self->known->kinds, gtk_editable_get_text (self->name));
  gboolean whole = matches->len > 0 && ((ClinicMedicineMatch *) matches->pdata[0])->whole;

  if (whole)
    g_ptr_array_set_size (matches, 0);

  clinic_medicine_names_show (self->names, matches);
}

static void
name_changed_cb (ClinicMedicineDialog *self)
{
  if (self->known == NULL || get_draft (self) == NULL)
    return;

  guess (self);
  show_names (self);
}

static void
name_chosen_cb (ClinicMedicineDialog *self,
                const char           *name)
{
  gtk_editable_set_text (self->name, name);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_set_position (self->name, -1);
}

static void
known_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(ClinicMedicineDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicMedicineKnown) known = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);
  ClinicMedicine *draft;

  /* The dialog was closed meanwhile. */
  if (self->name == NULL)
    return;

  if (known == NULL)
    {
      clinic_notice_set_error (self->notice, error);
      return;
    }

  draft = get_draft (self);
  self->known = g_steal_pointer (&known);
  self->guessed = clinic_record_get_id (CLINIC_RECORD (draft)) == 0 ? CLINIC_UNKNOWN : draft->medicine_kind_id;
  g_signal_connect_object (draft, "notify::medicine-kind-id", G_CALLBACK (show_meaning), self, G_CONNECT_SWAPPED);
  name_changed_cb (self);
  show_meaning (self);
}

static void
prepare (ClinicEntryDialog *dialog,
         ClinicRecord      *record)
{
  ClinicMedicineDialog *self = CLINIC_MEDICINE_DIALOG (dialog);

  /* Stopping is an act of its own; here only a wrong date is put right. */
  gtk_widget_set_visible (self->stopped, CLINIC_MEDICINE (record)->stopped != NULL);
  clinic_worker_run_async (clinic_desk_get_reader (clinic_entry_dialog_get_desk (dialog)), clinic_medicine_known_read, NULL,
                           NULL, (GDestroyNotify) clinic_medicine_known_free, NULL, known_read_cb, g_object_ref (self));
}

static void
clinic_medicine_dialog_finalize (GObject *object)
{
  clinic_medicine_known_free (CLINIC_MEDICINE_DIALOG (object)->known);

  G_OBJECT_CLASS (clinic_medicine_dialog_parent_class)->finalize (object);
}

static void
clinic_medicine_dialog_class_init (ClinicMedicineDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_medicine_dialog_finalize;

  dialog_class->record_type = CLINIC_TYPE_MEDICINE;
  dialog_class->options = options;
  dialog_class->done = N_("Medicine saved");
  dialog_class->save = save;
  dialog_class->prepare = prepare;

  g_type_ensure (CLINIC_TYPE_MEDICINE_NAMES);
  clinic_entry_dialog_class_bind (dialog_class, "/org/anagen/Anagen/ui/clinic-medicine-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicMedicineDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ClinicMedicineDialog, names);
  gtk_widget_class_bind_template_child (widget_class, ClinicMedicineDialog, meaning);
  gtk_widget_class_bind_template_child (widget_class, ClinicMedicineDialog, tag);
  gtk_widget_class_bind_template_child (widget_class, ClinicMedicineDialog, stopped);
}

static void
clinic_medicine_dialog_init (ClinicMedicineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->guessed = CLINIC_UNKNOWN;
  self->notice = CLINIC_NOTICE (gtk_widget_get_template_child (GTK_WIDGET (self), CLINIC_TYPE_MEDICINE_DIALOG, "notice"));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_changed_cb), self);
  g_signal_connect_swapped (self->names, "chosen", G_CALLBACK (name_chosen_cb), self);
}
