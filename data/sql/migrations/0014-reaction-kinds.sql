-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a clinic says of its kinds of reaction: from which grade on somebody is called, and after how many days.
--
-- Clinics made before reactions were judged have no kinds that were shipped later, and no advice with their red flags:
-- they get what a new clinic gets, where it is missing and nobody has changed it. A clinic without any kinds, as a new
-- one is at this point, is left as it is.

ALTER TABLE reaction_kind ADD COLUMN call_grade BIGINT;
ALTER TABLE reaction_kind ADD COLUMN call_days BIGINT;

INSERT INTO reaction_kind (id, version, code, name, ctcae_term, ctcae_version, meddra, expected_days, red_flag, advice,
                           specify, grade_1, grade_2, grade_3, grade_4, grade_5, source)
SELECT last.id + shipped.column1, 1, shipped.column2, shipped.column3, shipped.column4, shipped.column5, shipped.column6,
       shipped.column7, shipped.column8, shipped.column9, shipped.column10, shipped.column11, shipped.column12,
       shipped.column13, shipped.column14, shipped.column15, shipped.column16
  FROM (SELECT MAX (id) AS id FROM reaction_kind) AS last,
       (VALUES
         (1, 'papules', 'Papules', 'Skin and subcutaneous tissue disorders - Other, specify', '5.0', '10040785', 7,
          0, NULL, 0, 'Mild, only watched', 'Moderate, treated where it is',
          'Severe, in the way of looking after oneself', 'Threatens life', 'Death',
          'CTCAE 5.0 has no term for them; duration: visible marks 24 hours to 1 week'),
         (2, 'necrosis', 'Dead skin at the site', 'Injection site reaction', '5.0', '10022095',
          CAST (NULL AS BIGINT), 1,
          'See at once: think of a closed vessel; warm it, hyaluronidase where hyaluronic acid was injected; photograph; surgeon',
          0, NULL, NULL, 'Open or dead tissue, severe damage, an operation is needed', 'Threatens life', 'Death',
          'CTCAE 5.0: necrosis at the site is grade 3 or more'),
         (3, 'vision', 'Sees worse', 'Vision decreased', '5.0', '10047516', CAST (NULL AS BIGINT), 1,
          'Emergency: an eye department within the hour; say what was injected and where', 0, NULL,
          'Somewhat worse: three lines of the chart at most', 'Much worse: more than three lines, up to 20/200',
          '20/200 or worse in the eye', NULL,
          'CTCAE 5.0 (has grades 2 to 4 only); a closed vessel after injection: unverified default'),
         (4, 'panniculitis', 'Inflamed fat below the skin',
          'Skin and subcutaneous tissue disorders - Other, specify', '5.0', '10040785', CAST (NULL AS BIGINT), 1,
          'Biopsy and culture; stop injecting; ask a dermatologist', 0, 'Mild, only watched',
          'Moderate, treated where it is', 'Severe, in the way of looking after oneself', 'Threatens life', 'Death',
          'Plachouri 2019; CTCAE 5.0 has no term for it'),
         (5, 'lichenoid', 'Lichenoid eruption', 'Skin and subcutaneous tissue disorders - Other, specify', '5.0',
          '10040785', CAST (NULL AS BIGINT), 1, 'Biopsy; stop what was injected; ask a dermatologist', 0,
          'Mild, only watched', 'Moderate, treated where it is', 'Severe, in the way of looking after oneself',
          'Threatens life', 'Death', 'Plachouri 2019; CTCAE 5.0 has no term for it'),
         (6, 'other_general', 'Something else, not of the skin',
          'General disorders and administration site conditions - Other, specify', '5.0', '10018065',
          CAST (NULL AS BIGINT), 0, NULL, 1, 'Mild, only watched', 'Moderate, treated where it is',
          'Severe, in the way of looking after oneself', 'Threatens life', 'Death', 'CTCAE 5.0')
       ) AS shipped
 WHERE last.id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM reaction_kind AS there WHERE there.code = shipped.column2);

UPDATE reaction_kind SET advice = shipped.column2
  FROM (VALUES
         ('patchy_loss', 'Stop injecting there; photograph; see whether it scars; ask a dermatologist'),
         ('allergic',
          'Stop; treat at once; watch for tight airways; write down every product and lot; do not give it again before it is cleared up'),
         ('anaphylaxis',
          'Adrenaline into the thigh, emergency call, lie down; watch for hours, as it may come back; never again without an allergist'),
         ('infection', 'See today; swab before antibiotics; nothing is injected there until it is healed'),
         ('soft_tissue_infection', 'See today; swab, antibiotic, think of surgery; hold the lots'),
         ('abscess', 'See today; open or puncture, culture also for mycobacteria; hold the lots'),
         ('late_nodules',
          'Biopsy with culture for atypical mycobacteria before any antibiotic or cortisone; hold the lots; look at the others treated with them'),
         ('ulceration', 'See today; think of a closed vessel; photograph; nothing is injected there'),
         ('scar', 'Photograph; stop injecting there; ask a dermatologist'),
         ('granuloma', 'Biopsy; stop what was injected; ask a dermatologist')
       ) AS shipped
 WHERE code = shipped.column1 AND version = 1 AND red_flag = 1 AND advice IS NULL;

UPDATE reaction_kind SET specify = 1
 WHERE code = 'other' AND version = 1 AND specify = 0;
