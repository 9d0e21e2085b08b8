package org.jingzhun.chassis.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Titles and details of problems in English and Chinese: the bundles {@code problems/chassis} and
 * {@code problems/service}.
 */
final class ProblemTexts {

    private static final List<String> BUNDLES = List.of("problems.service", "problems.chassis");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static String title(String code, Locale language) {
        return text(code + ".title", language, List.of(), code);
    }

    static String detail(String code, Locale language, List<Object> args) {
        return text(code + ".detail", language, args, title(code, language));
    }

    private static String text(String key, Locale language, List<Object> args, String otherwise) {
        for (String name : BUNDLES) {
            @Nullable ResourceBundle bundle = find(name, language);
            if (bundle != null && bundle.containsKey(key)) {
                Object[] shown = args.stream().map(ProblemTexts::shown).toArray();
                return new MessageFormat(bundle.getString(key), language).format(shown);
            }
        }
        return otherwise;
    }

    private static @Nullable ResourceBundle find(String name, Locale language) {
        try {
            return ResourceBundle.getBundle(
                    name, language, Thread.currentThread().getContextClassLoader(), EXACT);
        } catch (MissingResourceException absent) {
            return null;
        }
    }

    /** Numbers as they stand in the JSON: no grouping. */
    private static Object shown(Object arg) {
        return String.valueOf(arg);
    }
}
