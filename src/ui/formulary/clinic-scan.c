/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-locale.h"
#include "clinic-lot-words.h"
#include "clinic-scan-choice.h"
#include "clinic-scan.h"
#include "clinic-toast.h"

typedef struct
{
  GtkWidget        *widget;
  ClinicDesk       *desk;
  GPtrArray        *readings;
  ClinicGs1Reading *common;         /* of none of them */
  guint             chosen;
  ClinicLotScan    *found;
  gboolean          product_known;
  ClinicScanFunc    func;
} Scan;

static void
scan_free (Scan *self)
{
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->common, clinic_gs1_reading_free);
  g_clear_pointer (&self->found, clinic_lot_scan_free);
  g_object_unref (self->desk);
  g_object_unref (self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scan, scan_free)

static const ClinicGs1Reading *
get_reading (Scan * self)
{
  return self->common != NULL ? self->common : self->readings->pdata[self->chosen];
}

static void
hand_over (Scan *self)
{
  self->func (self->widget, get_reading (self), self->found);
}

/* Nothing of what was found: what there is to type begins with what is sure. */
static void
clear_found (Scan *self)
{
  g_ptr_array_set_size (self->found->lots, 0);
}

static void
product_chosen_cb (int      chosen,
                   gpointer data)
{
  g_autoptr(Scan) self = data;
  g_autoptr(ClinicLot) lot = NULL;

  if (chosen < 0 || gtk_widget_get_root (self->widget) == NULL)
    return;

  if ((guint) chosen < self->found->lots->len)
    lot = g_object_ref (self->found->lots->pdata[chosen]);

  clear_found (self);

  if (lot != NULL)
    g_ptr_array_add (self->found->lots, g_steal_pointer (&lot));

  hand_over (self);
}

/* Lots of all products may have the number: which is meant is not for us to say. */
static void
ask_product (Scan *self)
{
  GPtrArray *lots = self->found->lots;
  g_autofree char *question = g_strdup_printf (_("The code says lot %s, but not of which product. Which is it?"),
                                               get_reading (self)->lot);
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) subtitles = g_strv_builder_new ();
  g_auto(GStrv) title = NULL;
  g_auto(GStrv) subtitle = NULL;

  for (guint i = 0; i < lots->len; i++)
    {
      ClinicLot *lot = lots->pdata[i];
      g_autofree char *detail = clinic_lot_words_dup_detail (lot);

      g_strv_builder_add (titles, lot->product);
      g_strv_builder_add (subtitles, detail);
    }

  title = g_strv_builder_end (titles);
  subtitle = g_strv_builder_end (subtitles);
  clinic_scan_choice_present (self->widget, question, (const char *const *) title, (const char *const *) subtitle,
                              product_chosen_cb, self);
}

static gpointer
find (ClinicDb  *db,
      gpointer   data,
      GError   **error)
{
  return clinic_lot_scan_find (db, data, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Scan) self = user_data;
  g_autoptr(GError) error = NULL;

  self->found = clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);

  if (gtk_widget_get_root (self->widget) == NULL)
    return;

  if (self->found == NULL)
    {
      clinic_toast_error (self->widget, error);
      return;
    }

  if (self->common != NULL)
    clear_found (self);

  if (get_reading (self)->gtin != NULL || self->product_known || self->common != NULL)
    {
      hand_over (self);
      return;
    }

  if (self->found->lots->len > 0)
    {
      ask_product (g_steal_pointer (&self));
      return;
    }

  clinic_toast_show (self->widget, _("The code does not say of which product it is. Choose the product."), 0);
  hand_over (self);
}

static void
look_up (Scan *self)
{
  clinic_worker_run_async (clinic_desk_get_reader (self->desk), find, (gpointer) get_reading (self), NULL,
                           (GDestroyNotify) clinic_lot_scan_free, NULL, found_cb, self);
}

static void
chosen_cb (int      chosen,
           gpointer data)
{
  Scan *self = data;

  if (chosen < 0)
    {
      scan_free (self);
      return;
    }

  if ((guint) chosen < self->readings->len)
    self->chosen = (guint) chosen;
  else
    self->common = clinic_gs1_reading_new_common (self->readings);

  look_up (self);
}

/* "Lot LOT42X · expires 30 Jun 2025 · serial number 12345ABC". */
static char *
dup_words (const ClinicGs1Reading *reading)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expires = clinic_locale_date (reading->expires_on);

  g_ptr_array_add (words, reading->lot != NULL ? g_strdup_printf (_("Lot %s"), reading->lot) : g_strdup (_("No lot")));

  if (reading->expires_on != NULL)
    g_ptr_array_add (words, g_strdup_printf (_("expires %s"), expires));

  if (reading->serial != NULL)
    g_ptr_array_add (words, g_strdup_printf (_("serial number %s"), reading->serial));

  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
ask_reading (Scan *self)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) subtitles = g_strv_builder_new ();
  g_auto(GStrv) title = NULL;
  g_auto(GStrv) subtitle = NULL;

  for (guint i = 0; i < self->readings->len; i++)
    {
      g_autofree char *words = dup_words (self->readings->pdata[i]);
      g_autofree char *text = clinic_gs1_reading_dup_text (self->readings->pdata[i]);

      g_strv_builder_add (titles, words);
      g_strv_builder_add (subtitles, text);
    }

  title = g_strv_builder_end (titles);
  subtitle = g_strv_builder_end (subtitles);
  clinic_scan_choice_present (self->widget, NULL, (const char *const *) title, (const char *const *) subtitle, chosen_cb,
                              self);
}

void
clinic_scan_resolve (GtkWidget      *widget,
                     ClinicDesk     *desk,
                     const char     *text,
                     gboolean        product_known,
                     ClinicScanFunc  func)
{
  guint year = (guint) g_ascii_strtoull (clinic_desk_get_today (desk), NULL, 10);
  g_autoptr(GError) error = NULL;
  GPtrArray *readings = clinic_gs1_read (text, year, &error);
  Scan *self;

  if (readings == NULL)
    {
      /* Translators: %s is a sentence: why a scanned code cannot be read. */
      g_autofree char *words = g_strdup_printf (_("%s Nothing was changed: scan again, or choose by hand."), error->message);

      clinic_toast_show (widget, words, 0);
      return;
    }

  self = g_new0 (Scan, 1);
  self->widget = g_object_ref (widget);
  self->desk = g_object_ref (desk);
  self->readings = readings;
  self->product_known = product_known;
  self->func = func;

  if (readings->len > 1)
    ask_reading (self);
  else
    look_up (self);
}

void
clinic_scan_say_unknown (ClinicLot    *lot,
                         ClinicNotice *notice)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CLINIC_IS_LOT (lot));

  if (lot->number == NULL)
    return;

  text = g_strdup_printf (_("Lot %s is not in the records yet. Save to receive it."), lot->number);
  clinic_notice_set_text (notice, "information", text);
}
