/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-gs1.h"
#include "clinic-wedge-keys.h"

#define COMMANDS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

char
clinic_wedge_keys_read (guint           keyval,
                        GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (character == (guchar) CLINIC_GS1_SEPARATOR ||
      (keyval == GDK_KEY_bracketright && (state & GDK_CONTROL_MASK) != 0))
    return CLINIC_GS1_SEPARATOR;

  if ((state & COMMANDS) != 0)
    return 0;

  return character >= 0x20 && character < 0x7f ? (char) character : 0;
}

gboolean
clinic_wedge_keys_modify (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         (keyval >= GDK_KEY_ISO_Lock && keyval <= GDK_KEY_ISO_Level5_Lock) || keyval == GDK_KEY_Num_Lock;
}

gboolean
clinic_wedge_keys_end (guint           keyval,
                       GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return keyval == GDK_KEY_j || keyval == GDK_KEY_m;

  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter ||
         keyval == GDK_KEY_Linefeed || keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab;
}

gboolean
clinic_wedge_keys_edit (guint           keyval,
                        GdkModifierType state,
                        gboolean        text)
{
  if ((state & COMMANDS) != 0)
    return FALSE;

  return (keyval >= GDK_KEY_Home && keyval <= GDK_KEY_Begin) || keyval == GDK_KEY_BackSpace ||
         keyval == GDK_KEY_Delete || keyval == GDK_KEY_Escape || (text && gdk_keyval_to_unicode (keyval) != 0);
}

char
clinic_wedge_keys_digit (guint           keyval,
                         GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return (state & GDK_ALT_MASK) != 0 && character >= '0' && character <= '9' ? (char) character : 0;
}
