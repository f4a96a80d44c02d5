/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-page.h"

typedef struct
{
  ClinicDesk *desk;
  gint64      id;
  char       *title;
  char       *subtitle;
  gboolean    loading;
  gboolean    stale;          /* loads when mapped */
  gboolean    starting;       /* the keyboard comes once there is something to work with */
  guint       start_source;
  guint       reload_source;  /* several changes in one turn of the main loop load once */
} ClinicPagePrivate;

typedef enum
{
  PROPERTY_DESK = 1,
  PROPERTY_ID,
  PROPERTY_TITLE,
  PROPERTY_SUBTITLE,
  PROPERTY_LOADING,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicPage, clinic_page, ADW_TYPE_BIN)

static gboolean
has_keyboard (ClinicPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
start_cb (gpointer user_data)
{
  ClinicPage *self = user_data;
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  private->start_source = 0;

  /* Where the keyboard is in the page by now, it stays. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !has_keyboard (self))
    CLINIC_PAGE_GET_CLASS (self)->start (self);

  return G_SOURCE_REMOVE;
}

/* What was loaded is there to be worked with, or will be in a moment. */
static void
loaded (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  if (private->starting && private->start_source == 0)
    private->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start_cb, self, NULL);

  private->starting = FALSE;
}

static void
reload (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  private->stale = FALSE;

  if (private->desk != NULL && CLINIC_PAGE_GET_CLASS (self)->reload != NULL)
    CLINIC_PAGE_GET_CLASS (self)->reload (self);

  if (!private->loading)
    loaded (self);
}

static gboolean
reload_cb (gpointer user_data)
{
  ClinicPage *self = user_data;
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  private->reload_source = 0;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);

  return G_SOURCE_REMOVE;
}

static void
desk_changed_cb (ClinicPage  *self,
                 const char **tables)
{
  const char * const *own = CLINIC_PAGE_GET_CLASS (self)->tables;

  for (; own != NULL && *own != NULL; own++)
    {
      if (g_strv_contains ((const char * const *) tables, *own))
        {
          clinic_page_queue_reload (self);
          return;
        }
    }
}

static void
clinic_page_map (GtkWidget *widget)
{
  ClinicPage *self = CLINIC_PAGE (widget);
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  GTK_WIDGET_CLASS (clinic_page_parent_class)->map (widget);

  if (private->stale)
    reload (self);
}

/* The stack around may have done so already: it would only be moved on. */
static void
start_default (ClinicPage *self)
{
  if (!has_keyboard (self))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
clinic_page_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (CLINIC_PAGE (object));

  switch ((Property) property_id)
    {
    case PROPERTY_DESK:
      g_value_set_object (value, private->desk);
      break;

    case PROPERTY_ID:
      g_value_set_int64 (value, private->id);
      break;

    case PROPERTY_TITLE:
      g_value_set_string (value, private->title);
      break;

    case PROPERTY_SUBTITLE:
      g_value_set_string (value, private->subtitle);
      break;

    case PROPERTY_LOADING:
      g_value_set_boolean (value, private->loading);
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_page_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  ClinicPage *self = CLINIC_PAGE (object);
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  switch ((Property) property_id)
    {
    case PROPERTY_DESK:
      private->desk = g_value_dup_object (value);

      if (private->desk != NULL)
        g_signal_connect_object (private->desk, "changed", G_CALLBACK (desk_changed_cb), self,
                                 G_CONNECT_SWAPPED);
      break;

    case PROPERTY_ID:
      clinic_page_set_id (self, g_value_get_int64 (value));
      break;

    case PROPERTY_TITLE:
      clinic_page_set_title (self, g_value_get_string (value));
      break;

    case PROPERTY_SUBTITLE:
      clinic_page_set_subtitle (self, g_value_get_string (value));
      break;

    case PROPERTY_LOADING:
      clinic_page_set_loading (self, g_value_get_boolean (value));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_page_dispose (GObject *object)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (CLINIC_PAGE (object));

  g_clear_handle_id (&private->reload_source, g_source_remove);
  g_clear_handle_id (&private->start_source, g_source_remove);
  private->stale = FALSE;

  G_OBJECT_CLASS (clinic_page_parent_class)->dispose (object);
}

static void
clinic_page_finalize (GObject *object)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (CLINIC_PAGE (object));

  g_clear_object (&private->desk);
  g_free (private->title);
  g_free (private->subtitle);

  G_OBJECT_CLASS (clinic_page_parent_class)->finalize (object);
}

static void
clinic_page_class_init (ClinicPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_page_get_property;
  object_class->set_property = clinic_page_set_property;
  object_class->dispose = clinic_page_dispose;
  object_class->finalize = clinic_page_finalize;
  widget_class->map = clinic_page_map;
  klass->start = start_default;

  properties[PROPERTY_DESK] =
    g_param_spec_object ("desk", NULL, NULL, CLINIC_TYPE_DESK,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROPERTY_ID] =
    g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROPERTY_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROPERTY_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROPERTY_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
clinic_page_init (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  private->stale = TRUE;
}

ClinicDesk *
clinic_page_get_desk (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_PAGE (self), NULL);

  return private->desk;
}

gint64
clinic_page_get_id (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_PAGE (self), 0);

  return private->id;
}

