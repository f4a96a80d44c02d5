/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-finding-row.h"
#include "clinic-findings-box.h"
#include "clinic-findings-more.h"
#include "clinic-text.h"

/* Notes that are always read; what there are more of is folded. */
#define NOTES_SHOWN 2

struct _ClinicFindingsBox
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GListStore *rows;             /* ClinicFinding */
  GListStore *more;             /* below them: one item when there is something to fold */
  GHashTable *reasons;          /* rule code → what was typed */
  gboolean    answered;
  gboolean    open;             /* nothing is folded */
};

static GParamSpec *answered_property;

G_DEFINE_FINAL_TYPE (ClinicFindingsBox, clinic_findings_box, GTK_TYPE_WIDGET)

static ClinicFindingRow *
get_row (ClinicFindingsBox * self,
         int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return CLINIC_IS_FINDING_ROW (row) ? CLINIC_FINDING_ROW (row) : NULL;
}

/* What asks for nothing. */
static gboolean
is_note (ClinicFindingRow *row)
{
  return !clinic_finding_row_get_asks (row) && !clinic_finding_row_get_barred (row);
}

static guint
count_notes (ClinicFindingsBox *self)
{
  ClinicFindingRow *row;
  guint n = 0;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    n += is_note (row);

  return n;
}

/* One row does not make room for another. */
static void
fold (ClinicFindingsBox *self)
{
  guint n_notes = count_notes (self);
  gboolean folds = n_notes > NOTES_SHOWN + 1;
  gboolean is_there = g_list_model_get_n_items (G_LIST_MODEL (self->more)) > 0;
  ClinicFindingRow *row;
  guint nth = 0;
  int i;

  for (i = 0; (row = get_row (self, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), !folds || self->open || !is_note (row) || ++nth <= NOTES_SHOWN);

  if (folds && !is_there)
    {
      g_autoptr(GtkStringObject) item = gtk_string_object_new ("");

      g_list_store_append (self->more, item);
    }
  else if (!folds)
    {
      g_list_store_remove_all (self->more);
    }

  if (folds)
    clinic_findings_more_tell (CLINIC_FINDINGS_MORE (gtk_list_box_get_row_at_index (self->list, i)),
                               n_notes - NOTES_SHOWN, self->open);
}

static gboolean
lacks_reason (ClinicFindingRow *row)
{
  return clinic_finding_row_get_barred (row) ||
         (clinic_finding_row_get_asks (row) &&
          clinic_text_is_empty (clinic_finding_row_get_reason (row)));
}

static void
update (ClinicFindingsBox *self)
{
  gboolean answered = TRUE;
  ClinicFindingRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    answered = answered && !lacks_reason (row);

  if (answered != self->answered)
    {
      self->answered = answered;
      g_object_notify_by_pspec (G_OBJECT (self), answered_property);
    }
}

static void
row_changed_cb (ClinicFindingsBox *self,
                ClinicFindingRow  *row)
{
  ClinicFinding *finding = clinic_finding_row_get_finding (row);

  g_hash_table_insert (self->reasons, g_strdup (finding->rule),
                       g_strdup (clinic_finding_row_get_reason (row)));
  update (self);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicFindingsBox *self = user_data;
  ClinicFinding *finding = item;
  GtkWidget *row;

  if (!CLINIC_IS_FINDING (item))
    return clinic_findings_more_new ();

  row = clinic_finding_row_new (finding);
  clinic_finding_row_set_reason (CLINIC_FINDING_ROW (row),
                                 g_hash_table_lookup (self->reasons, finding->rule));
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
row_activated_cb (ClinicFindingsBox *self,
                  GtkListBoxRow     *row)
{
  if (!CLINIC_IS_FINDINGS_MORE (row))
    return;

  self->open = !self->open;
  fold (self);
}

static void
clinic_findings_box_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_boolean (value, CLINIC_FINDINGS_BOX (object)->answered);
}

static void
clinic_findings_box_dispose (GObject *object)
{
  ClinicFindingsBox *self = CLINIC_FINDINGS_BOX (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->list)));

  g_clear_object (&self->rows);
  g_clear_object (&self->more);
  g_clear_pointer (&self->reasons, g_hash_table_unref);

  G_OBJECT_CLASS (clinic_findings_box_parent_class)->dispose (object);
}

