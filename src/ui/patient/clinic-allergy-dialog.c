/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-allergen-group.h"
#include "clinic-allergy-dialog.h"
#include "clinic-history.h"
#include "clinic-ingredient.h"
#include "clinic-quick-choice.h"

struct _ClinicAllergyDialog
{
  ClinicEntryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ClinicAllergyDialog, clinic_allergy_dialog, CLINIC_TYPE_ENTRY_DIALOG)

static GPtrArray *
load_groups (ClinicDb * db,
             gint64 patient,
             GError * *error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_ALLERGEN_GROUP, NULL, 0, error);
}

static GPtrArray *
load_ingredients (ClinicDb  *db,
                  gint64     patient,
                  GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_INGREDIENT, NULL, 0, error);
}

static const ClinicEntryOptions options[] = {
  { "allergen_group_id", "name", N_("No whole group"), load_groups },
  { "ingredient_id", "name", N_("No single ingredient"), load_ingredients },
  { NULL }
};

static gint64
save (ClinicAct     *act,
      ClinicRecord  *record,
      GError       **error)
{
  return clinic_allergy_save (act, CLINIC_ALLERGY (record), error);
}

/* The old entry no longer counts as it stood. */
static const char *
ask (ClinicRecord *before,
     ClinicRecord *after)
{
  ClinicAllergy *old = CLINIC_ALLERGY (before);
  ClinicAllergy *new = CLINIC_ALLERGY (after);

  if (old->ingredient_id == new->ingredient_id &&
      old->allergen_group_id == new->allergen_group_id &&
      (old->ended_on != NULL || new->ended_on == NULL))
    return NULL;

  return _("Why does the allergy no longer stand as it was?");
}

static void
prepare (ClinicEntryDialog *self,
         ClinicRecord      *record)
{
  GObject *row = gtk_widget_get_template_child (GTK_WIDGET (self), G_OBJECT_TYPE (self), "ended_on");

  /* Ending is an act of its own; here only a wrong date is put right. */
  gtk_widget_set_visible (GTK_WIDGET (row), CLINIC_ALLERGY (record)->ended_on != NULL);
}

static void
clinic_allergy_dialog_class_init (ClinicAllergyDialogClass *klass)
{
  ClinicEntryDialogClass *dialog_class = CLINIC_ENTRY_DIALOG_CLASS (klass);

  dialog_class->record_type = CLINIC_TYPE_ALLERGY;
  dialog_class->options = options;
  dialog_class->done = N_("Allergy saved");
  dialog_class->dated = "noted-on";
  dialog_class->save = save;
  dialog_class->ask = ask;
  dialog_class->prepare = prepare;

  clinic_entry_dialog_class_bind (dialog_class,
                                  "/org/anagen/Anagen/ui/clinic-allergy-dialog.ui");
  gtk_widget_class_bind_template_child_full (GTK_WIDGET_CLASS (klass), "ended_on", FALSE, 0);
  gtk_widget_class_bind_template_child_full (GTK_WIDGET_CLASS (klass), "ingredient_id", FALSE, 0);
}

static void
clinic_allergy_dialog_init (ClinicAllergyDialog *self)
{
  GtkDropDown *ingredient;

  gtk_widget_init_template (GTK_WIDGET (self));
  ingredient = GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (self), CLINIC_TYPE_ALLERGY_DIALOG, "ingredient_id"));
  clinic_quick_choice_watch (ingredient, NULL);
}
