package org.jingzhun.sample;

import java.util.List;
import java.util.UUID;
import org.jingzhun.sample.Scorecard.Category;

/** Writes each thing of the sample as one line of its import file. */
final class Rows {

    private static final String[] FIRST_OF_CATEGORY = new String[18];
    private static final String[] ITEM = new String[98];

    static {
        Scorecard card = Scorecard.standard();
        for (int c = 0; c < FIRST_OF_CATEGORY.length; c++) {
            FIRST_OF_CATEGORY[c] =
                    (c == 0 ? "" : ",") + "\"" + card.categories().get(c).code() + "\":[";
        }
        for (int i = 0; i < ITEM.length; i++) {
            ITEM[i] = "\"" + card.items().get(i).code() + "\"";
        }
    }

    private Rows() {}

    static void division(Lines out, Division division, String validFrom, boolean poorVillage) {
        out.raw("{\"code\":\"").raw(division.code()).raw("\",\"name\":").text(division.name());
        out.raw(",\"level\":").code(division.level());
        if (!division.parent().isEmpty()) {
            out.raw(",\"parent\":\"").raw(division.parent()).raw("\"");
        }
        out.raw(",\"validFrom\":\"").raw(validFrom).raw("\"");
        if (division.level() == Division.Level.VILLAGE) {
            out.raw(",\"poorVillage\":").bool(poorVillage);
        }
        out.end();
    }

    static void household(Lines out, Household household) {
        out.raw("{\"id\":").id(household.id());
        out.raw(",\"villageCode\":\"").raw(household.villageCode());
        out.raw("\",\"hamlet\":").text(household.hamlet());
        out.raw(",\"address\":").text(household.address());
        out.raw(",\"householder\":").text(household.householder());
        String phone = household.phone();
        if (phone != null) {
            out.raw(",\"phone\":\"").raw(phone).raw("\"");
        }
        out.end();
    }

    static void member(Lines out, UUID household, Member member) {
        out.raw("{\"id\":").id(member.id());
        out.raw(",\"householdId\":").id(household);
        out.raw(",\"name\":").text(member.name());
        out.raw(",\"idNumber\":\"").raw(member.idNumber());
        out.raw("\",\"sex\":").code(member.sex());
        out.raw(",\"birthDate\":").date(member.birthDate());
        out.raw(",\"relation\":").code(member.relation());
        out.raw(",\"ethnicity\":\"").raw(member.ethnicity());
        out.raw("\",\"education\":").code(member.education());
        out.raw(",\"schooling\":").code(member.schooling());
        out.raw(",\"health\":").code(member.health());
        String disability = member.disability();
        if (disability != null) {
            out.raw(",\"disability\":\"").raw(disability).raw("\"");
        }
        out.raw(",\"labour\":").code(member.labour());
        out.raw(",\"work\":").code(member.work());
        out.raw(",\"monthsWorked\":").number(member.monthsWorked());
        out.raw(",\"insured\":").bool(member.insured());
        out.raw(",\"pensioned\":").bool(member.pensioned());
        out.end();
    }

    static void assessment(Lines out, UUID household, Assessment assessment, UUID campaign) {
        out.raw("{\"id\":").id(assessment.id());
        out.raw(",\"householdId\":").id(household);
        out.raw(",\"campaignId\":").id(campaign);
        out.raw(",\"round\":\"FIRST_VISIT\",\"visitedOn\":").date(assessment.visitedOn());
        out.raw(",\"assessors\":[").text(assessment.assessors().getFirst());
        out.raw(",").text(assessment.assessors().getLast()).raw("],\"answers\":{");
        List<Category> categories = Scorecard.standard().categories();
        for (int c = 0; c < categories.size(); c++) {
            Category category = categories.get(c);
            out.raw(FIRST_OF_CATEGORY[c]);
            boolean first = true;
            for (int i = category.first(); i < category.end(); i++) {
                if (assessment.answers().holds(i)) {
                    out.raw(first ? "" : ",").raw(ITEM[i]);
                    first = false;
                }
            }
            out.raw("]");
        }
        out.raw("},\"signedBy\":").text(assessment.signedBy());
        out.raw(",\"mainCause\":").code(assessment.mainCause()).raw(",\"otherCauses\":[");
        for (int i = 0; i < assessment.otherCauses().size(); i++) {
            out.raw(i == 0 ? "" : ",").code(assessment.otherCauses().get(i));
        }
        out.raw("]").end();
    }

    static void assetRecord(Lines out, AssetRecord record) {
        out.raw("{\"idNumber\":\"").raw(record.idNumber());
        out.raw("\",\"fact\":").text(record.fact());
        out.raw(",\"effectiveOn\":").date(record.effectiveOn());
        Integer value = record.valueYuan();
        if (value != null) {
            out.raw(",\"value\":\"").number(value).raw(".00\"");
        }
        out.end();
    }

    static void truth(Lines out, Household household) {
        Household.Truth truth = household.truth();
        out.raw("{\"householdId\":").id(household.id());
        out.raw(",\"villageCode\":\"").raw(household.villageCode());
        out.raw("\",\"persons\":").number(household.members().size());
        out.raw(",\"realIncome\":").number(truth.realIncome());
        out.raw(",\"trulyPoor\":").bool(truth.trulyPoor());
        Oddity oddity = truth.oddity();
        if (oddity != null) {
            out.raw(",\"oddity\":").code(oddity);
        }
        UUID linked = truth.linked();
        if (linked != null) {
            out.raw(",\"linkedHouseholdId\":").id(linked);
        }
        out.end();
    }

    static void unit(Lines out, Unit unit) {
        out.raw("{\"id\":").id(unit.id());
        out.raw(",\"name\":").text(unit.name()).raw(",\"level\":").code(unit.level());
        out.raw(",\"division\":\"").raw(unit.division()).raw("\"");
        String village = unit.villageCode();
        if (village != null) {
            out.raw(",\"villageCode\":\"").raw(village).raw("\"");
        }
        out.end();
    }

    static void helper(Lines out, Cadre helper) {
        out.raw("{\"id\":").id(helper.id()).raw(",\"name\":").text(helper.name());
        out.raw(",\"unitId\":").id(helper.unitId()).raw(",\"post\":").text(helper.post());
        out.raw(",\"rank\":").code(helper.rank()).raw(",\"skills\":[");
        for (int i = 0; i < helper.skills().size(); i++) {
            out.raw(i == 0 ? "" : ",").code(helper.skills().get(i));
        }
        out.raw("]");
        String home = helper.homeVillage();
        if (home != null) {
            out.raw(",\"homeVillage\":\"").raw(home).raw("\"");
        }
        out.raw(",\"ethnicity\":\"").raw(helper.ethnicity()).raw("\"").end();
    }
}
