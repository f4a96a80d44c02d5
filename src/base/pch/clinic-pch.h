/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Read once for all files of a room below the windows. */
#include "config.h"

#include <gio/gio.h>
