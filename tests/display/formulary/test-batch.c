/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From which lots a batch is poured together. */

#include "config.h"

#include <string.h>

#include "clinic-batch-dialog.h"
#include "clinic-batch-pour-row.h"
#include "clinic-cocktail.h"
#include "clinic-cocktails-page.h"
#include "clinic-display.h"
#include "clinic-pour.h"

static GtkWidget *
top (void)
{
  return GTK_WIDGET (clinic_display_top ());
}

static GPtrArray *
list (ClinicDesk *desk,
      GType       type)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, &error);
  GPtrArray *records;

  g_assert_no_error (error);
  records = clinic_store_list_by (db, type, NULL, 0, &error);
  g_assert_no_error (error);

  return records;
}

static GtkWidget *
find_pour (const char *word)
{
  GtkWidget *row;

  for (guint i = 0; (row = clinic_display_find_type (top (), CLINIC_TYPE_BATCH_POUR_ROW, i)) != NULL; i++)
    {
      if (strstr (clinic_batch_pour_row_get_lot (CLINIC_BATCH_POUR_ROW (row))->product, word) != NULL)
        return row;
    }

  g_assert_not_reached ();
}

/* What the menu of a row offers; @id is NULL where it cannot be chosen. FALSE: nothing more. */
static gboolean
read_choice (GtkWidget  *row,
             int         n,
             char      **label,
             char      **id)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (clinic_display_find (row, "others")));
  g_autofree char *action = NULL;

  if (n >= g_menu_model_get_n_items (menu))
    return FALSE;

  g_menu_model_get_item_attribute (menu, n, "label", "s", label);
  g_menu_model_get_item_attribute (menu, n, "action", "s", &action);
  g_menu_model_get_item_attribute (menu, n, "target", "s", id);

  if (!g_str_equal (action, "pour.lot"))
    g_clear_pointer (id, g_free);

  return TRUE;
}

static void
open_batch (ClinicDesk *desk,
            const char *cocktail)
{
  GtkWidget *page = clinic_cocktails_page_new (desk);
  AdwComboRow *row;

  clinic_display_show (page);
  clinic_display_settle (desk);
  gtk_widget_activate_action (page, "formulary.prepare", NULL);
  clinic_display_settle (desk);
  row = ADW_COMBO_ROW (clinic_display_find (top (), "cocktail"));

  for (guint i = 0;; i++)
    {
      g_assert_cmpuint (i, <, g_list_model_get_n_items (adw_combo_row_get_model (row)));
      adw_combo_row_set_selected (row, i);

      if (g_str_equal (CLINIC_COCKTAIL (adw_combo_row_get_selected_item (row))->name, cocktail))
        break;
    }

  clinic_display_settle (desk);
}

/* Opened as a person opens it. */
static void
open_choices (ClinicDesk *desk,
              GtkWidget  *row,
              const char *picture)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (clinic_display_find (row, "others"));

  gtk_menu_button_popup (button);
  clinic_display_settle (desk);
  clinic_display_picture (top (), picture);
  gtk_menu_button_popdown (button);
}

static gint64
get_poured (GtkWidget *row)
{
  return clinic_record_get_id (CLINIC_RECORD (clinic_batch_pour_row_get_lot (CLINIC_BATCH_POUR_ROW (row))));
}

static guint
count_pours (ClinicDesk *desk,
             gint64      lot)
{
  g_autoptr(GPtrArray) pours = list (desk, CLINIC_TYPE_POUR);
  guint n = 0;

  for (guint i = 0; i < pours->len; i++)
    n += CLINIC_POUR (pours->pdata[i])->lot_id == lot;

  return n;
}

/* What must be used up first is proposed; what a person chooses instead stays chosen, and is poured from. */
static void
test_a_batch_is_poured_from_another_lot (ClinicDesk *desk)
{
  g_autofree char *label = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GtkWidget *row;
  gint64 wanted;
  guint before;

  open_batch (desk, "Vitamins, minerals, amino acids (basic)");
  row = find_pour ("Cysteine");
  open_choices (desk, row, "batch-lots");
  g_assert_true (read_choice (row, 0, &label, &first));
  g_clear_pointer (&label, g_free);
  g_assert_true (read_choice (row, 1, &label, &second));
  g_assert_cmpint (get_poured (row), ==, g_ascii_strtoll (first, NULL, 10));
  wanted = g_ascii_strtoll (second, NULL, 10);
  before = count_pours (desk, wanted);
  gtk_widget_activate_action (row, "pour.lot", "s", second);
  g_assert_cmpint (get_poured (row), ==, wanted);

  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (top (), "volume")), "5");
  clinic_display_settle (desk);
  g_assert_cmpint (get_poured (find_pour ("Cysteine")), ==, wanted);
  clinic_display_check (top ());
  clinic_display_click (clinic_display_find (top (), "save"));
  clinic_display_settle (desk);
  g_assert_false (CLINIC_IS_BATCH_DIALOG (top ()));
  g_assert_cmpuint (count_pours (desk, wanted), ==, before + 1);
}

/* What is in quarantine is said to be, and no way leads to it. */
static void
test_a_barred_lot_is_not_poured_from (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) lots = list (desk, CLINIC_TYPE_LOT);
  gboolean opened = FALSE;
  guint n_said = 0;
  guint n_barred = 0;
  GtkWidget *row;
  gint64 proposed;

  open_batch (desk, "Vitamins, minerals, amino acids (basic)");
  row = find_pour ("Sodium");
  proposed = get_poured (row);
  open_choices (desk, row, "batch-barred");

  for (int i = 0;; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *id = NULL;

      if (!read_choice (row, i, &label, &id))
        break;

      opened = opened || strstr (label, "opened, until") != NULL;
      n_said += strstr (label, "in quarantine: ") != NULL;
      g_assert_cmpint (id == NULL, ==, strstr (label, "in quarantine: ") != NULL);
    }

  g_assert_true (opened);
  g_assert_cmpuint (n_said, >, 0);

  for (guint i = 0; i < lots->len; i++)
    {
      ClinicLot *lot = lots->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, clinic_record_get_id (CLINIC_RECORD (lot)));

      if (!lot->quarantined ||
          lot->ingredient_id != clinic_batch_pour_row_get_lot (CLINIC_BATCH_POUR_ROW (row))->ingredient_id)
        continue;

      gtk_widget_activate_action (row, "pour.lot", "s", id);
      g_assert_cmpint (get_poured (row), ==, proposed);
      n_barred++;
    }

  g_assert_cmpuint (n_barred, >, 0);
  clinic_display_press ("Escape");
}

/* The batch of this morning stands there with what is left of it, and is not to be treated from any more. */
static void
test_a_batch_is_past_its_hour (ClinicDesk *desk)
{
  GtkWidget *page = clinic_cocktails_page_new (desk);

  clinic_display_show (page);
  clinic_display_settle (desk);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (clinic_display_find_type (page, ADW_TYPE_VIEW_STACK, 0)), "batches");
  clinic_display_settle (desk);
  clinic_display_picture (page, "batch-past");
  g_assert_nonnull (clinic_display_find_text (page, "Past its time"));
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/batch/past-its-hour", "practitioner", test_a_batch_is_past_its_hour);
  clinic_display_add ("/batch/other-lot", "practitioner", test_a_batch_is_poured_from_another_lot);
  clinic_display_add ("/batch/barred-lot", "practitioner", test_a_barred_lot_is_not_poured_from);

  return g_test_run ();
}
