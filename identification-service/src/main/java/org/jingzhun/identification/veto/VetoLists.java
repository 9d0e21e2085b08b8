package org.jingzhun.identification.veto;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All lists of vetoes: those that ship with the service, and what regions and administrators loaded since. */
@ApplicationScoped
public class VetoLists {

    private static final String ADD = """
            insert into veto_list (version, division, valid_from, mark, source, loaded_by)
            values (:version, :division, :from, :mark, :source, :by)
            on conflict do nothing
            """;
    private static final String ADD_VETO = """
            insert into veto (list, number, code, name_zh, name_en, asset_source, least_value_fen, mark, source)
            values (:list, :number, :code, :zh, :en, :assetSource, :leastValue, :mark, :source)
            """;
    private static final String ADD_EXCEPTION = """
            insert into veto_exception (list, number, code, veto, rule, name_zh, name_en, mark, source)
            values (:list, :number, :code, :veto, :rule, :zh, :en, :mark, :source)
            """;
    private static final String LISTS = """
            select version, division, valid_from, mark, source from veto_list
            where cast(:version as text) is null or version = :version
            order by valid_from, version
            """;
    private static final String VETOES = """
            select number, code, name_zh, name_en, asset_source, least_value_fen, mark, source from veto
            where list = :list order by number
            """;
    private static final String EXCEPTIONS = """
            select number, code, veto, rule, name_zh, name_en, mark, source from veto_exception
            where list = :list order by number
            """;

    private final Session database;

    VetoLists(Session database) {
        this.database = database;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> ShippedVetoLists.read().forEach(list -> add(list, "the service")));
    }

    /** @return false when the version exists already, which then stays as it is */
    @Transactional
    public boolean add(VetoList list, String by) {
        int added = database.createNativeMutationQuery(ADD)
                .setParameter("version", list.version())
                .setParameter("division", list.division())
                .setParameter("from", list.validFrom())
                .setParameter("mark", list.mark())
                .setParameter("source", list.source())
                .setParameter("by", by)
                .executeUpdate();
        if (added == 1) {
            list.vetoes().forEach(veto -> add(list.version(), veto));
            list.exceptions().forEach(exception -> add(list.version(), exception));
        }
        return added == 1;
    }

    private void add(String list, Veto veto) {
        AssetSource assetSource = veto.assetSource();
        database.createNativeMutationQuery(ADD_VETO)
                .setParameter("list", list)
                .setParameter("number", veto.number())
                .setParameter("code", veto.code())
                .setParameter("zh", veto.nameZh())
                .setParameter("en", veto.nameEn())
                .setParameter("assetSource", assetSource == null ? null : assetSource.name(), String.class)
                .setParameter("leastValue", veto.leastValueFen())
                .setParameter("mark", veto.mark())
                .setParameter("source", veto.source())
                .executeUpdate();
    }

    private void add(String list, VetoException exception) {
        database.createNativeMutationQuery(ADD_EXCEPTION)
                .setParameter("list", list)
                .setParameter("number", exception.number())
                .setParameter("code", exception.code())
                .setParameter("veto", exception.veto(), String.class)
                .setParameter("rule", exception.rule().name())
                .setParameter("zh", exception.nameZh())
                .setParameter("en", exception.nameEn())
                .setParameter("mark", exception.mark())
                .setParameter("source", exception.source())
                .executeUpdate();
    }

    @Transactional
    public Optional<VetoList> find(String version) {
        return read(version).stream().findFirst();
    }

    /**
     * The list of a stored decision.
     *
     * @throws IllegalStateException when there is none
     */
    @Transactional
    public VetoList get(String version) {
        return find(version)
                .orElseThrow(() -> new IllegalStateException(
                        "veto list %s must be there as long as decisions name it".formatted(version)));
    }

    /** The lists in the order in which they came into force. */
    @Transactional
    public List<VetoList> list() {
        return read(null);
    }

    private List<VetoList> read(@Nullable String version) {
        return database
                .createNativeQuery(LISTS, Tuple.class)
                .setParameter("version", version, String.class)
                .getResultList()
                .stream()
                .map(this::list)
                .toList();
    }

    private VetoList list(Tuple row) {
        String version = row.get("version", String.class);
        return new VetoList(
                version,
                row.get("division", Long.class),
                row.get("valid_from", LocalDate.class),
                row.get("mark", String.class),
                row.get("source", String.class),
                database.createNativeQuery(VETOES, Tuple.class).setParameter("list", version).getResultList().stream()
                        .map(VetoLists::veto)
                        .toList(),
                database
                        .createNativeQuery(EXCEPTIONS, Tuple.class)
                        .setParameter("list", version)
                        .getResultList()
                        .stream()
                        .map(VetoLists::exception)
                        .toList());
    }

    private static Veto veto(Tuple row) {
        String assetSource = row.get("asset_source", String.class);
        return new Veto(
                row.get("number", Short.class),
                row.get("code", String.class),
                row.get("name_zh", String.class),
                row.get("name_en", String.class),
                assetSource == null ? null : AssetSource.valueOf(assetSource),
                row.get("least_value_fen", Long.class),
                row.get("mark", String.class),
                row.get("source", String.class));
    }

    private static VetoException exception(Tuple row) {
        return new VetoException(
                row.get("number", Short.class),
                row.get("code", String.class),
                row.get("veto", String.class),
                ExceptionRule.valueOf(row.get("rule", String.class)),
                row.get("name_zh", String.class),
                row.get("name_en", String.class),
                row.get("mark", String.class),
                row.get("source", String.class));
    }
}
