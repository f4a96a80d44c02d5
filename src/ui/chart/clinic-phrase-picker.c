/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-page.h"
#include "clinic-phrase-picker.h"
#include "clinic-phrases-window.h"
#include "clinic-phrases.h"
#include "clinic-query-model.h"

struct _ClinicPhrasePicker
{
  AdwBin parent_instance;

  GtkMenuButton    *button;
  GtkEditable      *search;
  GtkListBox       *list;
  GtkTextView      *view;
  ClinicQueryModel *phrases;
  GtkFilter        *filter;
};

G_DEFINE_FINAL_TYPE (ClinicPhrasePicker, clinic_phrase_picker, ADW_TYPE_BIN)

static ClinicDesk *
get_desk (ClinicPhrasePicker * self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), CLINIC_TYPE_PAGE);

  return page != NULL ? clinic_page_get_desk (CLINIC_PAGE (page)) : NULL;
}

static ClinicSnippet *
get_phrase (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "clinic-phrase");
}

static GtkWidget *
make_label (ClinicSnippet *phrase,
            const char    *property)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_bind_property (phrase, property, label, "label", G_BINDING_SYNC_CREATE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = make_label (item, "text");
  GtkWidget *key = make_label (item, "short-key");

  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "caption");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), key);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "clinic-phrase", g_object_ref (item), g_object_unref);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text,
                                  key, NULL, -1);

  return row;
}

static gboolean
holds (const char *text,
       const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (folded, wanted) != NULL;
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  ClinicPhrasePicker *self = user_data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  ClinicSnippet *phrase = item;

  return holds (phrase->short_key, wanted) || holds (phrase->text, wanted);
}

static int
get_position (ClinicPhrasePicker *self,
              GtkTextIter        *at)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_get_iter_at_mark (buffer, at, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_offset (at);
}

/* In place of @from to the cursor, with a space before it where a word ends. */
static void
put (ClinicPhrasePicker *self,
     int                 from,
     const char         *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter before;
  GtkTextIter start;
  GtkTextIter end;

  get_position (self, &end);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  before = start;

  if (gtk_text_iter_backward_char (&before) && !g_unichar_isspace (gtk_text_iter_get_char (&before)))
    gtk_text_buffer_insert (buffer, &start, " ", -1);

  gtk_text_buffer_insert (buffer, &start, words, -1);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_end_user_action (buffer);
}

static void
row_activated_cb (ClinicPhrasePicker *self,
                  GtkListBoxRow      *row)
{
  GtkTextIter at;

  gtk_menu_button_popdown (self->button);

  if (self->view == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (self->view)))
    return;

  put (self, get_position (self, &at), get_phrase (row)->text);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_changed_cb (ClinicPhrasePicker *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter takes the first that is found. */
static void
search_activated_cb (ClinicPhrasePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
popped_cb (ClinicPhrasePicker *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
manage_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ClinicPhrasePicker *self = CLINIC_PHRASE_PICKER (widget);

  gtk_menu_button_popdown (self->button);
  clinic_phrases_window_present (widget, get_desk (self));
}

/* The word before the cursor, when it is a short key. */
static ClinicSnippet *
find_typed (ClinicPhrasePicker *self,
            int                *from)
{
  GtkTextIter at;
  GtkTextIter start;
  g_autofree char *word = NULL;

  get_position (self, &at);
  start = at;

  while (gtk_text_iter_backward_char (&start))
    {
      if (g_unichar_isspace (gtk_text_iter_get_char (&start)))
        {
          gtk_text_iter_forward_char (&start);
          break;
        }
    }

  *from = gtk_text_iter_get_offset (&start);
  word = gtk_text_iter_get_text (&start, &at);

  for (guint i = 0; self->phrases != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->phrases)); i++)
    {
      g_autoptr(ClinicSnippet) phrase = g_list_model_get_item (G_LIST_MODEL (self->phrases), i);

      if (g_str_equal (phrase->short_key, word))
        return phrase;
    }

  return NULL;
}

static gboolean
key_pressed_cb (ClinicPhrasePicker *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  ClinicSnippet *typed;
  int from;

  if (key != GDK_KEY_space || !gtk_widget_is_sensitive (GTK_WIDGET (self->view)))
    return GDK_EVENT_PROPAGATE;

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      gtk_menu_button_popup (self->button);
      return GDK_EVENT_STOP;
    }

  typed = find_typed (self, &from);

  if (typed != NULL)
    put (self, from, typed->text);

  /* The space itself is typed after it. */
  return GDK_EVENT_PROPAGATE;
}

static GPtrArray *
list_phrases (ClinicDb    *db,
              const char  *argument,
              GError     **error)
{
  return clinic_phrases_list (db, error);
}

static void
clinic_phrase_picker_map (GtkWidget *widget)
{
  ClinicPhrasePicker *self = CLINIC_PHRASE_PICKER (widget);
  ClinicDesk *desk = get_desk (self);
  g_autoptr(GtkFilterListModel) found = NULL;

  GTK_WIDGET_CLASS (clinic_phrase_picker_parent_class)->map (widget);

  if (desk == NULL || self->phrases != NULL)
    return;

  self->phrases = clinic_query_model_new (clinic_desk_get_reader (desk), CLINIC_TYPE_SNIPPET, list_phrases);
  clinic_query_model_reload (self->phrases);
  g_signal_connect_object (desk, "changed::snippet", G_CALLBACK (clinic_query_model_reload),
                           self->phrases, G_CONNECT_SWAPPED);
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->phrases)),
                                     g_object_ref (self->filter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (found), make_row, NULL, NULL);
  gtk_widget_action_set_enabled (widget, "phrases.manage", clinic_desk_may (desk, "snippet.save"));
}

static void
clinic_phrase_picker_dispose (GObject *object)
{
  ClinicPhrasePicker *self = CLINIC_PHRASE_PICKER (object);

  self->view = NULL;

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  g_clear_object (&self->phrases);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_PHRASE_PICKER);
  G_OBJECT_CLASS (clinic_phrase_picker_parent_class)->dispose (object);
}

static void
clinic_phrase_picker_class_init (ClinicPhrasePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_phrase_picker_dispose;
  widget_class->map = clinic_phrase_picker_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-phrase-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasePicker, button);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasePicker, search);
  gtk_widget_class_bind_template_child (widget_class, ClinicPhrasePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_install_action (widget_class, "phrases.manage", NULL, manage_action);
}

static void
clinic_phrase_picker_init (ClinicPhrasePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
}

void
clinic_phrase_picker_set_view (ClinicPhrasePicker *self,
                               GtkTextView        *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (CLINIC_IS_PHRASE_PICKER (self));
  g_return_if_fail (GTK_IS_TEXT_VIEW (view) && self->view == NULL);

  self->view = view;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}
