/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-ask.h"
#include "clinic-chart-shelf.h"
#include "clinic-leaving.h"
#include "clinic-typing.h"
#include "clinic-window-way.h"

typedef enum
{
  STAY,
  GO_ON_TRYING,
  GIVE_UP,
} Way;

struct _ClinicLeaving
{
  GObject parent_instance;

  ClinicWindow     *window;             /* not held: it holds this */
  ClinicNotice     *notice;             /* the same */
  ClinicChartShelf *shelf;
  char             *name;               /* where to; NULL: back */
  gint64            id;
  gboolean          agreed;             /* to leave, whatever is not kept */
  gboolean          forms_agreed;       /* the same of what was typed in dialogs */
  gboolean          closing;            /* as soon as all is kept */
  gboolean          asked;              /* whether it should close */
  gboolean          asking;
};

G_DEFINE_FINAL_TYPE (ClinicLeaving, clinic_leaving, G_TYPE_OBJECT)

/* What is in danger, what is safe, and what happens. */
static char *
dup_body (const GError * trouble,
          const char   *what)
{
  return g_strdup_printf ("%s\n\n%s", trouble->message, what);
}

static void
ask_way (ClinicLeaving       *self,
         const GError        *trouble,
         const char          *what,
         const char * const  *labels,
         GAsyncReadyCallback  callback)
{
  g_autofree char *body = dup_body (trouble, what);

  self->asking = TRUE;
  clinic_ask_way_async (GTK_WIDGET (self->window), _("What was typed is not kept yet"), body, labels,
                        callback, g_object_ref (self));
}

static void
go_way_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ClinicLeaving) self = user_data;
  Way way = clinic_ask_way_finish (GTK_WIDGET (source), result);
  g_autofree char *name = g_steal_pointer (&self->name);

  self->asking = FALSE;

  if (way == STAY || self->window == NULL)
    return;

  if (way == GIVE_UP)
    clinic_page_give_up (clinic_window_get_page (self->window));

  self->agreed = TRUE;

  if (name != NULL)
    clinic_window_go (self->window, name, self->id);
  else
    clinic_window_go_back (self->window);

  self->agreed = FALSE;
}

gboolean
clinic_leaving_may_go (ClinicLeaving *self,
                       const char    *name,
                       gint64         id)
{
  const char *labels[] = { _("_Stay"), _("Leave and _keep trying"), _("Leave _without it"), NULL };
  ClinicPage *page;
  const GError *trouble;

  g_return_val_if_fail (CLINIC_IS_LEAVING (self), TRUE);

  page = clinic_window_get_page (self->window);
  trouble = page != NULL ? clinic_page_get_trouble (page) : NULL;

  if (self->agreed || trouble == NULL)
    return TRUE;

  if (self->asking)
    return FALSE;

  g_free (self->name);
  self->name = g_strdup (name);
  self->id = id;
  ask_way (self, trouble,
           _("What the clinic saved before is safe. What was typed since is only in this program; it is tried "
             "again every few seconds while the program runs."), labels, go_way_cb);

  return FALSE;
}

/* Another window of the same clinic goes on trying, and tells of it. */
static gboolean
is_last (ClinicLeaving *self)
{
  ClinicDesk *desk = clinic_window_get_desk (self->window);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (CLINIC_IS_WINDOW (window) && window != GTK_WINDOW (self->window) &&
          clinic_window_get_desk (CLINIC_WINDOW (window)) == desk)
        return FALSE;
    }

  return TRUE;
}

static gboolean
close_cb (gpointer user_data)
{
  ClinicLeaving *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));

  return G_SOURCE_REMOVE;
}

/* Once the question is gone: it is a window above that would be closed along. */
static void
close_soon (ClinicLeaving *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

static void
close_now (ClinicLeaving *self)
{
  self->agreed = TRUE;
  self->closing = FALSE;
  close_soon (self);
}

static void
close_way_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ClinicLeaving) self = user_data;
  Way way = clinic_ask_way_finish (GTK_WIDGET (source), result);

  self->asking = FALSE;

  if (self->window == NULL)
    return;

  self->asked = way != STAY;
  self->closing = way == GO_ON_TRYING;

  if (way == GIVE_UP)
    clinic_chart_shelf_drop (self->shelf);

  if (way == GIVE_UP || (self->closing && clinic_chart_shelf_is_empty (self->shelf)))
    close_now (self);
  else
    clinic_leaving_update (self);
}

static void
ask_to_close (ClinicLeaving *self)
{
  const char *labels[] = { _("_Stay"), _("_Keep trying, then close"), _("Close _without it"), NULL };
  const GError *trouble = clinic_chart_keeper_get_trouble (clinic_chart_shelf_get_stuck (self->shelf));

  if (!self->asking)
    ask_way (self, trouble,
             _("What the clinic saved before is safe. What was typed since is only in this program and is gone "
               "when it closes."), labels, close_way_cb);
}

static void
close_forms_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ClinicLeaving) self = user_data;

  self->asking = FALSE;
  self->forms_agreed = clinic_ask_finish (GTK_WIDGET (source), result);

  if (self->forms_agreed)
    close_soon (self);
}

