/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the page of @stack called @full when @shown has anything; else the one called "empty" once
 * @visits, of which @shown are some, were read. Before that, and when that failed, the first page
 * stays, which is blank: nobody is told of an empty day that is not known to be one. */
void clinic_today_stack_choose (GtkStack   *stack,
                                GListModel *shown,
                                GListModel *visits,
                                const char *full);

G_END_DECLS
