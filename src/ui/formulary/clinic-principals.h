/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says how many principal agents a cocktail has, with a sign whether they are as many as the rule
 * "principal-agents" advises. */
void clinic_principals_show (GtkImage  *sign,
                             GtkLabel  *words,
                             guint      number);

G_END_DECLS