void
clinic_page_set_id (ClinicPage *self,
                    gint64      id)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (private->id == id)
    return;

  private->id = id;
  private->stale = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ID]);

  /* At once: another's record must not stay in view for a turn of the main loop. */
  if (private->stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

const char *
clinic_page_get_title (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_PAGE (self), NULL);

  return private->title;
}

void
clinic_page_set_title (ClinicPage *self,
                       const char *title)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (g_strcmp0 (private->title, title) == 0)
    return;

  g_free (private->title);
  private->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_TITLE]);
}

const char *
clinic_page_get_subtitle (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_PAGE (self), NULL);

  return private->subtitle;
}

void
clinic_page_set_subtitle (ClinicPage *self,
                          const char *subtitle)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (g_strcmp0 (private->subtitle, subtitle) == 0)
    return;

  g_free (private->subtitle);
  private->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_SUBTITLE]);
}

gboolean
clinic_page_get_loading (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_val_if_fail (CLINIC_IS_PAGE (self), FALSE);

  return private->loading;
}

void
clinic_page_set_loading (ClinicPage *self,
                         gboolean    loading)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (private->loading == loading)
    return;

  private->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_LOADING]);

  if (!loading)
    loaded (self);
}

void
clinic_page_queue_reload (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  private->stale = TRUE;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && private->reload_source == 0)
    private->reload_source = g_idle_add_full (G_PRIORITY_DEFAULT, reload_cb, self, NULL);
}

void
clinic_page_load_ahead (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (private->stale)
    reload (self);
}

void
clinic_page_start (ClinicPage *self)
{
  ClinicPagePrivate *private = clinic_page_get_instance_private (self);

  g_return_if_fail (CLINIC_IS_PAGE (self));

  private->starting = private->loading || private->stale;
  CLINIC_PAGE_GET_CLASS (self)->start (self);
}

void
clinic_page_leave (ClinicPage *self)
{
  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (CLINIC_PAGE_GET_CLASS (self)->leave != NULL)
    CLINIC_PAGE_GET_CLASS (self)->leave (self);
}

const GError *
clinic_page_get_trouble (ClinicPage *self)
{
  g_return_val_if_fail (CLINIC_IS_PAGE (self), NULL);

  return CLINIC_PAGE_GET_CLASS (self)->trouble != NULL ? CLINIC_PAGE_GET_CLASS (self)->trouble (self)
                                                       : NULL;
}

void
clinic_page_give_up (ClinicPage *self)
{
  g_return_if_fail (CLINIC_IS_PAGE (self));

  if (CLINIC_PAGE_GET_CLASS (self)->give_up != NULL)
    CLINIC_PAGE_GET_CLASS (self)->give_up (self);
}
