/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-direction.h"
#include "clinic-text.h"

#define RLM "\u200f"

static gboolean
is_plain (const char *text)
{
  return text == NULL || *text == '\0' || gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL;
}

static char *
dup_plain (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

char *
clinic_direction_isolate (const char *text)
{
  return is_plain (text) ? dup_plain (text) : clinic_text_isolate (text);
}

char *
clinic_direction_begin (const char *text)
{
  return is_plain (text) ? dup_plain (text) : g_strconcat (RLM, text, NULL);
}

char *
clinic_direction_number (const char *text)
{
  return is_plain (text) ? dup_plain (text) : clinic_text_isolate_number (text);
}

char *
clinic_direction_figures (const char *text)
{
  return is_plain (text) ? dup_plain (text) : clinic_text_isolate_figures (text);
}

char *
clinic_direction_sentence (const char *text)
{
  g_autofree char *figures = clinic_direction_figures (text);

  return clinic_direction_begin (figures);
}

char *
clinic_direction_begin_lines (const char *text)
{
  return is_plain (text) ? dup_plain (text) : clinic_text_begin_lines (text, TRUE);
}
