/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-engine.h"

const ClinicEngine clinic_pgsql_engine = { .name = "pgsql" };
