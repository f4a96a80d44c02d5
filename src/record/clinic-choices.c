/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"

const ClinicChoice clinic_sexes[] = {
  { "F", N_("Female") },
  { "M", N_("Male") },
  { "X", N_("Other") },
  { NULL }
};

const ClinicChoice clinic_answers[] = {
  { "no", N_("No") },
  { "yes", N_("Yes") },
  { "unsure", N_("Not sure") },
  { NULL }
};

const ClinicChoice clinic_allergy_answers[] = {
  { "none", N_("None known") },
  { "listed", N_("As listed") },
  { "unsure", N_("New or not sure") },
  { NULL }
};

const ClinicChoice clinic_channels[] = {
  { "phone", N_("Telephone") },
  { "sms", N_("Text message") },
  { "email", N_("E-mail") },
  { "post", N_("Post") },
  { "none", N_("Not at all") },
  { NULL }
};

const ClinicChoice clinic_medicine_sources[] = {
  { "patient", N_("The patient") },
  { "package", N_("The package") },
  { "plan", N_("A letter or a list of medicines") },
  { NULL }
};

const ClinicChoice clinic_bearings[] = {
  { "stop", N_("Stop") },
  { "warn", N_("Warning") },
  { "note", N_("Note") },
  { NULL }
};

const ClinicChoice clinic_severities[] = {
  { "mild", N_("Mild") },
  { "moderate", N_("Moderate") },
  { "severe", N_("Severe") },
  { NULL }
};

const ClinicChoice clinic_ingredient_classes[] = {
  { "vitamin", N_("Vitamin") },
  { "mineral", N_("Mineral or trace element") },
  { "amino_acid", N_("Amino acid") },
  { "coenzyme", N_("Coenzyme") },
  { "nucleic_acid", N_("Nucleic acid") },
  { "polynucleotide", N_("Polynucleotide") },
  { "reducing_agent", N_("Reducing agent") },
  { "peptide", N_("Peptide") },
  { "growth_factor", N_("Growth factor or cell product") },
  { "hyaluronic_acid", N_("Hyaluronic acid") },
  { "dht_modulator", N_("DHT modulator") },
  { "vasodilator", N_("Vasodilator") },
  { "anti_inflammatory", N_("Anti-inflammatory") },
  { "botanical", N_("Botanical") },
  { "hormone", N_("Hormone") },
  { "anaesthetic", N_("Anaesthetic") },
  { "toxin", N_("Toxin") },
  { "homeopathic", N_("Homeopathic agent") },
  { "enzyme", N_("Enzyme") },
  { "diluent", N_("Diluent") },
  { "other", N_("Other") },
  { NULL }
};

const ClinicChoice clinic_ingredient_roles[] = {
  { "principal", N_("Principal") },
  { "complementary", N_("Complementary") },
  { NULL }
};

const ClinicChoice clinic_strength_units[] = {
  { "percent", N_("%") },
  { "unit_ml", N_("units/ml") },
  { NULL }
};

const ClinicChoice clinic_techniques[] = {
  { "point_by_point", N_("Point by point") },
  { "papule", N_("Papule") },
  { "micropapule", N_("Micropapule") },
  { "nappage", N_("Nappage") },
  { "linear", N_("Linear retrograde") },
  { "mesogun", N_("Mesogun") },
  { "dermaroller", N_("Dermaroller") },
  { "needle_free", N_("Needle-free") },
  { NULL }
};

const ClinicChoice clinic_course_statuses[] = {
  { "active", N_("Active") },
  { "completed", N_("Completed") },
  { "stopped", N_("Stopped") },
  { NULL }
};

const ClinicChoice clinic_session_statuses[] = {
  { "booked", N_("Booked") },
  { "confirmed", N_("Confirmed") },
  { "arrived", N_("Arrived") },
  { "in_treatment", N_("In treatment") },
  { "done", N_("Done") },
  { "no_show", N_("No-show") },
  { "cancelled", N_("Cancelled") },
  { NULL }
};

const ClinicChoice clinic_zones[] = {
  { "frontal_hairline", N_("Frontal hairline") },
  { "frontal", N_("Frontal") },
  { "mid_scalp", N_("Mid-scalp") },
  { "vertex", N_("Vertex") },
  { "temple_left", N_("Left temple") },
  { "temple_right", N_("Right temple") },
  { "parietal_left", N_("Left parietal") },
  { "parietal_right", N_("Right parietal") },
  { "occipital", N_("Occipital") },
  { "whole_scalp", N_("Whole scalp") },
  { NULL }
};

const ClinicChoice clinic_causalities[] = {
  { "certain", N_("Certain") },
  { "probable", N_("Probable or likely") },
  { "possible", N_("Possible") },
  { "unlikely", N_("Unlikely") },
  { "unclassified", N_("Conditional or unclassified") },
  { "unassessable", N_("Unassessable or unclassifiable") },
  { NULL }
};

const ClinicChoice clinic_reaction_outcomes[] = {
  { "recovered", N_("Recovered") },
  { "recovering", N_("Recovering") },
  { "continuing", N_("Not recovered") },
  { "sequelae", N_("Recovered with lasting harm") },
  { "fatal", N_("Died of it") },
  { "unknown", N_("Not known") },
  { NULL }
};

const ClinicChoice clinic_call_outcomes[] = {
  { "reached", N_("Reached") },
  { "not_reached", N_("Not reached") },
  { "cleared", N_("The reaction has cleared") },
  { "dropped", N_("No longer needed") },
  { NULL }
};

const ClinicChoice clinic_directions[] = {
  { "higher", N_("Higher") },
  { "lower", N_("Lower") },
  { "none", N_("Neither") },
  { NULL }
};

const ClinicChoice clinic_test_results[] = {
  { "negative", N_("Negative") },
  { "positive", N_("Positive") },
  { NULL }
};

const ClinicChoice clinic_track_kinds[] = {
  { "prp", N_("Platelet-rich plasma") },
  { "lllt", N_("Light (LLLT)") },
  { "minoxidil", N_("Minoxidil") },
  { "medicine", N_("Other medicine") },
  { "supplements", N_("Supplements") },
  { "home_care", N_("Home care") },
  { NULL }
};

const ClinicChoice clinic_decisions[] = {
  { "continue", N_("Continue as planned") },
  { "taper", N_("Taper: go to the next phase") },
  { "change", N_("Change the treatment") },
  { "stop", N_("Stop the course") },
  { NULL }
};

const ClinicChoice *
clinic_choice_find (const ClinicChoice *choices,
                    const char         *value)
{
  for (const ClinicChoice *choice = choices; choice->value != NULL; choice++)
    {
      if (g_strcmp0 (choice->value, value) == 0)
        return choice;
    }

  return NULL;
}

const char *
clinic_choice_label (const ClinicChoice *choices,
                     const char         *value)
{
  const ClinicChoice *choice = clinic_choice_find (choices, value);

  return choice != NULL ? _(choice->label) : value;
}
