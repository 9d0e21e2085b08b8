package org.jingzhun.identification.screening;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jingzhun.identification.veto.AssetSource;
import org.jingzhun.identification.veto.Veto;
import org.jingzhun.identification.veto.VetoLists;

/**
 * The statements that match. A fact that was matched before stays as it is, with its resolution, and what a second check
 * found to be somebody else's is not raised again, in no screening. Statuses, candidates and the register are not
 * touched: only people remove anybody.
 */
@ApplicationScoped
class Matches {

    /** A record that was delivered for several areas is one fact, unless it was gone by the day; {register} narrows to who is on the register. */
    private static final String RAISE = """
            insert into flag (id, campaign_id, screening_id, household_id, village_code, member_id, id_hash, dataset_id,
                              source, fact, effective_on, value_fen, registered_on, veto, veto_list, exception, state)
            select uuidv7(), s.campaign_id, s.id, f.household_id, f.village_code, f.member_id, f.id_hash, f.dataset_id,
                   f.source, f.fact, f.effective_on, f.value_fen, f.registered_on, ?, s.veto_list, excepted.code,
                   case when excepted.code is null then 'OPEN' else 'NOTED' end
            from screening s
            cross join (
              select m.household_id, m.village_code, m.id as member_id, r.id_hash, r.source, r.fact, r.effective_on,
                     max(r.value_fen) as value_fen, cast(max(cast(r.dataset_id as text)) as uuid) as dataset_id,
                     {registeredOn} as registered_on
              from asset_record r
              join member m on m.id_hash = r.id_hash
              {register}
              where r.source = ? and m.village_code between ? and ?
                and (r.closed_on is null or r.closed_on > ?)
              group by m.household_id, m.village_code, m.id, r.id_hash, r.source, r.fact, r.effective_on) f
            left join lateral (
              select e.code from veto_exception e
              where e.list = s.veto_list and (e.veto is null or e.veto = ?)
                and case e.rule when 'AFTER_POINT_IN_TIME' then s.campaign_id is not null and f.effective_on > s.day
                                when 'AFTER_REGISTRATION' then f.effective_on > f.registered_on
                                when 'BELOW_VALUE' then f.value_fen < ?
                                else false end
              order by e.number limit 1) excepted on true
            where s.id = ?
              and not exists (
                select from flag known
                where known.ground = 'FALSE_MATCH' and known.member_id = f.member_id and known.source = f.source
                  and known.effective_on = f.effective_on and known.fact = f.fact and known.id_hash = f.id_hash)
            on conflict do nothing
            """;

    private static final String OF_EVERYBODY =
            RAISE.replace("{registeredOn}", "cast(null as date)").replace("{register}", "");
    private static final String OF_THE_REGISTER = RAISE.replace("{registeredOn}", "max(e.registered_on)")
            .replace(
                    "{register}", "join register_entry e on e.household_id = m.household_id and e.status <> 'REMOVED'");

    private static final String LAPSE = """
            update flag f set state = 'LAPSED', revision = f.revision + 1
            from screening s, member m
            where s.id = ? and f.campaign_id is not distinct from s.campaign_id
              and f.village_code between s.county and s.county + 999999
              and f.state = 'OPEN' and m.id = f.member_id and m.id_hash <> f.id_hash
            """;
    private static final String FINISH = "update screening set finished_at = ?, found = ?, lapsed = ? where id = ?";

    private static final String COUNT = """
            select count(*) as flags, count(distinct f.household_id) as households,
                   count(*) filter (where f.state = 'OPEN') as open, count(*) filter (where f.state = 'NOTED') as noted,
                   count(*) filter (where f.state = 'CONFIRMED') as confirmed,
                   count(*) filter (where f.state = 'DISMISSED') as dismissed,
                   count(*) filter (where f.state = 'LAPSED') as lapsed
            from flag f
            where f.village_code between ? and ? and f.campaign_id is not distinct from ?
            """;
    private static final long COUNTY_SPAN = 999_999;

    private final AgroalDataSource database;
    private final VetoLists vetoLists;

    Matches(AgroalDataSource database, VetoLists vetoLists) {
        this.database = database;
        this.vetoLists = vetoLists;
    }

    record Counts(long flags, long households, long open, long noted, long confirmed, long dismissed, long lapsed) {}

    /** @return flags that were raised; 0 when no veto of the list is told by the source */
    int raise(Connection connection, Screenings.ScreeningRun screening, AssetSource source) throws SQLException {
        Veto veto = vetoLists.get(screening.vetoList()).findBy(source).orElse(null);
        if (veto == null) {
            return 0;
        }
        String statement = screening.campaignId() == null ? OF_THE_REGISTER : OF_EVERYBODY;
        try (PreparedStatement raise = connection.prepareStatement(statement)) {
            raise.setString(1, veto.code());
            raise.setString(2, source.name());
            raise.setLong(3, screening.county());
            raise.setLong(4, screening.county() + COUNTY_SPAN);
            raise.setObject(5, screening.day());
            raise.setString(6, veto.code());
            raise.setLong(7, veto.leastValueFen());
            raise.setObject(8, screening.id());
            return raise.executeUpdate();
        }
    }

    /** Lets flags lapse whose id number was corrected before anybody checked them. */
    void finish(Connection connection, Screenings.ScreeningRun screening, long found, Instant now) throws SQLException {
        int lapsed;
        try (PreparedStatement lapse = connection.prepareStatement(LAPSE)) {
            lapse.setObject(1, screening.id());
            lapsed = lapse.executeUpdate();
        }
        try (PreparedStatement finish = connection.prepareStatement(FINISH)) {
            finish.setObject(1, now.atOffset(ZoneOffset.UTC));
            finish.setLong(2, found);
            finish.setLong(3, lapsed);
            finish.setObject(4, screening.id());
            finish.executeUpdate();
        }
    }

    Counts count(Screenings.ScreeningRun screening) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setLong(1, screening.county());
            count.setLong(2, screening.county() + COUNTY_SPAN);
            count.setObject(3, screening.campaignId(), Types.OTHER);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return new Counts(
                        row.getLong("flags"),
                        row.getLong("households"),
                        row.getLong("open"),
                        row.getLong("noted"),
                        row.getLong("confirmed"),
                        row.getLong("dismissed"),
                        row.getLong("lapsed"));
            }
        }
    }
}
