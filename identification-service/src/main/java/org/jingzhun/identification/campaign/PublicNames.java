package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;

/** How names stand on public notices. */
@ApplicationScoped
public class PublicNames {

    private final NoticeSettings settings;

    PublicNames(NoticeSettings settings) {
        this.settings = settings;
    }

    /** As much of a householder's name as is configured. */
    public String shown(String name) {
        return switch (settings.name()) {
            case WHOLE -> name;
            case SURNAME -> {
                int first = name.offsetByCodePoints(0, 1);
                yield name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
            }
        };
    }
}
