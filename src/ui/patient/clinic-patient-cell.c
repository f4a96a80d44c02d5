/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-cell.h"

/* Marks of direction; isolates that read from left to right, or as their text does. */
#define LRM "\xe2\x80\x8e"
#define RLM "\xe2\x80\x8f"
#define LRI "\xe2\x81\xa6"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"

/* An inscription, as labels are too slow for lists this long. */
struct _ClinicPatientCell
{
  GtkWidget parent_instance;

  const ClinicPatientColumn *column;
  ClinicPatientLine         *line;
  GtkInscription            *inscription;
  char                       today[11];
};

G_DEFINE_FINAL_TYPE (ClinicPatientCell, clinic_patient_cell, GTK_TYPE_WIDGET)

/* Whatever script a name is in, it begins where the column does; and a telephone number keeps its
 * order in a window from right to left. */
static char *
mark_direction (ClinicPatientCell * self,
                const char        *text)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return g_strconcat (rtl ? RLM : LRM, self->column->ltr ? LRI : FSI, text, PDI, NULL);
}

static void
update (ClinicPatientCell *self)
{
  g_autofree char *text = self->line != NULL ? self->column->get_text (self->line, self->today)
                                             : NULL;
  g_autofree char *marked = text != NULL && *text != '\0' ? mark_direction (self, text) : NULL;

  gtk_inscription_set_text (self->inscription, marked);
}

static void
drop_line (ClinicPatientCell *self)
{
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);

  g_clear_object (&self->line);
}

static gboolean
query_tooltip_cb (ClinicPatientCell *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  const char *text = gtk_inscription_get_text (self->inscription);
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  if (text == NULL)
    return FALSE;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return width > gtk_widget_get_width (GTK_WIDGET (self->inscription));
}

static void
clinic_patient_cell_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  before)
{
  update (CLINIC_PATIENT_CELL (widget));
}

static void
clinic_patient_cell_dispose (GObject *object)
{
  ClinicPatientCell *self = CLINIC_PATIENT_CELL (object);

  drop_line (self);

  if (self->inscription != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->inscription));

  self->inscription = NULL;

  G_OBJECT_CLASS (clinic_patient_cell_parent_class)->dispose (object);
}

static void
clinic_patient_cell_class_init (ClinicPatientCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_patient_cell_dispose;
  widget_class->direction_changed = clinic_patient_cell_direction_changed;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "patientcell");
}

static void
clinic_patient_cell_init (ClinicPatientCell *self)
{
  self->inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->inscription), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->inscription), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
clinic_patient_cell_new (const ClinicPatientColumn *column)
{
  ClinicPatientCell *self = g_object_new (CLINIC_TYPE_PATIENT_CELL, NULL);

  self->column = column;
  gtk_inscription_set_min_chars (self->inscription, MAX (column->chars / 2, 7));
  gtk_inscription_set_nat_chars (self->inscription, column->chars);
  gtk_widget_add_css_class (GTK_WIDGET (self), column->name);

  return GTK_WIDGET (self);
}

ClinicPatientLine *
clinic_patient_cell_get_line (ClinicPatientCell *self)
{
  g_return_val_if_fail (CLINIC_IS_PATIENT_CELL (self), NULL);

  return self->line;
}

void
clinic_patient_cell_set_line (ClinicPatientCell *self,
                              ClinicPatientLine *line,
                              const char        *today)
{
  g_return_if_fail (CLINIC_IS_PATIENT_CELL (self));

  g_strlcpy (self->today, today != NULL ? today : "", sizeof self->today);

  if (line == self->line)
    return;

  drop_line (self);

  if (line == NULL)
    return;

  self->line = g_object_ref (line);

  for (guint i = 0; i < G_N_ELEMENTS (self->column->watched) && self->column->watched[i] != NULL;
       i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", self->column->watched[i], NULL);

      g_signal_connect_swapped (line, signal, G_CALLBACK (update), self);
    }

  update (self);
}

typedef struct
{
  const ClinicPatientColumn *column;
  const char *const         *today;
} Maker;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Maker                    *maker)
{
  gtk_list_item_set_child (item, clinic_patient_cell_new (maker->column));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Maker                    *maker)
{
  clinic_patient_cell_set_line (CLINIC_PATIENT_CELL (gtk_list_item_get_child (item)),
                                gtk_list_item_get_item (item), *maker->today);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Maker                    *maker)
{
  clinic_patient_cell_set_line (CLINIC_PATIENT_CELL (gtk_list_item_get_child (item)), NULL, NULL);
}

GtkListItemFactory *
clinic_patient_cell_factory (const ClinicPatientColumn *column,
                             const char *const         *today)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_new0 (Maker, 1);

  maker->column = column;
  maker->today = today;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker,
                         (GClosureNotify) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), maker);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), maker);

  return factory;
}
