/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-notice.h"
#include "clinic-text.h"

struct _ClinicNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkWidget   *box;
  GtkImage    *sign;
  GtkLabel    *label;
  GtkButton   *button;
  char        *kind;
};

typedef enum
{
  PROPERTY_TEXT = 1,
  PROPERTY_KIND,
  PROPERTY_BUTTON_LABEL,
  PROPERTY_ACTION_NAME,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (ClinicNotice, clinic_notice, GTK_TYPE_WIDGET)

static void
set_kind (ClinicNotice *self,
          const char   *kind)
{
  const char *icon = "dialog-information-symbolic";

  if (g_strcmp0 (kind, "error") == 0)
    icon = "dialog-error-symbolic";
  else if (g_strcmp0 (kind, "warning") == 0)
    icon = "dialog-warning-symbolic";

  if (self->kind != NULL)
    gtk_widget_remove_css_class (self->box, self->kind);

  g_free (self->kind);
  self->kind = g_strdup (kind != NULL ? kind : "information");
  gtk_widget_add_css_class (self->box, self->kind);
  gtk_image_set_from_icon_name (self->sign, icon);
}

static void
set_text (ClinicNotice *self,
          const char   *text)
{
  gboolean empty = clinic_text_is_empty (text);

  /* The words stay while it slides away. */
  if (!empty)
    gtk_label_set_text (self->label, text);

  gtk_widget_set_visible (GTK_WIDGET (self), !empty);
  gtk_revealer_set_reveal_child (self->revealer, !empty);
}

static void
clinic_notice_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ClinicNotice *self = CLINIC_NOTICE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_TEXT:
      g_value_set_string (value, gtk_revealer_get_reveal_child (self->revealer)
                                 ? gtk_label_get_text (self->label) : NULL);
      break;

    case PROPERTY_KIND:
      g_value_set_string (value, self->kind);
      break;

    case PROPERTY_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;

    case PROPERTY_ACTION_NAME:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_notice_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ClinicNotice *self = CLINIC_NOTICE (object);

  switch ((Property) property_id)
    {
    case PROPERTY_TEXT:
      set_text (self, g_value_get_string (value));
      break;

    case PROPERTY_KIND:
      set_kind (self, g_value_get_string (value));
      break;

    case PROPERTY_BUTTON_LABEL:
      gtk_button_set_label (self->button, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->button), g_value_get_string (value) != NULL);
      break;

    case PROPERTY_ACTION_NAME:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;

    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
clinic_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_NOTICE);

  G_OBJECT_CLASS (clinic_notice_parent_class)->dispose (object);
}

static void
clinic_notice_finalize (GObject *object)
{
  g_free (CLINIC_NOTICE (object)->kind);

  G_OBJECT_CLASS (clinic_notice_parent_class)->finalize (object);
}

static void
clinic_notice_class_init (ClinicNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clinic_notice_get_property;
  object_class->set_property = clinic_notice_set_property;
  object_class->dispose = clinic_notice_dispose;
  object_class->finalize = clinic_notice_finalize;

  properties[PROPERTY_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROPERTY_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROPERTY_BUTTON_LABEL] =
    g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROPERTY_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, ClinicNotice, box);
  gtk_widget_class_bind_template_child (widget_class, ClinicNotice, sign);
  gtk_widget_class_bind_template_child (widget_class, ClinicNotice, label);
  gtk_widget_class_bind_template_child (widget_class, ClinicNotice, button);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
clinic_notice_init (ClinicNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_kind (self, "information");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
clinic_notice_new (void)
{
  return g_object_new (CLINIC_TYPE_NOTICE, NULL);
}

void
clinic_notice_set_text (ClinicNotice *self,
                        const char   *kind,
                        const char   *text)
{
  g_return_if_fail (CLINIC_IS_NOTICE (self));

  set_kind (self, kind);
  set_text (self, text);
}

void
clinic_notice_set_error (ClinicNotice *self,
                         const GError *error)
{
  g_return_if_fail (CLINIC_IS_NOTICE (self));

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clinic_notice_set_text (self, "error", error != NULL ? error->message : NULL);
}

void
clinic_notice_set_button (ClinicNotice *self,
                          const char   *label,
                          const char   *action_name)
{
  g_return_if_fail (CLINIC_IS_NOTICE (self));

  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
}
