/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <sys/socket.h>
#include <sys/wait.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-decode-line.h"
#include "clinic-decoder.h"
#include "clinic-error.h"

/* So long one picture may take, by the clock on the wall; the process itself may compute for as
 * long as this together, so that it is made anew from time to time. */
#define PATIENCE      (20 * G_TIME_SPAN_SECOND)
#define PICTURES_EACH 100
#define POLL_INTERVAL 100

struct _ClinicDecoder
{
  GPid  pid;
  int   socket;         /* -1: there is no process */
  guint n_pictures;
  guint n_deaths;
};

/* One picture on its way. */
typedef struct
{
  int           socket;
  gint64        deadline;
  GCancellable *cancellable;
} Journey;

ClinicDecoder *
clinic_decoder_new (void)
{
  ClinicDecoder *self = g_new0 (ClinicDecoder, 1);

  self->socket = -1;

  return self;
}

static void
end_process (ClinicDecoder *self)
{
  if (self->socket < 0)
    return;

  close (self->socket);
  self->socket = -1;
  kill (self->pid, SIGKILL);

  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    ;

  g_spawn_close_pid (self->pid);
}

void
clinic_decoder_free (ClinicDecoder *self)
{
  end_process (self);
  g_free (self);
}

guint
clinic_decoder_n_deaths (ClinicDecoder *self)
{
  return self->n_deaths;
}

/* Built and not installed it lies elsewhere. */
static const char *
find_program (void)
{
  return g_file_test (DECODE_PATH, G_FILE_TEST_IS_EXECUTABLE) ? DECODE_PATH : DECODE_BUILT_PATH;
}

static gboolean
start_process (ClinicDecoder  *self,
               GError        **error)
{
  const char *arguments[] = { find_program (), NULL };
  char *environment[] = { NULL };
  g_autoptr(GError) failure = NULL;
  int ends[2];

  if (self->socket >= 0)
    return TRUE;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                   _("Pictures cannot be read on this computer: %s."), g_strerror (errno));
      return FALSE;
    }

  if (!g_spawn_async_with_pipes_and_fds ("/", arguments, (const char * const *) environment,
                                         G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                                         ends[1], ends[1], -1, NULL, NULL, 0, &self->pid, NULL,
                                         NULL, NULL, &failure))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                   _("Pictures cannot be read on this computer: %s."), failure->message);
      close (ends[0]);
      close (ends[1]);
      return FALSE;
    }

  close (ends[1]);
  self->socket = ends[0];
  self->n_pictures = 0;

  return TRUE;
}

/* Until the other side is ready; FALSE when it has gone, nobody wants it any more, or it takes too
 * long. */
static gboolean
wait_for (const Journey *self,
          short          events)
{
  struct pollfd ready = { .fd = self->socket, .events = events };

  while (!g_cancellable_is_cancelled (self->cancellable) &&
         g_get_monotonic_time () < self->deadline)
    {
      int n = poll (&ready, 1, POLL_INTERVAL);

      if (n > 0)
        return (ready.revents & events) != 0;

      if (n < 0 && errno != EINTR)
        return FALSE;
    }

  return FALSE;
}

static gboolean
send_all (const Journey *self,
          gconstpointer  from,
          gsize          length)
{
  const guint8 *at = from;

  while (length > 0)
    {
      gssize n = send (self->socket, at, length, MSG_NOSIGNAL | MSG_DONTWAIT);

      if (n < 0 && errno != EINTR && errno != EAGAIN)
        return FALSE;

      if (n < 0 && !wait_for (self, POLLOUT))
        return FALSE;

      at += MAX (n, 0);
      length -= MAX (n, 0);
    }

  return TRUE;
}

static gboolean
receive_all (const Journey *self,
             gpointer       to,
             gsize          length)
{
  guint8 *at = to;

  while (length > 0)
    {
      gssize n = recv (self->socket, at, length, MSG_DONTWAIT);

      if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
        return FALSE;

      if (n < 0 && !wait_for (self, POLLIN))
        return FALSE;

      at += MAX (n, 0);
      length -= MAX (n, 0);
    }

  return TRUE;
}

