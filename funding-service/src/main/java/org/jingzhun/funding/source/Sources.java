package org.jingzhun.funding.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All sources of money. */
@ApplicationScoped
public class Sources implements PanacheRepositoryBase<Source, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Optional<Source> findByName(String name) {
        return find("name", name).firstResultOptional();
    }

    /** In the order of their ids. */
    public List<Source> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? BEFORE_ALL : after)
                .range(0, limit - 1)
                .list();
    }

    /** @throws SourceRefusal.UnknownSource if there is none */
    public Source get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new SourceRefusal.UnknownSource(id));
    }
}
