/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-display.h"
#include "clinic-window.h"

/* The window of keyboard shortcuts: it can be seen whole, and tells every key there is. */

/* The smallest screen that the program is at home on, less a panel. */
#define WIDEST  1280
#define HIGHEST 760

typedef void (* EachFunc) (GtkWidget *widget,
                           gpointer   data);

static void
each (GtkWidget *widget,
      EachFunc   func,
      gpointer   data)
{
  func (widget, data);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    each (child, func, data);
}

/* One name for a key, however it is reached: small letters, no Shift for signs, the keypad's twin. */
static char *
name_key (guint           key,
          GdkModifierType state)
{
  static const struct { guint twin; guint key; } twins[] = {
    { GDK_KEY_KP_Enter, GDK_KEY_Return }, { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_equal, GDK_KEY_plus }, { GDK_KEY_KP_Subtract, GDK_KEY_minus },
    { GDK_KEY_KP_Up, GDK_KEY_Up }, { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Left, GDK_KEY_Left }, { GDK_KEY_KP_Right, GDK_KEY_Right },
  };

  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    key = key == twins[i].twin ? twins[i].key : key;

  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    key = GDK_KEY_0 + key - GDK_KEY_KP_0;

  if (g_unichar_isgraph (gdk_keyval_to_unicode (key)) && !g_unichar_isalpha (gdk_keyval_to_unicode (key)))
    state &= ~GDK_SHIFT_MASK;

  return gtk_accelerator_name (gdk_keyval_to_lower (key), state);
}

static void
add_word (GHashTable *told,
          const char *word)
{
  guint key;
  GdkModifierType state;

  g_assert_true (gtk_accelerator_parse (word, &key, &state));
  g_hash_table_add (told, name_key (key, state));
}

/* "<Alt>1...8" is all of them. */
static void
add_range (GHashTable *told,
           const char *word,
           const char *dots)
{
  for (char digit = dots[-1]; digit <= dots[3]; digit++)
    {
      g_autofree char *start = g_strndup (word, dots - word - 1);
      g_autofree char *one = g_strdup_printf ("%s%c", start, digit);

      add_word (told, one);
    }
}

static void
note_told (GtkWidget *widget,
           gpointer   data)
{
  g_autofree char *accelerators = NULL;
  g_auto(GStrv) words = NULL;

  if (!GTK_IS_SHORTCUTS_SHORTCUT (widget))
    return;

  g_object_get (widget, "accelerator", &accelerators, NULL);
  words = g_strsplit (accelerators, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      const char *dots = strstr (*word, "...");

      if (dots != NULL)
        add_range (data, *word, dots);
      else
        add_word (data, *word);
    }
}

static GtkWindow *
show_shortcuts (void)
{
  GtkWindow *shortcuts;

  clinic_display_press ("F1");
  shortcuts = clinic_display_top ();
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (shortcuts));

  return shortcuts;
}

static gint64
find_id (ClinicDesk *desk,
         const char *type)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, g_type_from_name (type), NULL, 0, NULL);

  return clinic_record_get_id (records->pdata[0]);
}

static void
test_each_section_fits_the_screen (ClinicDesk *desk)
{
  static const char *const names[] = { "everywhere", "agenda", "patient", "chart" };
  ClinicWindow *window = clinic_window_new (NULL, desk);
  GtkWindow *shortcuts;

  clinic_display_show (GTK_WIDGET (window));
  shortcuts = show_shortcuts ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *picture = g_strconcat ("shortcuts-", names[i], NULL);

      g_object_set (shortcuts, "section-name", names[i], NULL);
      clinic_display_settle (desk);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shortcuts)), <=, WIDEST);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (shortcuts)), <=, HIGHEST);
      clinic_display_picture (GTK_WIDGET (shortcuts), picture);
    }
}

typedef struct
{
  GHashTable *told;
  GString    *untold;
  guint       n_keys;
} Search;

static void
look_at_trigger (Search             *search,
                 GtkWidget          *widget,
                 GtkShortcutTrigger *trigger)
{
  g_autofree char *name = NULL;

  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      look_at_trigger (search, widget,
                       gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)));
      look_at_trigger (search, widget,
                       gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
      return;
    }

  if (!GTK_IS_KEYVAL_TRIGGER (trigger))
    return;

  name = name_key (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                   gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
  search->n_keys++;

  if (!g_hash_table_contains (search->told, name))
    {
      g_string_append_printf (search->untold, " %s (%s)", name, G_OBJECT_TYPE_NAME (widget));
      g_hash_table_add (search->told, g_steal_pointer (&name));
    }
}

/* Of our own widgets, what they bind to actions of ours: not how GTK moves about in a list. */
static void
look_at_keys (GtkWidget *widget,
              gpointer   data)
{
  g_autoptr(GListModel) controllers = NULL;

  if (!g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Clinic"))
    return;

  controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
           k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (GTK_IS_NAMED_ACTION (gtk_shortcut_get_action (shortcut)) ||
              GTK_IS_CALLBACK_ACTION (gtk_shortcut_get_action (shortcut)))
            look_at_trigger (data, widget, gtk_shortcut_get_trigger (shortcut));
        }
    }
}

static void
go (ClinicDesk   *desk,
    ClinicWindow *window,
    const char   *action,
    const char   *type,
    Search       *search)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, "x", find_id (desk, type));
  clinic_display_settle (desk);
  each (GTK_WIDGET (window), look_at_keys, search);
}

static void
test_every_key_is_told (ClinicDesk *desk)
{
  static const char *const places[] = { "today", "agenda", "patients", "cocktails", "reports" };
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) untold = g_string_new (NULL);
  Search search = { told, untold, 0 };
  ClinicWindow *window = clinic_window_new (NULL, desk);
  GtkWindow *shortcuts;

  clinic_display_show (GTK_WIDGET (window));
  shortcuts = show_shortcuts ();
  each (GTK_WIDGET (shortcuts), note_told, told);
  gtk_window_destroy (shortcuts);
  clinic_display_settle (desk);
  g_assert_cmpuint (g_hash_table_size (told), >, 60);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", places[i]);
      clinic_display_settle (desk);
      each (GTK_WIDGET (window), look_at_keys, &search);
    }

  go (desk, window, "win.open-patient", "ClinicPatient", &search);
  go (desk, window, "win.open-chart", "ClinicSession", &search);
  g_assert_cmpuint (search.n_keys, >, 80);
  g_assert_cmpstr (untold->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add ("/shortcuts/each-section-fits-the-screen", "owner",
                      test_each_section_fits_the_screen);
  clinic_display_add ("/shortcuts/every-key-is-told", "owner", test_every_key_is_told);

  return g_test_run ();
}