static void
clinic_findings_box_class_init (ClinicFindingsBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinic_findings_box_get_property;
  object_class->dispose = clinic_findings_box_dispose;

  answered_property = g_param_spec_boolean ("answered", NULL, NULL, TRUE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, answered_property);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
clinic_findings_box_init (ClinicFindingsBox *self)
{
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkFlattenListModel) all = gtk_flatten_list_model_new (G_LIST_MODEL (both));

  self->answered = TRUE;
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_list_store_new (CLINIC_TYPE_FINDING);
  self->more = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_list_store_append (both, self->rows);
  g_list_store_append (both, self->more);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (all), make_row, self, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
clinic_findings_box_new (void)
{
  return g_object_new (CLINIC_TYPE_FINDINGS_BOX, NULL);
}

static gboolean
same_finding (ClinicFinding *one,
              ClinicFinding *other)
{
  return g_strcmp0 (one->rule, other->rule) == 0 &&
         g_strcmp0 (one->severity, other->severity) == 0 &&
         g_strcmp0 (one->message, other->message) == 0 &&
         g_strcmp0 (one->bar, other->bar) == 0;
}

/* Rows that stay keep the keyboard. */
static guint
count_same (GListModel *rows,
            GPtrArray  *findings)
{
  guint n = MIN (g_list_model_get_n_items (rows), findings->len);
  guint same = 0;

  for (; same < n; same++)
    {
      g_autoptr(ClinicFinding) row = g_list_model_get_item (rows, same);

      if (!same_finding (row, findings->pdata[same]))
        break;
    }

  return same;
}

void
clinic_findings_box_set_findings (ClinicFindingsBox *self,
                                  GPtrArray         *findings)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  guint same;

  g_return_if_fail (CLINIC_IS_FINDINGS_BOX (self));

  if (findings == NULL)
    findings = none;

  same = count_same (G_LIST_MODEL (self->rows), findings);
  g_list_store_splice (self->rows, same,
                       g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - same,
                       findings->len > same ? findings->pdata + same : NULL,
                       findings->len - same);
  fold (self);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
  update (self);
}

gboolean
clinic_findings_box_get_answered (ClinicFindingsBox *self)
{
  g_return_val_if_fail (CLINIC_IS_FINDINGS_BOX (self), FALSE);

  return self->answered;
}

gboolean
clinic_findings_box_get_barred (ClinicFindingsBox *self)
{
  ClinicFindingRow *row;

  g_return_val_if_fail (CLINIC_IS_FINDINGS_BOX (self), FALSE);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (clinic_finding_row_get_barred (row))
        return TRUE;
    }

  return FALSE;
}

GHashTable *
clinic_findings_box_dup_reasons (ClinicFindingsBox *self)
{
  GHashTable *reasons;
  ClinicFindingRow *row;

  g_return_val_if_fail (CLINIC_IS_FINDINGS_BOX (self), NULL);

  reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (clinic_finding_row_get_asks (row) && !lacks_reason (row))
        g_hash_table_insert (reasons, g_strdup (clinic_finding_row_get_finding (row)->rule),
                             clinic_text_clean (clinic_finding_row_get_reason (row)));
    }

  return reasons;
}

gboolean
clinic_findings_box_start (ClinicFindingsBox *self)
{
  ClinicFindingRow *row;

  g_return_val_if_fail (CLINIC_IS_FINDINGS_BOX (self), FALSE);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (lacks_reason (row))
        {
          clinic_finding_row_start (row);
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
clinic_findings_box_read (ClinicFindingsBox *self)
{
  ClinicFindingRow *row;

  g_return_val_if_fail (CLINIC_IS_FINDINGS_BOX (self), FALSE);

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (!is_note (row))
        {
          clinic_finding_row_start (row);
          return TRUE;
        }
    }

  row = get_row (self, 0);

  if (row == NULL)
    return FALSE;

  clinic_finding_row_read (row);

  return TRUE;
}

void
clinic_findings_accept (ClinicAct  *act,
                        GHashTable *reasons)
{
  GHashTableIter iter;
  gpointer rule;
  gpointer reason;

  g_return_if_fail (act != NULL);

  if (reasons == NULL)
    return;

  g_hash_table_iter_init (&iter, reasons);

  while (g_hash_table_iter_next (&iter, &rule, &reason))
    clinic_act_accept (act, rule, reason);
}
