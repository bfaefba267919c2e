"""The sentence of each view of the Equity page; a view without one gets a plain one."""

from __future__ import annotations

from lib.i18n import _


def finding(view_id: str) -> str:
    """The view's sentence with named places, or an empty text.

    ``top`` and ``low`` are the highest and lowest value held, ``top_group`` and ``low_group``
    their groups, ``v`` all values by group, ``n`` all n of N by group, ``period`` the time.
    """
    return {**_care(), **_hospitals(), **_context()}.get(view_id, "")


def _care() -> dict[str, str]:
    return {
        "wishes_not_discussed_race": _(
            "{top} of {top_group} adults and {low} of {low_group} adults had not talked with a "
            "decision-maker about their end-of-life wishes in {period}"
        ),
        "wishes_not_documented_race": _(
            "{top} of {top_group} adults and {low} of {low_group} adults had not put their "
            "end-of-life wishes in writing in {period}"
        ),
        "unprepared_race": _(
            "{top} of {top_group} and {low} of {low_group} adults with a serious illness felt "
            "unprepared for it to worsen; after adjustment the survey of {period} finds no "
            "significant difference by race"
        ),
        "allowed_to_die_race": _(
            "In {period}, {top} of {top_group} and {low} of {low_group} adults agreed that a "
            "patient should sometimes be allowed to die: an opinion, not a score"
        ),
        "conversation_satisfaction_language": _(
            "US patients who prefer {top_group} rated their planning talks {top} of 5 on "
            "average, those who prefer {low_group} {low}"
        ),
        "conversation_satisfaction_sex": _(
            "US men rated their planning talks {v[male]} of 5 on average, women {v[female]}"
        ),
        "wishes_in_writing_age": _(
            "In {period}, {v[75+]} of adults over 75 and {v[50-64]} of those aged 50-64 had "
            "end-of-life wishes in writing"
        ),
        "discrimination_race": _(
            "{top} of {top_group} adults and {low} of {low_group} adults had felt judged or "
            "discriminated against by health care providers in {period}"
        ),
        "trust_race": _(
            "{top} of {top_group} adults and {low} of {low_group} adults had a lot of trust in "
            "health care providers in {period}"
        ),
        "directive_crude_race": _(
            "{top} of {top_group} and {low} of {low_group} members aged 55 and older in one "
            "health system had an advance directive (crude, {period})"
        ),
        "directive_adjusted_race": _(
            "Adjusted for age and area, {top} of {top_group} and {low} of {low_group} members "
            "aged 55 and older in one health system had an advance directive ({period})"
        ),
        "directive_standardized_race": _(
            "Standardized for age and use of care, {top} of White and {low} of Chinese members "
            "aged 55 and older in one health system had an advance directive ({period})"
        ),
        "directive_standardized_language": _(
            "Of Chinese members aged 55 and older in one health system, {top} who prefer English "
            "and {low} who need an interpreter had an advance directive ({period})"
        ),
        "polst_cpr_race": _(
            "{v[Black]} of Black and {v[White]} of White nursing home residents had a POLST with a "
            "CPR order in {period}: {gap} points, {ratio} times ({gap_before} and {ratio_before} "
            "in {before}), while completion rose; a choice, not a score"
        ),
        "polst_completed_setting": _(
            "{v[long-stay residents]} of long-stay and {v[short-stay residents]} of short-stay "
            "nursing home residents had a POLST in {period}"
        ),
        "polst_dnr_setting": _(
            "{v[long-stay residents]} of the POLST forms of long-stay and "
            "{v[short-stay residents]} of those of short-stay residents hold a do-not-resuscitate "
            "order ({period}): a choice, not a score"
        ),
        "latino_match_race": _(
            "{v[patients]} of the palliative care patients and {v[clinicians]} of the 51 "
            "clinicians of nine California teams are Latino ({period})"
        ),
        "latino_match_south_race": _(
            "In Southern California, {v[patients]} of the palliative care patients and "
            "{v[clinicians]} of the surveyed clinicians are Latino ({period})"
        ),
        "spanish_match_language": _(
            "{v[patients]} of the palliative care patients and {v[clinicians]} of the 51 "
            "clinicians of nine California teams are Spanish speakers ({period})"
        ),
        "spanish_fluent_language": _(
            "{v[clinicians]} of the 51 clinicians of nine California teams are fluent in Spanish; "
            "{v[patients]} of the patients speak it ({period})"
        ),
    }


