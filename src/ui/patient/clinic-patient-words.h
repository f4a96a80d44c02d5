/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lists of a patient's file in one line, as they stand beside the name: "Fish (severe), Biotin".
 * Only what stands; "" when nothing does. Caller frees. */
char *clinic_words_history  (GListModel     *entries);

/* Makes these closures known to a template, in addition to clinic_closures_bind (). Each takes
 * objects that may be NULL, and then gives "" or FALSE: a binding whose way is cut short would
 * leave what stood there before, which may be somebody else's.
 *   history_line (ClinicHistoryEntry) "Frontal · grade 2 · since 16 Nov 2026"
 *   history_tag (ClinicHistoryEntry) "Severe", "Stops treatment"
 *   course_line (ClinicCourseEntry, ClinicVisit next) "Session 4 of 8 · Vitamins · next …"
 *   course_title, course_facts, course_goal, course_tally, course_status (ClinicCourseEntry)
 *   course_fraction (ClinicCourseEntry) gdouble
 *   visit_line (ClinicVisit, today) "Tue 24 Nov, 10:30 · Dr Weber · Room 1"
 *   visit_place (ClinicVisit) the same with the date in full
 *   visit_what (ClinicVisit) "Session 4 of 8 · Vitamins"
 *   visit_status (ClinicVisit) "Cancelled: ill" · visit_number (ClinicVisit) "4"
 *   reading_name, reading_value, reading_when (ClinicReadingEntry)
 *   patient_line (birth date, file number, sex, mobile, phone, today), address_lines (address,
 *   postcode, city, region, country), phone_text (phone), allergy_chip, condition_chip, reaction_chip
 *   (words),
 *   archived_chip (date), words_or_none (words, loaded)
 *   change_line (staff, moment, reason), may_undo (command, undone by, undoes)
 *   is_active (ClinicCourseEntry)
 *   some (guint n) and none (guint n) gboolean · has (object) gboolean */
void  clinic_words_bind     (GtkWidgetClass *widget_class);

G_END_DECLS
