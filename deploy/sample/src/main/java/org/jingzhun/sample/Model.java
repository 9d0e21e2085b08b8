package org.jingzhun.sample;

import java.time.LocalDate;

/** The parts of the generator with their parameters read; it never changes and is shared by all villages. */
record Model(
        Parameters parameters,
        Names names,
        Families families,
        Lives lives,
        Wealth wealth,
        Answering answering,
        Causes causes,
        Oddities oddities,
        Records records,
        LocalDate timePoint,
        LocalDate lastVisit,
        double personsPerHamlet,
        double hamletSpread,
        double sameGroupHamlets,
        double sameGroupHouseholds,
        double sameGroupMarriages,
        double insured,
        double pensioned,
        double phone) {

    static Model of(Parameters parameters) {
        return new Model(
                parameters,
                Names.standard(),
                new Families(parameters),
                new Lives(parameters),
                new Wealth(parameters),
                new Answering(parameters),
                new Causes(parameters),
                new Oddities(parameters),
                new Records(parameters),
                LocalDate.parse(parameters.text("time.point")),
                LocalDate.parse(parameters.text("time.last-visit")),
                parameters.number("village.persons-per-hamlet"),
                parameters.number("hamlet.spread"),
                parameters.number("village.same-group-hamlets"),
                parameters.number("hamlet.same-group-households"),
                parameters.number("hamlet.same-group-marriages"),
                parameters.number("cover.insured"),
                parameters.number("cover.pensioned"),
                parameters.number("cover.phone"));
    }
}
