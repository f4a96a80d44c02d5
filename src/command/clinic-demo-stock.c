/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-demo-world.h"
#include "clinic-discard.h"
#include "clinic-draw.h"
#include "clinic-lot.h"
#include "clinic-pour.h"

#define MONTH 30

/* A bottle is used up within 28 days of its opening (16 CCR 1751.9), an ampoule box until its
 * expiry. */
#define BOTTLE_DAYS 28

/* GTIN-14 of a made-up article; the last digit checks the others. */
static char *
draw_gtin (guint place)
{
  char digits[15];
  guint sum = 0;

  g_snprintf (digits, sizeof digits, "09521%08u", place + 1);

  for (guint i = 0; i < 13; i++)
    sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);

  return g_strdup_printf ("%s%u", digits, (10 - sum % 10) % 10);
}

typedef struct
{
  guint       product;
  gint64      received;
  gint64      opened;           /* -1: not */
  gint64      expires;
  gint64      quantity;
  const char *quarantine;       /* why; NULL: not */
} Delivery;

static gint64
write_lot (ClinicDemoWorld *self,
           const Delivery  *delivery)
{
  ClinicDemoProduct *product = self->products->pdata[delivery->product];
  ClinicRecord *lot = CLINIC_RECORD (clinic_lot_new ());

  clinic_demo_text (lot, "product", product->name);
  clinic_demo_number (lot, "ingredient_id", product->ingredient_id);
  clinic_demo_number (lot, "cocktail_id", product->cocktail_id);
  clinic_demo_take_text (lot, "number",
                         g_strdup_printf ("%c%05u", 'A' + clinic_random_below (&self->random, 26),
                                          ++self->result.n_lots));
  clinic_demo_take_text (lot, "expires_on", clinic_demo_date (self, delivery->expires));
  clinic_demo_take_text (lot, "received_on", clinic_demo_date (self, delivery->received));
  clinic_demo_number (lot, "quantity", delivery->quantity);
  clinic_demo_number (lot, "quarantined", delivery->quarantine != NULL);
  clinic_demo_text (lot, "quarantine_reason", delivery->quarantine);

  if (product->cocktail_id == CLINIC_UNKNOWN)
    clinic_demo_take_text (lot, "gtin", draw_gtin (delivery->product));

  if (delivery->opened >= 0)
    {
      clinic_demo_take_text (lot, "opened_on", clinic_demo_date (self, delivery->opened));
      clinic_demo_number (lot, "in_use_days", BOTTLE_DAYS);
    }

  return clinic_demo_write (self, lot);
}

static GArray *
get_bucket (ClinicDemoProduct *product,
            gint64             month)
{
  GArray *bucket = g_hash_table_lookup (product->by_month, GINT_TO_POINTER ((gint) month));

  if (bucket == NULL)
    {
      bucket = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (product->by_month, GINT_TO_POINTER ((gint) month), bucket);
    }

  return bucket;
}

/* A lot that can be used on @day and holds @volume, wherever the next patients may look for it. */
static ClinicDemoLot *
receive_lot (ClinicDemoWorld *self,
             guint            place,
             gint64           day,
             gint64           volume)
{
  static const gint64 quantities[] = { 50000, 100000, 250000 };
  ClinicDemoProduct *product = self->products->pdata[place];
  Delivery delivery = { .product = place, .opened = -1 };
  ClinicDemoLot lot;
  guint number = self->lots->len;

  delivery.quantity = quantities[clinic_random_below (&self->random, G_N_ELEMENTS (quantities))];
  delivery.received = day - clinic_demo_between (self, 5, 120);
  delivery.expires = day + clinic_demo_between (self, 120, 540);
  lot = (ClinicDemoLot) {
    .from_day = MAX (0,
                     delivery.received + 1), .to_day = delivery.expires, .left = delivery.quantity,
  };

  if (product->bottle)
    {
      delivery.opened = clinic_demo_between (self, MAX (day - 9, delivery.received), day);
      lot.from_day = MAX (0, delivery.opened);
      lot.to_day = MIN (delivery.expires, delivery.opened + BOTTLE_DAYS);
    }

  lot.id = write_lot (self, &delivery);
  g_array_append_val (self->lots, lot);

  for (gint64 month = lot.from_day / MONTH; month <= (gint64) lot.to_day / MONTH; month++)
    g_array_append_val (get_bucket (product, month), number);

  return &g_array_index (self->lots, ClinicDemoLot, number);
}

static ClinicDemoLot *
find_lot (ClinicDemoWorld *self,
          guint            place,
          gint64           day,
          gint64           volume)
{
  GArray *bucket = get_bucket (self->products->pdata[place], day / MONTH);

  for (guint i = 0; i < bucket->len; i++)
    {
      ClinicDemoLot *lot = &g_array_index (self->lots, ClinicDemoLot,
                                           g_array_index (bucket, guint, i));

      if (lot->left >= volume && day >= lot->from_day && day < lot->to_day)
        return lot;

      /* As good as empty: nobody need look at it again. */
      if (lot->left < 300)
        g_array_remove_index_fast (bucket, i--);
    }

  return receive_lot (self, place, day, volume);
}

