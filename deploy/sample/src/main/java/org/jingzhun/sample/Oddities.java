package org.jingzhun.sample;

import org.jspecify.annotations.Nullable;

/** Decides where an oddity is planted, and what a household shows to its visitors. */
final class Oddities {

    private static final Oddity[] HIDDEN = {
        Oddity.HIDDEN_VEHICLE, Oddity.HIDDEN_SHOP, Oddity.PAYROLL_MEMBER, Oddity.SECOND_HOUSE
    };

    private final double[] hidden;
    private final double missed;
    private final double later;
    private final double looksPoor;
    private final double looksFine;
    private final double level;
    private final double noise;

    Oddities(Parameters parameters) {
        hidden = parameters.numbers(
                "oddity.hidden-vehicle", "oddity.hidden-shop", "oddity.payroll-member", "oddity.second-house");
        missed = parameters.number("oddity.missed-poor");
        later = parameters.number("oddity.later-asset");
        looksPoor = parameters.number("oddity.looks-poor");
        looksFine = parameters.number("oddity.looks-fine");
        level = parameters.number("report.level");
        noise = parameters.number("report.noise");
    }

    /** The oddity of a household; a family that split and is poor in truth is none. */
    @Nullable
    Oddity plant(boolean poor, boolean splitFamily, Draw draw) {
        double left = draw.uniform();
        if (splitFamily) {
            return poor ? null : Oddity.SPLIT_FAMILY;
        }
        if (poor) {
            return left < missed ? Oddity.MISSED_POOR : left < missed + later ? Oddity.LATER_ASSET : null;
        }
        for (int i = 0; i < hidden.length; i++) {
            left -= hidden[i];
            if (left < 0) {
                return HIDDEN[i];
            }
        }
        return null;
    }

    /** Logarithm of the income that the house suggests, over the poverty line. */
    double shown(@Nullable Oddity oddity, double height, Draw draw) {
        double error = level + noise * draw.normal();
        if (oddity == null) {
            return height + error;
        }
        return switch (oddity) {
            case HIDDEN_VEHICLE, HIDDEN_SHOP, PAYROLL_MEMBER, SECOND_HOUSE, SPLIT_FAMILY -> looksPoor + error;
            case MISSED_POOR -> looksFine + error;
            case LATER_ASSET -> height + error;
        };
    }
}
