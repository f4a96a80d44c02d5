/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include "clinic-cairo-write.h"

cairo_status_t
clinic_cairo_write (void                *fd,
                    const unsigned char *data,
                    unsigned int         length)
{
  while (length > 0)
    {
      ssize_t written = write (*(int *) fd, data, length);

      if (written < 0)
        return CAIRO_STATUS_WRITE_ERROR;

      data += written;
      length -= written;
    }

  return CAIRO_STATUS_SUCCESS;
}
