-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO picture (content, kind, sealed) VALUES ($1, $2, $3)
