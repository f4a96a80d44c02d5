/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-image-head.h"

G_BEGIN_DECLS

/* What the program and its decoder (anagen-decode) say to each other over one socket: the program
 * sends a request and the file's bytes, the decoder an answer and, when that is CLINIC_IMAGE_GOOD,
 * width × height pixels of red, green, blue, row by row from the top left, upright and in sRGB.
 * Both run on one machine: numbers are as they are in memory. The decoder may have been taken
 * over by what it reads: the program believes nothing in an answer. */

#define CLINIC_DECODE_MAGIC 0x41444531

typedef struct
{
  guint32 magic;
  guint32 max_side;     /* neither side of what comes back may be longer */
  guint64 length;
} ClinicDecodeRequest;

typedef struct
{
  guint32 magic;
  guint32 verdict;      /* ClinicImageVerdict */
  guint32 width;
  guint32 height;
  char    taken_on[16]; /* "2024-05-31" as the camera has it, or "" */
} ClinicDecodeAnswer;

G_END_DECLS
