/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* How a field is kept: its member's C type, and so its property and its column. */
typedef enum
{
  CLINIC_TEXT,          /* char *, NULL when empty */
  CLINIC_NUMBER,        /* gint64, or CLINIC_UNKNOWN */
  CLINIC_FLAG,          /* gboolean */
} ClinicStorage;

/* A number nobody has entered; NULL in the database. Nought is a finding. */
#define CLINIC_UNKNOWN CLINIC_NULL

/* How a person reads it. */
typedef enum
{
  CLINIC_PLAIN,
  CLINIC_DATE,          /* text, "2024-05-31" */
  CLINIC_WALL,          /* text, "2024-05-31T09:30", the clinic's own clock */
  CLINIC_LINK,          /* number, the id of a record of the table .links */
  CLINIC_DECIMAL,       /* number, in thousandths */
  CLINIC_CHOICE,        /* text, one of .choices */
} ClinicFormat;

/* One of the words a CLINIC_CHOICE field may hold. Arrays end with { NULL }. */
typedef struct
{
  const char *value;    /* kept in the database */
  const char *label;    /* N_(): what a person reads */
} ClinicChoice;

/* One field of a record type. The name serves as struct member, column, property and form child;
 * what the program knows of a field in general is said here and only here. Properties spell it
 * with '-' for '_'. */
typedef struct
{
  const char         *name;
  const char         *label;
  gsize               offset;
  ClinicStorage       storage;
  ClinicFormat        format;
  gboolean            required;
  gboolean            searched;      /* a word of it finds the patient */
  gboolean            ltr;           /* reads from left to right in every script: a telephone number */
  gint64              min;           /* numbers: lowest value (with max; both 0: none) */
  gint64              max;           /* numbers: highest value; text: longest, in characters (0:
                                      * 2,000) */
  const char         *links;         /* CLINIC_LINK: the table */
  const ClinicChoice *choices;       /* CLINIC_CHOICE */
} ClinicField;

/* A member of any other type does not compile. */
#define CLINIC_FIELD(Type, member, Label, ...)                    \
  {                                                               \
    .name = #member,                                              \
    .label = Label,                                               \
    .offset = G_STRUCT_OFFSET (Type, member),                     \
    .storage = _Generic (((Type *) NULL)->member,                 \
                         char *: CLINIC_TEXT,                     \
                         gint64: CLINIC_NUMBER,                   \
                         gboolean: CLINIC_FLAG),                  \
    __VA_ARGS__                                                   \
  }

#define CLINIC_TYPE_RECORD (clinic_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinicRecord, clinic_record, CLINIC, RECORD, GObject)

struct _ClinicRecordClass
{
  GObjectClass        parent_class;

  const char         *table;
  const char         *label;         /* N_(): "Patient" */
  const ClinicField  *fields;
  guint               n_fields;
  const char         *subject;       /* the field that names the patient concerned
                                      * ("patient_id"), or NULL */
  gboolean            fixed;         /* rows are never changed once written, only added */
  GParamSpec        **properties;    /* one a field, made by clinic_record_class_set_fields () */

  /* Across fields; a translated sentence about what is wrong, or NULL. @today is the clinic's
   * date. */
  const char       *(* check)        (ClinicRecord *self,
                                      const char   *today);
};

/* To be called from class_init: makes the properties. */
void               clinic_record_class_set_fields (ClinicRecordClass  *klass,
                                                   const char         *table,
                                                   const char         *label,
                                                   const ClinicField  *fields,
                                                   guint               n_fields);
const ClinicField *clinic_record_class_find_field (ClinicRecordClass  *klass,
                                                   const char         *name);

/* 0 until first saved. */
gint64             clinic_record_get_id           (ClinicRecord       *self);
void               clinic_record_set_id           (ClinicRecord       *self,
                                                   gint64              id);
gint64             clinic_record_get_version      (ClinicRecord       *self);
void               clinic_record_set_version      (ClinicRecord       *self,
                                                   gint64              version);

const char        *clinic_record_get_text         (ClinicRecord       *self,
                                                   const ClinicField  *field);
/* "" is kept as NULL. Notifies when it differs. */
void               clinic_record_set_text         (ClinicRecord       *self,
                                                   const ClinicField  *field,
                                                   const char         *text);
/* Also flags, as 0 and 1. */
gint64             clinic_record_get_number       (ClinicRecord       *self,
                                                   const ClinicField  *field);
void               clinic_record_set_number       (ClinicRecord       *self,
                                                   const ClinicField  *field,
                                                   gint64              number);
/* A field as canonical text, as the audit, the exports and the console show it: decimals "1.5",
 * flags "0"/"1"; NULL when unknown. Caller frees. */
char              *clinic_record_dup_value        (ClinicRecord       *self,
                                                   const ClinicField  *field);
/* The way back; FALSE with CLINIC_ERROR_INVALID naming the field when the text cannot be such a
 * value. */
gboolean           clinic_record_take_value       (ClinicRecord       *self,
                                                   const ClinicField  *field,
                                                   const char         *value,
                                                   GError            **error);

ClinicRecord      *clinic_record_copy             (ClinicRecord       *self);
/* Makes @self say what @other says; only the fields that differ notify. */
void               clinic_record_assign           (ClinicRecord       *self,
                                                   ClinicRecord       *other);
/* Id, version and all fields. */
gboolean           clinic_record_equal            (ClinicRecord       *self,
                                                   ClinicRecord       *other);
/* One field of two records of the same type. */
gboolean           clinic_record_field_equal      (ClinicRecord       *self,
                                                   ClinicRecord       *other,
                                                   const ClinicField  *field);
/* Required, length, range, format, choice, valid UTF-8, then check (). CLINIC_ERROR_INVALID
 * names the field. */
gboolean           clinic_record_validate         (ClinicRecord       *self,
                                                   const char         *today,
                                                   GError            **error);

G_END_DECLS
