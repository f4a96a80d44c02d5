/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-scale.h"

const ClinicChoice clinic_scale_names[] = {
  { "norwood", N_("Norwood-Hamilton") },
  { "ludwig", N_("Ludwig") },
  { "sinclair", N_("Sinclair") },
  { "basp", N_("BASP") },
  { NULL }
};

/* *INDENT-OFF* */
static const ClinicStage norwood[] = {
  { "I", N_("The hairline stands where it was, or has gone back a little.") },
  { "II", N_("Both temples have gone back in a triangle, much alike on both sides.") },
  { "IIa", N_("The whole front edge stands high, its middle as well as the temples.") },
  { "III", N_("Deep corners at both temples, bare or sparse: the least that counts as baldness.") },
  { "IIIa", N_("The front edge has gone back as one, nearly to the front half of the top.") },
  { "III vertex", N_("Loss is mainly at the vertex; the temples are no farther back than in III.") },
  { "IV", N_("The front is farther back than in III and the vertex sparse or bare; a band of fairly dense hair parts them.") },
  { "IVa", N_("The front edge has gone back past the middle of the top, without a bare place of its own at the vertex.") },
  { "V", N_("As IV, but the band between front and vertex is narrow and sparse.") },
  { "Va", N_("The front edge has gone back towards the vertex; what is bare reaches from the front to the crown.") },
  { "VI", N_("The band is gone: front and vertex are one bare place. The sides still stand high.") },
  { "VII", N_("Only a horseshoe of hair is left at the sides and the back, low and thin.") },
  { NULL }
};

static const ClinicStage ludwig[] = {
  { "I", N_("The crown is visibly thinner; in front it is bounded by a strip of 1 to 3 cm behind the hairline.") },
  { "II", N_("The same place is clearly sparse.") },
  { "III", N_("The same place is bare; the hairline in front is still there.") },
  { NULL }
};

static const ClinicStage sinclair[] = {
  { "1", N_("The parting is as narrow as it always was.") },
  { "2", N_("The parting is wider.") },
  { "3", N_("The parting is wider still, and the hair beside it is thinner.") },
  { "4", N_("The hair is thin far beyond the parting; a bald place towards the front.") },
  { "5", N_("Most of the top is without hair.") },
  { NULL }
};

static const ClinicStage basp[] = {
  { "L", N_("The hairline runs straight; nothing has gone back.") },
  { "M0", N_("Shape of an M: the original hairline is kept.") },
  { "M1", N_("Shape of an M: the corners have gone back, less than a third of the way to the crown.") },
  { "M2", N_("Shape of an M: the corners have gone back between a third and two thirds of the way.") },
  { "M3", N_("Shape of an M: the corners have gone back more than two thirds of the way.") },
  { "C0", N_("Shape of a C: the original hairline is kept.") },
  { "C1", N_("Shape of a C: the middle of the hairline has gone back, less than a third of the way to the crown.") },
  { "C2", N_("Shape of a C: the middle has gone back between a third and two thirds of the way.") },
  { "C3", N_("Shape of a C: the middle has gone back more than two thirds of the way.") },
  { "U1", N_("Shape of a U: what is bare reaches back to the crown.") },
  { "U2", N_("Shape of a U: what is bare reaches over the crown, between it and the bulge of the back of the head.") },
  { "U3", N_("Shape of a U: what is bare reaches below the bulge of the back of the head.") },
  { "V1", N_("Vertex: visibly thinner.") },
  { "V2", N_("Vertex: clearly sparse.") },
  { "V3", N_("Vertex: nearly or wholly bare.") },
  { "F1", N_("Whole top: visibly thinner.") },
  { "F2", N_("Whole top: clearly sparse.") },
  { "F3", N_("Whole top: nearly or wholly bare.") },
  { NULL }
};

static const ClinicScale scales[] = {
  { "norwood", N_("Norwood-Hamilton"), N_("Pattern of men: temples, front and vertex"), "Hamilton 1951, Norwood 1975", norwood, TRUE, 1 },
  { "ludwig", N_("Ludwig"), N_("Pattern of women: the crown behind a hairline that is kept"), "Ludwig 1977, Br J Dermatol 97:247", ludwig, TRUE, 1 },
  { "sinclair", N_("Sinclair"), N_("Pattern of women: how wide the parting is"), "Sinclair (wording of the grades is unverified)", sinclair, TRUE, 1 },
  { "basp", N_("BASP"), N_("Women and men: the hairline’s shape, and how dense vertex and top are"), "Lee 2007, J Am Acad Dermatol", basp, FALSE, 1 },
  { NULL }
};
/* *INDENT-ON* */

