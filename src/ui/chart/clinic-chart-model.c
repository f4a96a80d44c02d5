/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-model-private.h"
#include "clinic-chart-rows.h"

enum
{
  PROP_SESSION = 1,
  PROP_SHEET,
  PROP_READY,
  PROP_DOUBTFUL,
  PROP_EDITABLE,
  PROP_BUSY,
  PROP_RECORD,
  PROP_ZONES,
  PROP_LOTS,
  PROP_COCKTAIL,
  PROP_POINTS,
  PROP_VOLUME,
  PROP_DIRTY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPERTIES
};

enum
{
  EDITED,
  TOUCHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicChartModel, clinic_chart_model, G_TYPE_OBJECT)

void
clinic_chart_model_notify_state (ClinicChartModel *self)
{
  static const guint ids[] = { PROP_POINTS, PROP_VOLUME, PROP_DIRTY, PROP_CAN_UNDO, PROP_CAN_REDO };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[ids[i]]);
}

static void
forget (GQueue *charts)
{
  g_queue_clear_full (charts, (GDestroyNotify) clinic_chart_free);
}

/* @key: the same as that of the edit before makes them one; NULL: one of its own. */
static void
note_edit (ClinicChartModel *self,
           const char       *key)
{
  if (self->standing->injections->len == 0)
    clinic_chart_model_begin_treatment (self);

  if (key != NULL && g_strcmp0 (key, self->key) == 0 && !g_queue_is_empty (&self->undo))
    clinic_chart_free (self->standing);
  else
    g_queue_push_tail (&self->undo, self->standing);

  if (g_queue_get_length (&self->undo) > MAX_UNDO)
    {
      clinic_chart_free (g_queue_pop_head (&self->undo));
      self->n_lost++;
    }

  forget (&self->redo);
  self->standing = clinic_chart_model_dup_chart (self);
  g_free (self->key);
  self->key = g_strdup (key);
  self->dirty = TRUE;
  clinic_chart_model_notify_state (self);
  g_signal_emit (self, signals[EDITED], 0);
  g_signal_emit (self, signals[TOUCHED], 0);
}

static void
record_changed_cb (GObject          *object,
                   GParamSpec       *spec,
                   ClinicChartModel *self)
{
  g_autofree char *key = g_strdup_printf ("%p %s", (gpointer) object, spec->name);

  if (self->quiet > 0)
    return;

  /* Another number of points is another pattern of them. */
  if (CLINIC_IS_INJECTION (object) && g_str_equal (spec->name, "points"))
    {
      self->quiet++;
      g_object_set (object, "places", NULL, NULL);
      self->quiet--;
    }

  if (CLINIC_IS_DRAW (object))
    self->lots_follow = FALSE;

  note_edit (self, key);
}

void
clinic_chart_model_restore (ClinicChartModel *self,
                            ClinicChart      *chart)
{
  self->quiet++;
  clinic_record_assign (CLINIC_RECORD (self->record), CLINIC_RECORD (chart->session));
  clinic_chart_rows_assign_zones (&self->zones, chart->injections);
  clinic_chart_rows_assign_lots (&self->lots, chart->draws);
  g_free (self->basis);
  self->basis = g_strdup (chart->basis);
  self->quiet--;
}

void
clinic_chart_model_set_standing (ClinicChartModel *self)
{
  clinic_chart_free (self->standing);
  self->standing = clinic_chart_model_dup_chart (self);
  g_clear_pointer (&self->key, g_free);
}

/* What is undone is on the booking as it is now as well. */
static void
rebase_edits (GQueue      *charts,
              const char  *basis,
              ClinicChart *standing)
{
  for (GList *l = charts->head; l != NULL; l = l->next)
    {
      if (g_strcmp0 (((ClinicChart *) l->data)->basis, basis) == 0)
        clinic_chart_sheet_rebase (l->data, standing);
    }
}

/* The visit was moved, or its state changed, while it was being charted. What somebody else charted
 * is not passed over: the basis stays, and saving is refused. */
