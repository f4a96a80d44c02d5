/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Read once for all windows: GTK's headers are most of what a file of theirs costs to compile. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