const ClinicScale *
clinic_scales (void)
{
  return scales;
}

const ClinicScale *
clinic_scale_find (const char *name)
{
  for (const ClinicScale *scale = scales; scale->name != NULL; scale++)
    {
      if (g_strcmp0 (scale->name, name) == 0)
        return scale;
    }

  return NULL;
}

const ClinicScale *
clinic_scale_guess (const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  for (const ClinicScale *scale = scales; folded != NULL && scale->name != NULL; scale++)
    {
      if (strstr (folded, scale->name) != NULL)
        return scale;
    }

  return NULL;
}

static const ClinicStage *
find_stage (const ClinicScale *self,
            const char        *value)
{
  for (const ClinicStage *stage = self->stages; stage->value != NULL; stage++)
    {
      if (g_strcmp0 (stage->value, value) == 0)
        return stage;
    }

  return NULL;
}

gboolean
clinic_scale_allows (const char *name,
                     const char *stage)
{
  const ClinicScale *scale = clinic_scale_find (name);

  if (scale == NULL || stage == NULL)
    return FALSE;

  return scale->stages == basp ? clinic_basp_is_valid (stage) : find_stage (scale, stage) != NULL;
}

int
clinic_scale_rank (const ClinicScale *self,
                   const char        *stage)
{
  const ClinicStage *found;

  g_return_val_if_fail (self != NULL, -1);

  found = self->ordered ? find_stage (self, stage) : NULL;

  return found != NULL ? (int) (found - self->stages) : -1;
}

static char *
define_basp (const ClinicScale *self,
             const char        *final)
{
  g_autofree char *basic = NULL;
  g_autofree char *vertex = NULL;
  g_autofree char *frontal = NULL;
  const char *parts[3];
  GString *words;

  if (!clinic_basp_split (final, &basic, &vertex, &frontal))
    return NULL;

  words = g_string_new (NULL);
  parts[0] = basic;
  parts[1] = vertex;
  parts[2] = frontal;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const ClinicStage *stage = parts[i] != NULL ? find_stage (self, parts[i]) : NULL;

      if (stage != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", _(stage->definition));
    }

  return g_string_free (words, FALSE);
}

char *
clinic_scale_define (const ClinicScale *self,
                     const char        *stage)
{
  const ClinicStage *found;

  g_return_val_if_fail (self != NULL, NULL);

  found = find_stage (self, stage);

  if (found != NULL)
    return g_strdup (_(found->definition));

  return self->stages == basp ? define_basp (self, stage) : NULL;
}

/* Where a part that begins with @letter and a figure of @least to 3 ends; @place when there is
 * none. */
static const char *
skip_part (const char *place,
           char        letter,
           char        least)
{
  return place[0] == letter && place[1] >= least && place[1] <= '3' ? place + 2 : place;
}

gboolean
clinic_basp_split (const char  *final,
                   char       **basic,
                   char       **vertex,
                   char       **frontal)
{
  const char *end = final;
  const char *after_vertex;
  const char *after_frontal;

  if (final == NULL)
    return FALSE;

  if (*final == 'L')
    end = final + 1;
  else if (*final == 'M' || *final == 'C')
    end = skip_part (final, *final, '0');
  else
    end = skip_part (final, 'U', '1');

  after_vertex = skip_part (end, 'V', '1');
  after_frontal = skip_part (after_vertex, 'F', '1');

  if (end == final || *after_frontal != '\0')
    return FALSE;

  *basic = g_strndup (final, end - final);
  *vertex = after_vertex > end ? g_strndup (end, 2) : NULL;
  *frontal = after_frontal > after_vertex ? g_strndup (after_vertex, 2) : NULL;

  return TRUE;
}

gboolean
clinic_basp_is_valid (const char *final)
{
  g_autofree char *basic = NULL;
  g_autofree char *vertex = NULL;
  g_autofree char *frontal = NULL;

  return clinic_basp_split (final, &basic, &vertex, &frontal);
}

char *
clinic_basp_combine (const char *basic,
                     const char *vertex,
                     const char *frontal)
{
  g_autofree char *final = g_strconcat (basic != NULL ? basic : "", vertex != NULL ? vertex : "",
                                        frontal != NULL ? frontal : "", NULL);

  return clinic_basp_is_valid (final) ? g_steal_pointer (&final) : NULL;
}