static gboolean
refuse (ClinicImageVerdict   verdict,
        GError             **error)
{
  const char *why = _("The picture is damaged, or not what it says it is.");

  if (verdict == CLINIC_IMAGE_UNKNOWN)
    why = _("This is no picture that can be taken. JPEG, PNG, WebP and TIFF can.");
  else if (verdict == CLINIC_IMAGE_HEIF)
    why = _("HEIC and AVIF pictures cannot be taken. Have the telephone send them as JPEG (“most compatible”).");
  else if (verdict == CLINIC_IMAGE_TOO_LARGE)
    why = _("The picture is too large: up to 50 megapixels and 32 MB can be taken.");

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, why);

  return FALSE;
}

static gboolean
is_believable (const ClinicDecodeAnswer *answer,
               guint                     max_side)
{
  return answer->magic == CLINIC_DECODE_MAGIC && answer->verdict <= CLINIC_IMAGE_TOO_LARGE &&
         (answer->verdict != CLINIC_IMAGE_GOOD ||
          (answer->width > 0 && answer->width <= max_side &&
           answer->height > 0 && answer->height <= max_side));
}

/* The process has answered in full, whatever its answer. */
static gboolean
exchange (const Journey      *journey,
          GBytes             *file,
          guint               max_side,
          ClinicDecodeAnswer *answer,
          ClinicDecoded      *decoded)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);
  ClinicDecodeRequest request = { CLINIC_DECODE_MAGIC, max_side, length };
  gsize size;

  if (!send_all (journey, &request, sizeof request) || !send_all (journey, data, length) ||
      !receive_all (journey, answer, sizeof *answer) || !is_believable (answer, max_side))
    return FALSE;

  if (answer->verdict != CLINIC_IMAGE_GOOD)
    return TRUE;

  size = (gsize) answer->width * answer->height * 3;
  decoded->pixels = (ClinicPixels) { answer->width, answer->height, g_malloc (size) };

  if (!receive_all (journey, decoded->pixels.data, size))
    return FALSE;

  answer->taken_on[sizeof answer->taken_on - 1] = '\0';

  if (clinic_date_is_valid (answer->taken_on))
    g_strlcpy (decoded->taken_on, answer->taken_on, sizeof decoded->taken_on);

  return TRUE;
}

gboolean
clinic_decoder_run (ClinicDecoder  *self,
                    GBytes         *file,
                    guint           max_side,
                    GCancellable   *cancellable,
                    ClinicDecoded  *decoded,
                    GError        **error)
{
  ClinicImageHead head;
  ClinicDecodeAnswer answer = { 0 };
  ClinicImageVerdict verdict;
  Journey journey = { .cancellable = cancellable };

  g_return_val_if_fail (self != NULL && file != NULL && max_side > 0 && decoded != NULL, FALSE);

  *decoded = (ClinicDecoded) { 0 };

  if (g_bytes_get_size (file) == 0)
    return refuse (CLINIC_IMAGE_UNKNOWN, error);

  verdict = clinic_image_head_read (&head, g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  if (verdict != CLINIC_IMAGE_GOOD)
    return refuse (verdict, error);

  if (self->n_pictures >= PICTURES_EACH)
    end_process (self);

  if (!start_process (self, error))
    return FALSE;

  self->n_pictures++;
  journey.socket = self->socket;
  journey.deadline = g_get_monotonic_time () + PATIENCE;

  if (exchange (&journey, file, max_side, &answer, decoded))
    return answer.verdict == CLINIC_IMAGE_GOOD || refuse (answer.verdict, error);

  clinic_decoded_clear (decoded);
  end_process (self);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->n_deaths++;

  return refuse (CLINIC_IMAGE_DAMAGED, error);
}

void
clinic_decoded_clear (ClinicDecoded *self)
{
  clinic_pixels_clear (&self->pixels);
  self->taken_on[0] = '\0';
}
