-- SPDX-License-Identifier: GPL-3.0-or-later
-- What medicines patients take, and which substances and classes bear on treatment.
--
-- Clinics made before have conditions but no such list: they get what a new clinic gets. A clinic without any conditions, as
-- a new one is at this point, is left as it is.

CREATE TABLE medicine_kind (
  id                 BIGINT PRIMARY KEY,
  version            BIGINT NOT NULL,
  code               TEXT NOT NULL UNIQUE,
  name               TEXT NOT NULL,
  aliases            TEXT,
  condition_kind_id  BIGINT REFERENCES condition_kind (id),
  days_after         BIGINT,
  source             TEXT,
  note               TEXT
);

CREATE TABLE medicine (
  id                BIGINT PRIMARY KEY,
  version           BIGINT NOT NULL,
  patient_id        BIGINT NOT NULL REFERENCES patient (id),
  name              TEXT NOT NULL,
  medicine_kind_id  BIGINT REFERENCES medicine_kind (id),
  dose              TEXT,
  since             TEXT,
  stopped           TEXT,
  source            TEXT,
  noted_on          TEXT,
  note              TEXT
);

CREATE INDEX medicine_by_patient ON medicine (patient_id);

INSERT INTO condition_kind (id, version, code, name, bearing, source)
SELECT last.id + 1, 1, 'blood_thinning', 'Takes something else that thins the blood', 'warn',
       'Labels of clopidogrel and prasugrel; of supplements unverified default'
  FROM (SELECT MAX (id) AS id FROM condition_kind) AS last
 WHERE last.id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM condition_kind AS there WHERE there.code = 'blood_thinning');

