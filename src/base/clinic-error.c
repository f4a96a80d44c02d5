/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-error.h"

G_DEFINE_QUARK (clinic - error - quark, clinic_error)