void
clinic_chart_model_rebase (ClinicChartModel *self,
                           ClinicChart      *standing)
{
  g_autoptr(ClinicChart) chart = clinic_chart_model_dup_chart (self);
  ClinicChart *base = clinic_chart_model_get_base (self);

  if (g_strcmp0 (self->basis, standing->basis) == 0 || base == NULL || !clinic_chart_sheet_same (base, standing))
    return;

  rebase_edits (&self->undo, chart->basis, standing);
  rebase_edits (&self->redo, chart->basis, standing);
  clinic_chart_sheet_rebase (chart, standing);
  clinic_chart_model_restore (self, chart);
  clinic_chart_model_set_base (self, standing);
  clinic_chart_model_set_standing (self);
  g_signal_emit (self, signals[TOUCHED], 0);
}

void
clinic_chart_model_choose_first_cocktail (ClinicChartModel *self)
{
  ClinicInjection *last = clinic_chart_sheet_find_last (self->sheet, NULL);
  g_autoptr(ClinicInjection) first = g_list_model_get_item (G_LIST_MODEL (self->zones.store), 0);

  if (first != NULL)
    self->cocktail = first->cocktail_version_id;
  else if (self->sheet->planned != CLINIC_UNKNOWN)
    self->cocktail = self->sheet->planned;
  else
    self->cocktail = last != NULL ? last->cocktail_version_id : CLINIC_UNKNOWN;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COCKTAIL]);
}

static void
set_sheet (ClinicChartModel *self,
           ClinicChartSheet *sheet,
           gboolean          editable)
{
  gboolean was_ready = self->sheet != NULL;

  g_set_object (&self->sheet, sheet);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEET]);
  clinic_chart_model_set_doubtful (self, FALSE);
  self->editable = editable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);

  if (!was_ready)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
clinic_chart_model_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *spec)
{
  ClinicChartModel *self = CLINIC_CHART_MODEL (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_int64 (value, self->session);
      break;

    case PROP_SHEET:
      g_value_set_object (value, self->sheet);
      break;

    case PROP_READY:
      g_value_set_boolean (value, self->sheet != NULL);
      break;

    case PROP_DOUBTFUL:
      g_value_set_boolean (value, self->doubtful);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, clinic_chart_model_get_editable (self));
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROP_ZONES:
      g_value_set_object (value, self->zones.store);
      break;

    case PROP_LOTS:
      g_value_set_object (value, self->lots.store);
      break;

    case PROP_COCKTAIL:
      g_value_set_int64 (value, self->cocktail);
      break;

    case PROP_POINTS:
      g_value_set_int64 (value, clinic_chart_rows_sum (&self->zones, FALSE));
      break;

    case PROP_VOLUME:
      g_value_set_int64 (value, clinic_chart_rows_sum (&self->zones, TRUE));
      break;

    case PROP_DIRTY:
      g_value_set_boolean (value, self->dirty);
      break;

    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->editable && !g_queue_is_empty (&self->undo));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->editable && !g_queue_is_empty (&self->redo));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
