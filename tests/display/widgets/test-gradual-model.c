/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-gradual-model.h"

/* A view's idea of the list, kept by what it is told. */
static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);

  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);

  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
check (GListModel *model,
       GPtrArray  *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->len);

  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == mirror->pdata[i]);
    }
}

static void
splice (GListStore *store,
        guint       position,
        guint       removed,
        guint       added)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));

  g_list_store_splice (store, position, removed, items->pdata, added);
}

static gboolean
has_as_many (gpointer data)
{
  GListModel **models = data;

  return g_list_model_get_n_items (models[0]) == g_list_model_get_n_items (models[1]);
}

/* Until all rows are there. */
static void
grow (ClinicGradualModel *model,
      GListStore         *store)
{
  GListModel *models[] = { G_LIST_MODEL (model), G_LIST_MODEL (store) };

  clinic_display_wait (has_as_many, models);
}

static void
test_first_rows_come_first (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(ClinicGradualModel) model = NULL;
  guint before;

  splice (store, 0, 0, 3000);
  model = clinic_gradual_model_new (G_LIST_MODEL (store));
  before = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_assert_cmpuint (before, >, 10);
  g_assert_cmpuint (before, <, 50);

  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <=, before + 20);
  grow (model, store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3000);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *counted)
{
  *counted += added;
}

/* However long the main loop has nothing else to do: all that came since the last picture is measured for the next one
 * in a single turn. */
static void
test_no_more_come_than_a_picture_can_take (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(ClinicGradualModel) model = NULL;
  guint counted = 0;
  gint64 begin;

  splice (store, 0, 0, 200);
  model = clinic_gradual_model_new (G_LIST_MODEL (store));
  g_signal_connect (model, "items-changed", G_CALLBACK (count_cb), &counted);

  begin = g_get_monotonic_time ();

  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);

  /* Half a row a millisecond. */
  g_assert_cmpint (counted, <=, 20 + (g_get_monotonic_time () - begin) / 1000);
  grow (model, store);
  g_assert_cmpuint (counted, ==, 200 - 12);
}

/* Whatever happens to the list, and while it grows, a view that believes what it is told shows
 * the same rows. */
static void
test_says_what_it_does (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(ClinicGradualModel) model = clinic_gradual_model_new (G_LIST_MODEL (store));
  g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_cb), mirror);

  for (guint i = 0; i < 2000; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
      guint position = (guint) g_test_rand_int_range (0, (int) n + 1);
      guint removed = (guint) g_test_rand_int_range (0, (int) MIN (n - position, 60) + 1);

      splice (store, position, removed, (guint) g_test_rand_int_range (0, i % 10 == 0 ? 90 : 30));
      check (G_LIST_MODEL (model), mirror);

      for (int turns = g_test_rand_int_range (0, 4); turns > 0; turns--)
        {
          g_main_context_iteration (NULL, FALSE);
          check (G_LIST_MODEL (model), mirror);
        }
    }

  grow (model, store);
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (store)));
  check (G_LIST_MODEL (store), mirror);

  clinic_gradual_model_set_model (model, NULL);
  g_assert_cmpuint (mirror->len, ==, 0);
}

static void
test_dear_rows_come_few_at_a_time (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ClinicGradualModel) model = clinic_gradual_model_new_dear (G_LIST_MODEL (store));
  guint seen = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_cb), mirror);

  /* The second time all are replaced by as many. */
  for (guint round = 0; round < 2; round++, seen = 0)
    {
      splice (store, 0, round * 8, 8);

      while (mirror->len < 8)
        {
          g_assert_cmpuint (mirror->len, <=, seen + 3);
          seen = mirror->len;
          g_main_context_iteration (NULL, TRUE);
        }

      g_assert_cmpuint (seen, >, 0);
      check (G_LIST_MODEL (store), mirror);
    }

  /* One that changes keeps the others. */
  splice (store, 3, 1, 1);
  g_assert_cmpuint (mirror->len, ==, 8);
  check (G_LIST_MODEL (store), mirror);
}

static gboolean
is_empty (gpointer data)
{
  GPtrArray *mirror = data;

  return mirror->len == 0;
}

/* From the end, few at a time; what happens to the list meanwhile is nothing to it. */
static void
test_rows_go_few_at_a_time (void)
{
  g_autoptr(GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr(GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ClinicGradualModel) model = clinic_gradual_model_new (NULL);
  g_autoptr(GListModel) shown = NULL;

  g_signal_connect (model, "items-changed", G_CALLBACK (mirror_cb), mirror);
  clinic_gradual_model_set_model (model, G_LIST_MODEL (store));
  splice (store, 0, 0, 190);
  grow (model, store);
  clinic_gradual_model_shrink (model);
  g_assert_cmpuint (mirror->len, ==, 190);

  for (guint seen = mirror->len; mirror->len > 20; seen = mirror->len)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (mirror->len + 20, >=, seen);
      check (G_LIST_MODEL (model), mirror);
    }

  splice (store, 0, 100, 7);
  clinic_display_wait (is_empty, mirror);
  clinic_display_settle (NULL);
  g_object_get (model, "model", &shown, NULL);
  g_assert_null (shown);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);

  /* It can be used again. */
  clinic_gradual_model_set_model (model, G_LIST_MODEL (store));
  grow (model, store);
  check (G_LIST_MODEL (store), mirror);

  /* Also before the last has gone. */
  clinic_gradual_model_shrink (model);
  clinic_gradual_model_set_model (model, NULL);
  clinic_gradual_model_set_model (model, G_LIST_MODEL (store));
  grow (model, store);
  clinic_display_settle (NULL);
  check (G_LIST_MODEL (store), mirror);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  g_test_add_func ("/gradual-model/first-rows-come-first", test_first_rows_come_first);
  g_test_add_func ("/gradual-model/no-more-come-than-a-picture-can-take", test_no_more_come_than_a_picture_can_take);
  g_test_add_func ("/gradual-model/says-what-it-does", test_says_what_it_does);

  g_test_add_func ("/gradual-model/dear-rows-come-few-at-a-time", test_dear_rows_come_few_at_a_time);
  g_test_add_func ("/gradual-model/rows-go-few-at-a-time", test_rows_go_few_at_a_time);

  return g_test_run ();
}