INSERT INTO medicine_kind (id, version, code, name, aliases, condition_kind_id, days_after, source, note)
SELECT last.id + shipped.column1, 1, shipped.column2, shipped.column3, shipped.column4,
       (SELECT kind.id FROM condition_kind AS kind WHERE kind.code = shipped.column5), shipped.column6, shipped.column7,
       shipped.column8
  FROM (SELECT MAX (id) AS id FROM condition_kind) AS last,
       (VALUES
         (1, 'anticoagulant', 'Anticoagulant',
          'Warfarin;Phenprocoumon;Acenocoumarol;Fluindione;Heparin;Enoxaparin;Dalteparin;Tinzaparin;Nadroparin;Certoparin;Fondaparinux;Dabigatran;Rivaroxaban;Apixaban;Edoxaban;Argatroban;Bivalirudin;Blood thinner;Coumadin;Marcumar;Marcoumar;Sintrom;Coumadine;Xarelto;Eliquis;Lixiana;Pradaxa;Clexane;Lovenox;Fragmin',
          'anticoagulant', CAST (NULL AS BIGINT),
          'Clinic screening lists (three or more)',
          CAST (NULL AS TEXT)),
         (2, 'aspirin', 'Acetylsalicylic acid',
          'Aspirin;ASA;Acetylsalicylate;Cardioaspirin;Thrombo ASS;Ecopirin;Coraspin',
          'aspirin', 2,
          'Clinic screening lists: not within 2 days',
          NULL),
         (3, 'platelet_inhibitor', 'Platelet inhibitor',
          'Clopidogrel;Prasugrel;Ticagrelor;Ticlopidine;Dipyridamole;Cilostazol;Plavix;Efient;Brilique;Brilinta',
          'blood_thinning', NULL,
          'Labels of clopidogrel and prasugrel: they raise the risk of bleeding',
          NULL),
         (4, 'pentoxifylline', 'Pentoxifylline',
          'Trental',
          'blood_thinning', NULL,
          'Label of pentoxifylline: bleeding, more so with anticoagulants',
          NULL),
         (5, 'blood_thinning_supplement', 'Supplement that thins the blood',
          'Ginkgo;Ginkgo biloba;Fish oil;Omega 3;Garlic capsules;Vitamin E;Tebonin',
          'blood_thinning', NULL,
          'unverified default',
          NULL),
         (6, 'isotretinoin', 'Isotretinoin',
          'Accutane;Roaccutane;Roacutan;Roacnetan;Aknenormin;Curacne;Zoretanin',
          'isotretinoin', 365,
          'Clinic screening lists: not within 6 to 12 months',
          NULL),
         (7, 'corticosteroid', 'Corticosteroid, taken or injected',
          'Prednisolone;Prednisone;Methylprednisolone;Dexamethasone;Betamethasone;Hydrocortisone;Cortisone;Triamcinolone;Deflazacort;Prednol;Medrol',
          'steroids', NULL,
          'Clinic screening lists',
          NULL),
         (8, 'antibiotic', 'Antibiotic',
          'Amoxicillin;Penicillin;Ampicillin;Cefuroxime;Cefalexin;Ceftriaxone;Doxycycline;Minocycline;Azithromycin;Clarithromycin;Erythromycin;Clindamycin;Ciprofloxacin;Levofloxacin;Moxifloxacin;Augmentin',
          'antibiotics', 14,
          'Clinic screening lists: not within 2 weeks',
          NULL),
         (9, 'immunosuppressant', 'Immunosuppressant',
          'Ciclosporin;Cyclosporine;Azathioprine;Tacrolimus;Mycophenolate;Mycophenolic acid;Sirolimus;Everolimus;Methotrexate;Leflunomide;Adalimumab;Infliximab;Etanercept;Tofacitinib;Baricitinib;Upadacitinib;Ritlecitinib;Imuran;Sandimmun;Humira;Olumiant',
          'immune_deficiency', NULL,
          'Clinic screening lists (immune deficiency); labels: they lower resistance to infection',
          NULL),
         (10, 'chemotherapy', 'Chemotherapy',
          'Cyclophosphamide;Capecitabine;Fluorouracil;Paclitaxel;Docetaxel;Doxorubicin;Epirubicin;Cisplatin;Carboplatin;Oxaliplatin;Cytostatic',
          'cancer', NULL,
          'Clinic screening lists (three or more)',
          NULL),
         (11, 'insulin', 'Insulin',
          'Insulin glargine;Insulin aspart;Insulin lispro;Lantus;Toujeo;NovoRapid;Humalog;Tresiba',
          'diabetes_insulin', NULL,
          'One clinic''s list separates diabetes treated with insulin',
          NULL),
         (12, 'thyroid_hormone', 'Thyroid hormone',
          'Levothyroxine;Liothyronine;L-thyroxine;Thyroxine;Euthyrox;Levotiron;Synthroid',
          'thyroid', NULL,
          'Clinic screening lists (thyroid disease)',
          NULL),
         (13, 'antiarrhythmic', 'Medicine for an irregular heartbeat',
          'Amiodarone;Dronedarone;Flecainide;Propafenone;Mexiletine',
          'arrhythmia', NULL,
          'Formulary notes on anaesthetics',
          NULL),
         (14, 'dht_modulator', 'Finasteride or dutasteride',
          'Finasteride;Dutasteride;Propecia;Proscar;Avodart;Dutas',
          NULL, NULL,
          'Labels of finasteride and dutasteride',
          'PSA falls by about half within 3 to 6 months; nobody donates blood until 6 months after dutasteride; not for women who are or may become pregnant.'),
         (15, 'minoxidil', 'Minoxidil',
          'Rogaine;Regaine;Loniten;Minoxil',
          NULL, NULL,
          'Formulary notes on minoxidil',
          'It lowers the blood pressure; not in pregnancy or while breastfeeding.'),
         (16, 'biotin', 'Biotin',
          'Vitamin B7;Vitamin H',
          NULL, NULL,
          'FDA safety communication on biotin, 2017 and 2019',
          'Biotin distorts immunoassays; troponin may read falsely low. Ask before blood tests.')
       ) AS shipped
 WHERE last.id IS NOT NULL;