clinic_chart_model_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *spec)
{
  ClinicChartModel *self = CLINIC_CHART_MODEL (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_get_int64 (value);
      break;

    case PROP_DOUBTFUL:
      clinic_chart_model_set_doubtful (self, g_value_get_boolean (value));
      break;

    case PROP_BUSY:
      clinic_chart_model_set_busy (self, g_value_get_boolean (value));
      break;

    case PROP_COCKTAIL:
      clinic_chart_model_set_cocktail (self, g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
clinic_chart_model_finalize (GObject *object)
{
  ClinicChartModel *self = CLINIC_CHART_MODEL (object);

  forget (&self->undo);
  forget (&self->redo);
  clinic_chart_free (self->standing);
  clinic_chart_free (self->base);
  g_clear_object (&self->sheet);
  g_clear_object (&self->record);
  g_clear_object (&self->zones.store);
  g_clear_object (&self->lots.store);
  g_free (self->basis);
  g_free (self->key);
  G_OBJECT_CLASS (clinic_chart_model_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] =
    g_param_spec_int64 ("session", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHEET] = g_param_spec_object ("sheet", NULL, NULL, CLINIC_TYPE_CHART_SHEET, readable);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, readable);
  properties[PROP_DOUBTFUL] = g_param_spec_boolean ("doubtful", NULL, NULL, FALSE, writable);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, writable);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, CLINIC_TYPE_SESSION, readable);
  properties[PROP_ZONES] = g_param_spec_object ("zones", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_LOTS] = g_param_spec_object ("lots", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_COCKTAIL] = g_param_spec_int64 ("cocktail", NULL, NULL, G_MININT64, G_MAXINT64,
                                                  CLINIC_UNKNOWN, writable);
  properties[PROP_POINTS] = g_param_spec_int64 ("points", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_VOLUME] = g_param_spec_int64 ("volume", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_chart_model_class_init (ClinicChartModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_chart_model_get_property;
  object_class->set_property = clinic_chart_model_set_property;
  object_class->finalize = clinic_chart_model_finalize;
  install_properties (object_class);

  signals[EDITED] = g_signal_new ("edited", CLINIC_TYPE_CHART_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOUCHED] = g_signal_new ("touched", CLINIC_TYPE_CHART_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinic_chart_model_init (ClinicChartModel *self)
{
  self->record = clinic_session_new ();
  self->zones.store = g_list_store_new (CLINIC_TYPE_INJECTION);
  self->lots.store = g_list_store_new (CLINIC_TYPE_DRAW);
  self->zones.changed = self->lots.changed = G_CALLBACK (record_changed_cb);
  self->zones.object = self->lots.object = self;
  self->cocktail = CLINIC_UNKNOWN;
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_changed_cb), self, 0);
}

ClinicChartModel *
clinic_chart_model_new (gint64 session)
{
  return g_object_new (CLINIC_TYPE_CHART_MODEL, "session", session, NULL);
}

void
clinic_chart_model_reset (ClinicChartModel *self,
                          ClinicChartSheet *sheet,
                          gboolean          editable)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (CLINIC_IS_CHART_SHEET (sheet) && sheet->session == self->session);

  clinic_chart_model_restore (self, sheet->chart);
  clinic_chart_model_set_base (self, sheet->draft_stale ? NULL : sheet->standing);
  self->n_resets++;
  forget (&self->undo);
  forget (&self->redo);
  clinic_chart_model_set_standing (self);
  self->dirty = sheet->draft_by != 0;
  self->lots_follow = sheet->lots_proposed;
  self->chosen = FALSE;
  set_sheet (self, sheet, editable);
  clinic_chart_model_choose_first_cocktail (self);
  clinic_chart_model_notify_state (self);
}

void
clinic_chart_model_take_sheet (ClinicChartModel *self,
                               ClinicChartSheet *sheet,
                               gboolean          editable)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (CLINIC_IS_CHART_SHEET (sheet) && sheet->session == self->session);

  if (!self->dirty || self->sheet == NULL || !editable)
    {
      gint64 chosen = self->chosen ? self->cocktail : CLINIC_UNKNOWN;

      clinic_chart_model_reset (self, sheet, editable);

      /* What the first zone is to be filled with was chosen already. */
      if (clinic_chart_sheet_find_version (sheet, chosen) != NULL && sheet->chart->injections->len == 0)
        clinic_chart_model_set_cocktail (self, chosen);

      return;
    }

  clinic_chart_model_rebase (self, sheet->standing);
  set_sheet (self, sheet, editable);
}

gint64
clinic_chart_model_get_session (ClinicChartModel *self)
{
  return self->session;
}

ClinicChartSheet *
clinic_chart_model_get_sheet (ClinicChartModel *self)
{
  return self->sheet;
}

ClinicSession *
clinic_chart_model_get_record (ClinicChartModel *self)
{
  return self->record;
}

GListModel *
clinic_chart_model_get_zones (ClinicChartModel *self)
{
  return G_LIST_MODEL (self->zones.store);
}

GListModel *
clinic_chart_model_get_lots (ClinicChartModel *self)
{
  return G_LIST_MODEL (self->lots.store);
}

gboolean
clinic_chart_model_get_editable (ClinicChartModel *self)
{
  return self->editable && !self->busy && self->sheet != NULL;
}

gboolean
clinic_chart_model_get_dirty (ClinicChartModel *self)
{
  return self->dirty;
}

gboolean
clinic_chart_model_get_doubtful (ClinicChartModel *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), TRUE);

  return self->doubtful;
}

