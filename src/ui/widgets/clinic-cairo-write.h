/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

/* For cairo's functions that write to a stream: all of @data to the file *(int *) @fd. */
cairo_status_t clinic_cairo_write (void                *fd,
                                   const unsigned char *data,
                                   unsigned int         length);
