package org.jingzhun.identification.observed.pairing;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a household told its helper of one kind of income.
 *
 * @param item code of the income rules
 * @param amount yuan with two decimals
 */
public record ToldIncome(String item, String amount) {

    private static final Pattern YUAN = Pattern.compile("\\d{1,12}\\.\\d{2}");

    public ToldIncome {
        Objects.requireNonNull(item, "item");
        if (!YUAN.matcher(amount).matches()) {
            throw new IllegalArgumentException("amount (%s) must be yuan with two decimals".formatted(amount));
        }
    }
}