void
clinic_chart_model_set_doubtful (ClinicChartModel *self,
                                 gboolean          doubtful)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (doubtful == self->doubtful)
    return;

  self->doubtful = doubtful;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOUBTFUL]);
}

void
clinic_chart_model_set_busy (ClinicChartModel *self,
                             gboolean          busy)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (busy == self->busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

ClinicChart *
clinic_chart_model_dup_chart (ClinicChartModel *self)
{
  ClinicChart *chart = g_new0 (ClinicChart, 1);

  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), chart);

  chart->session = CLINIC_SESSION (clinic_record_copy (CLINIC_RECORD (self->record)));
  chart->injections = clinic_chart_rows_copy (&self->zones);
  chart->draws = clinic_chart_rows_copy (&self->lots);
  chart->basis = g_strdup (self->basis);

  return chart;
}

ClinicInjection *
clinic_chart_model_find_zone (ClinicChartModel *self,
                              const char       *zone)
{
  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), NULL);

  return clinic_chart_rows_find_zone (&self->zones, zone);
}

gint64
clinic_chart_model_get_cocktail (ClinicChartModel *self)
{
  return self->cocktail;
}

void
clinic_chart_model_set_cocktail (ClinicChartModel *self,
                                 gint64            version)
{
  gint64 before;
  guint n_changed = 0;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (version == self->cocktail || !clinic_chart_model_get_editable (self))
    return;

  before = self->cocktail;
  self->cocktail = version;
  self->chosen = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COCKTAIL]);
  self->quiet++;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->zones.store)); i++)
    {
      g_autoptr(ClinicInjection) injection = g_list_model_get_item (G_LIST_MODEL (self->zones.store), i);

      if (injection->cocktail_version_id != before)
        continue;

      g_object_set (injection, "cocktail-version-id", version, NULL);
      n_changed++;
    }

  self->quiet--;

  if (n_changed > 0)
    note_edit (self, NULL);
}

gboolean
clinic_chart_model_lots_follow (ClinicChartModel *self)
{
  return self->lots_follow;
}

void
clinic_chart_model_follow_lots (ClinicChartModel *self)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (!clinic_chart_model_get_editable (self))
    return;

  self->lots_follow = TRUE;
  g_signal_emit (self, signals[EDITED], 0);
}

void
clinic_chart_model_take_draws (ClinicChartModel *self,
                               GPtrArray        *draws)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (!clinic_chart_model_get_editable (self) || !self->lots_follow)
    return;

  self->quiet++;
  clinic_chart_rows_assign_lots (&self->lots, draws);
  self->quiet--;
  clinic_chart_free (self->standing);
  self->standing = clinic_chart_model_dup_chart (self);

  if (self->dirty)
    g_signal_emit (self, signals[TOUCHED], 0);
}

void
clinic_chart_model_take_chart (ClinicChartModel *self,
                               ClinicChart      *chart)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (clinic_record_get_id (CLINIC_RECORD (chart->session)) == self->session);

  if (!clinic_chart_model_get_editable (self))
    return;

  clinic_chart_model_restore (self, chart);
  self->lots_follow = TRUE;
  clinic_chart_model_choose_first_cocktail (self);
  note_edit (self, NULL);
}

void
clinic_chart_model_begin (ClinicChartModel *self)
{
  self->quiet++;
}

void
clinic_chart_model_end (ClinicChartModel *self,
                        const char       *key,
                        gboolean          changed)
{
  self->quiet--;

  if (changed)
    note_edit (self, key);
}

void
clinic_chart_model_add (ClinicChartModel *self,
                        ClinicRecord     *record)
{
  if (CLINIC_IS_DRAW (record))
    self->lots_follow = FALSE;

  clinic_chart_rows_add (CLINIC_IS_DRAW (record) ? &self->lots : &self->zones, record);
}

void
clinic_chart_model_remove (ClinicChartModel *self,
                           ClinicRecord     *record)
{
  if (CLINIC_IS_DRAW (record))
    self->lots_follow = FALSE;

  clinic_chart_rows_remove (CLINIC_IS_DRAW (record) ? &self->lots : &self->zones, record);
}
