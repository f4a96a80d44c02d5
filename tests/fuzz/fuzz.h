/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* One target, as libFuzzer wants it (clang -fsanitize=fuzzer,address); main.c runs it without. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