void
clinic_demo_draw_lots (ClinicDemoWorld    *self,
                       gint64              session,
                       ClinicDemoCocktail *cocktail,
                       gint64              day,
                       gint64              volume)
{
  for (guint i = 0; i < cocktail->parts->len; i++)
    {
      ClinicDemoPart *part = &g_array_index (cocktail->parts, ClinicDemoPart, i);
      ClinicDemoProduct *product = self->products->pdata[part->product];
      gint64 share = (volume * part->volume + cocktail->volume - 1) / cocktail->volume;
      ClinicDemoLot *lot;
      ClinicRecord *draw;

      if (product->own)
        continue;

      lot = find_lot (self, part->product, day, share);
      lot->left -= share;
      draw = CLINIC_RECORD (clinic_draw_new ());
      clinic_demo_number (draw, "session_id", session);
      clinic_demo_number (draw, "cocktail_version_id", cocktail->version_id);
      clinic_demo_number (draw, "lot_id", lot->id);
      clinic_demo_number (draw, "volume", share);
      clinic_demo_write (self, draw);
      self->result.n_draws++;
    }
}

static void
write_pour (ClinicDemoWorld *self,
            gint64           lot,
            gint64           batch,
            gint64           volume)
{
  ClinicRecord *pour = CLINIC_RECORD (clinic_pour_new ());

  clinic_demo_number (pour, "lot_id", lot);
  clinic_demo_number (pour, "batch_id", batch);
  clinic_demo_number (pour, "volume", volume);
  clinic_demo_write (self, pour);
}

static gint64
write_batch (ClinicDemoWorld    *self,
             ClinicDemoCocktail *cocktail,
             gint64              staff,
             gint64              volume)
{
  ClinicRecord *batch = CLINIC_RECORD (clinic_lot_new ());
  g_autofree char *today = clinic_demo_date (self, self->today);

  clinic_demo_text (batch, "product", cocktail->name);
  clinic_demo_number (batch, "cocktail_id", cocktail->id);
  clinic_demo_number (batch, "cocktail_version_id", cocktail->version_id);
  clinic_demo_take_text (batch, "number", g_strdup_printf ("B%.2s%.2s%.2s-1", today + 2, today + 5, today + 8));
  clinic_demo_text (batch, "expires_on", today);
  clinic_demo_text (batch, "received_on", today);
  clinic_demo_take_text (batch, "prepared_at", g_strconcat (today, "T07:45", NULL));
  clinic_demo_take_text (batch, "usable_until", g_strconcat (today, "T09:45", NULL));
  clinic_demo_number (batch, "prepared_by", staff);
  clinic_demo_number (batch, "quantity", volume);
  self->result.n_lots++;

  return clinic_demo_write (self, batch);
}

/* Mixed this morning for two hours; a little was lost in filling, and what is left waits to be discarded. */
static void
make_batch (ClinicDemoWorld    *self,
            ClinicDemoCocktail *cocktail,
            gint64              staff)
{
  gint64 volume = cocktail->volume * 4;
  gint64 batch = write_batch (self, cocktail, staff, volume);
  ClinicRecord *discard = CLINIC_RECORD (clinic_discard_new ());
  g_autofree char *today = clinic_demo_date (self, self->today);

  for (guint i = 0; i < cocktail->parts->len; i++)
    {
      ClinicDemoPart *part = &g_array_index (cocktail->parts, ClinicDemoPart, i);
      ClinicDemoLot *lot = find_lot (self, part->product, self->today, part->volume * 4);

      lot->left -= part->volume * 4;
      write_pour (self, lot->id, batch, part->volume * 4);
    }

  clinic_demo_number (discard, "lot_id", batch);
  clinic_demo_number (discard, "volume", 200);
  clinic_demo_take_text (discard, "discarded_at", g_strconcat (today, "T07:50", NULL));
  clinic_demo_number (discard, "staff_id", staff);
  clinic_demo_text (discard, "reason", "Lost in filling the syringes");
  clinic_demo_write (self, discard);
}

static gboolean
is_all_bought (ClinicDemoWorld    *self,
               ClinicDemoCocktail *cocktail)
{
  for (guint i = 0; i < cocktail->parts->len; i++)
    {
      ClinicDemoProduct *product = self->products->pdata[g_array_index (cocktail->parts, ClinicDemoPart, i).product];

      if (product->own || product->cocktail_id != CLINIC_UNKNOWN)
        return FALSE;
    }

  return cocktail->parts->len > 1;
}

/* Enough of each for the day, and one of them is mixed already. */
static void
make_batches (ClinicDemoWorld *self)
{
  ClinicDemoCocktail *mixed = NULL;

  for (guint i = 0; i < self->cocktails->len; i++)
    {
      ClinicDemoCocktail *cocktail = self->cocktails->pdata[i];

      if (!is_all_bought (self, cocktail))
        continue;

      for (guint j = 0; j < cocktail->parts->len; j++)
        {
          ClinicDemoPart *part = &g_array_index (cocktail->parts, ClinicDemoPart, j);

          find_lot (self, part->product, self->today, part->volume * 4);
        }

      if (mixed == NULL || cocktail->parts->len < mixed->parts->len)
        mixed = cocktail;
    }

  if (mixed != NULL)
    make_batch (self, mixed, clinic_demo_get_practitioner (self, 0)->id);
}

void
clinic_demo_make_shelf (ClinicDemoWorld *self)
{
  gint64 today = self->today;
  const Delivery deliveries[] = {
    { 0, today - 400, -1, today - 12, 50000, NULL },
    { 1, today - 40, -1, today + 300, 50000, "Cold chain broken on delivery" },
    { 2, today - 90, -1, today + 6, 30000, NULL },
    { 1, today - 70, today - 35, today + 200, 100000, NULL },
    { 3, today - 5, -1, today + 700, 100000, NULL },
    { 4, today - 200, -1, today + 90, 50000, "Recalled by the maker" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (deliveries); i++)
    write_lot (self, &deliveries[i]);

  make_batches (self);
}