def _hospitals() -> dict[str, str]:
    return {
        "site_report_ownership": _(
            "{n[for-profit]} for-profit sites and {n[nonprofit]} nonprofit sites report an "
            "inpatient palliative care program in {period}"
        ),
        "site_report_rurality": _(
            "{n[small and rural]} small and rural sites and {n[other]} other sites report an "
            "inpatient palliative care program in {period}"
        ),
        "hospital_program_2011_ownership": _(
            "In {period}, {v[nonprofit]} of nonprofit and {v[for-profit]} of for-profit hospitals "
            "that answered a survey reported a palliative care program"
        ),
        "hospital_program_odds_ownership": _(
            "In the survey of {period}, for-profit hospitals had {v[for-profit]} times and city or "
            "county hospitals {v[city or county]} times the odds of a program; the abstract "
            "names no reference group"
        ),
        "code_status_ownership": _(
            "Code status was clarified for {v[public]} of patients in 6 public and {v[private]} "
            "in 40 private hospitals ({period})"
        ),
        "surrogate_ownership": _(
            "The surrogate decision-maker was clarified for {v[public]} of patients in 6 public "
            "and {v[private]} in 40 private hospitals ({period})"
        ),
        "anxiety_improved_ownership": _(
            "Anxiety improved for {v[public]} of symptomatic patients in 6 public and "
            "{v[private]} in 40 private hospitals ({period})"
        ),
        "dyspnea_improved_ownership": _(
            "Shortness of breath improved for {v[public]} of symptomatic patients in 6 public "
            "and {v[private]} in 40 private hospitals ({period})"
        ),
        "pain_improved_ownership": _(
            "Pain improved for {v[public]} of symptomatic patients in 6 public and {v[private]} "
            "in 40 private hospitals ({period})"
        ),
        "nausea_improved_ownership": _(
            "Nausea improved for {v[public]} of symptomatic patients in 6 public and "
            "{v[private]} in 40 private hospitals ({period})"
        ),
        "staffing_ownership": _(
            "Palliative care teams: {v[public]} in 6 public and {v[private]} in 40 private "
            "hospitals ({period})"
        ),
        "english_speaking_ownership": _(
            "{v[public]} of palliative care patients in 6 public and {v[private]} in 40 private "
            "hospitals speak English ({period})"
        ),
        "white_patients_ownership": _(
            "{v[public]} of palliative care patients in 6 public and {v[private]} in 40 private "
            "hospitals are non-Hispanic White ({period})"
        ),
        "mean_age_ownership": _(
            "Palliative care patients are {v[public]} old on average in 6 public and "
            "{v[private]} in 40 private hospitals ({period})"
        ),
    }


def _context() -> dict[str, str]:
    return {
        "hospice_deaths_race": _(
            "Of people who died in hospice in {period}, {v[White]} were White, {v[Latino]} "
            "Latino, {v[Black]} Black and {v[Asian]} Asian: who is there, not who is reached"
        ),
        "hospice_cancer_race": _(
            "US Medicare patients with advanced cancer, {period}: {top} of {top_group} and {low} "
            "of {low_group} patients enrolled in hospice; an old national study"
        ),
        "hospice_medicare_rurality": _(
            "In the US, {v[urban]} of urban and {v[frontier]} of frontier Medicare beneficiaries "
            "who died in {period} used hospice; no California figure is held"
        ),
        "hospice_episodes_race": _(
            "US hospice episodes in {period}: {v[White]} White, {v[Black]} Black, {v[Latino]} "
            "Latino, {v[Other]} other patients; who is there, not who is reached"
        ),
        "under_65_race": _(
            "{top} of {top_group} and {low} of {low_group} Californians who died in {period} were "
            "under 65; younger populations have more such deaths"
        ),
        "death_rate_65_race": _(
            "At ages 65-74, {top_group} Californians died at a rate of {top} a year, "
            "{low_group} Californians of {low} ({period})"
        ),
        "death_rate_75_race": _(
            "At ages 75-84, {top_group} Californians died at a rate of {top} a year, "
            "{low_group} Californians of {low} ({period})"
        ),
        "death_rate_85_race": _(
            "At 85 and older, {top_group} Californians died at a rate of {top} a year, "
            "{low_group} Californians of {low} ({period}); ages are misreported most here"
        ),
        "deaths_65plus_race": _(
            "Of deaths at 65 and older in {period}, {v[White]} were of White, {v[Latino]} of "
            "Latino, {v[Asian]} of Asian and {v[Black]} of Black people: a mix, not a rate"
        ),
        "hospital_death_race": _(
            "In {period}, {v[Asian, immigrant]} of deaths of older Asian immigrants and {v[White]} of "
            "those of older White people happened in a hospital, before any adjustment"
        ),
        "cancer_intense_race": _(
            "Young people who died with cancer: {v[Black]} times the odds of intense care at the "
            "end for Black and {v[Latino]} times for Latino patients, beside White ({period})"
        ),
        "cancer_intense_age": _(
            "Young people who died with cancer: {v[15-21]} times the odds of intense care at the "
            "end at ages 15-21, beside 30 and older ({period})"
        ),
        "place_of_death_setting": _(
            "In {period}, {v[hospital]} of Californians who died did so in a hospital, {v[home]} "
            "at home and {v[nursing home]} in a nursing home"
        ),
        "hospital_service_rurality": _(
            "In the US, {v[rural]} of rural and {v[urban]} of urban hospitals report a palliative "
            "care service ({period}); no like figure is held for California"
        ),
        "no_hospice_rurality": _(
            "In the US, {v[rural]} of rural and {v[urban]} of urban areas had no certified hospice "
            "in {period}; no California figure is held"
        ),
        "no_hospice_rural_race": _(
            "{v[American Indian/Alaska Native]} of rural US areas with a high share of American Indian "
            "or Alaska Native residents had no certified hospice in {period}, {v[comparison areas]} of "
            "comparison areas; areas, not people"
        ),
        "life_expectancy_race": _(
            "At the death rates of {period}, {top_group} Californians can expect to live {top}, "
            "{low_group} Californians {low}"
        ),
        "older_people_race": _(
            "Of Californians 65 and older, {v[White]} are White, {v[Latino]} Latino, {v[Asian]} "
            "Asian and {v[Black]} Black ({period})"
        ),
    }