static gboolean
may_leave_forms (ClinicLeaving *self)
{
  GtkWindow *form = clinic_typing_find (GTK_WINDOW (self->window));

  if (form == NULL || self->forms_agreed)
    return TRUE;

  if (!self->asking)
    {
      self->asking = TRUE;
      clinic_ask_async (GTK_WIDGET (form), _("Close over what you typed?"),
                        _("A form is open in which something was typed. It has not been saved."),
                        _("_Close without saving"), TRUE, close_forms_cb, g_object_ref (self));
    }

  return FALSE;
}

/* They would stay behind. */
static void
destroy_forms (ClinicLeaving *self)
{
  GtkWindow *window;

  while ((window = clinic_typing_find_above (GTK_WINDOW (self->window))) != NULL)
    gtk_window_destroy (window);
}

gboolean
clinic_leaving_may_close (ClinicLeaving *self)
{
  g_return_val_if_fail (CLINIC_IS_LEAVING (self), TRUE);

  if (!self->agreed && !may_leave_forms (self))
    return FALSE;

  if (self->agreed || clinic_chart_shelf_is_empty (self->shelf) || !is_last (self))
    {
      destroy_forms (self);
      return TRUE;
    }

  clinic_chart_shelf_flush (self->shelf);
  self->closing = TRUE;
  self->asked = FALSE;

  if (clinic_chart_shelf_get_stuck (self->shelf) != NULL)
    ask_to_close (self);

  return FALSE;
}

gint64
clinic_leaving_find (ClinicLeaving *self)
{
  ClinicChartKeeper *stuck;
  gint64 session;

  g_return_val_if_fail (CLINIC_IS_LEAVING (self), 0);

  stuck = clinic_chart_shelf_get_stuck (self->shelf);
  session = stuck != NULL ? clinic_chart_model_get_session (clinic_chart_keeper_get_model (stuck)) : 0;

  return session;
}

static char *
dup_words (ClinicLeaving *self,
           guint          n)
{
  const GError *trouble = clinic_chart_keeper_get_trouble (clinic_chart_shelf_get_stuck (self->shelf));
  g_autofree char *words = NULL;

  if (self->closing)
    return g_strdup (_("The window closes as soon as what was typed is kept."));

  words = g_strdup_printf (ngettext ("What was typed in %u chart is not kept yet; it is tried again every few "
                                     "seconds.",
                                     "What was typed in %u charts is not kept yet; it is tried again every few "
                                     "seconds.", n), n);

  return g_strdup_printf ("%s %s", words, trouble->message);
}

void
clinic_leaving_update (ClinicLeaving *self)
{
  ClinicPage *page;
  guint in_view;
  guint n;
  g_autofree char *words = NULL;

  g_return_if_fail (CLINIC_IS_LEAVING (self));

  page = clinic_window_get_page (self->window);
  in_view = page != NULL && clinic_page_get_trouble (page) != NULL ? 1 : 0;
  n = clinic_chart_shelf_get_n_stuck (self->shelf);

  if (n > 0 && (self->closing || n > in_view))
    words = dup_words (self, n);

  clinic_notice_set_text (self->notice, "warning", words);
  clinic_notice_set_button (self->notice, in_view > 0 ? NULL : _("_Open the chart"), "win.open-unkept");
}

static void
shelf_changed_cb (ClinicLeaving *self)
{
  if (self->closing && !self->asking && clinic_chart_shelf_is_empty (self->shelf))
    {
      close_now (self);
      return;
    }

  if (self->closing && !self->asked && clinic_chart_shelf_get_stuck (self->shelf) != NULL)
    ask_to_close (self);

  clinic_leaving_update (self);
}

static void
window_gone_cb (gpointer  data,
                GObject  *window)
{
  ClinicLeaving *self = data;

  self->window = NULL;
  g_signal_handlers_disconnect_by_data (self->shelf, self);
}

static void
clinic_leaving_finalize (GObject *object)
{
  ClinicLeaving *self = CLINIC_LEAVING (object);

  if (self->window != NULL)
    g_object_weak_unref (G_OBJECT (self->window), window_gone_cb, self);

  g_clear_object (&self->shelf);
  g_free (self->name);
  G_OBJECT_CLASS (clinic_leaving_parent_class)->finalize (object);
}

static void
clinic_leaving_class_init (ClinicLeavingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_leaving_finalize;
}

static void
clinic_leaving_init (ClinicLeaving *self)
{
}

ClinicLeaving *
clinic_leaving_new (ClinicWindow *window,
                    ClinicNotice *notice)
{
  ClinicLeaving *self = g_object_new (CLINIC_TYPE_LEAVING, NULL);

  self->window = window;
  self->notice = notice;
  self->shelf = g_object_ref (clinic_chart_shelf_get (clinic_window_get_desk (window)));
  g_object_weak_ref (G_OBJECT (window), window_gone_cb, self);
  g_signal_connect_object (self->shelf, "changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
