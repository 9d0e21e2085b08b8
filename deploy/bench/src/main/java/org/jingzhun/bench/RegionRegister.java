package org.jingzhun.bench;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The households of a whole region in identification's database: all real divisions of Guangxi, five million households
 * spread over the villages, a fifth of them on the register, with what happened to them in three years. Made by SQL,
 * since what is measured is how it is read.
 */
final class RegionRegister {

    static final int HOUSEHOLDS = Integer.getInteger("households", 5_000_000);
    private static final String DIVISIONS = "/org/jingzhun/sample/divisions.csv";

    private static final String LET_GO = """
            do $$ declare c record; begin
              for c in select conrelid::regclass as owner, conname from pg_constraint
                       where contype = 'f' and conrelid in ('household'::regclass, 'register_entry'::regclass,
                         'register_transition'::regclass, 'exit_case'::regclass) loop
                execute format('alter table %s drop constraint %I', c.owner, c.conname);
              end loop;
            end $$
            """;

    private static final String HOUSEHOLD_ROWS = """
            insert into household (id, village_code, hamlet, address, householder, persons, labourers, status, main_cause)
            select uuidv7(), v.code, '屯' || g % 9, '址' || g,
              substr('韦黄李陈梁覃陆罗刘王张莫农杨蒙周吴何卢邓', 1 + ((v.n * 31 + g * 17) % 20)::int, 1)
                || substr('大小明国华建军志文秀英丽芳玉兰花桂春福生', 1 + ((v.n * 13 + g * 7) % 20)::int, 1)
                || substr('山水林森木土金石川海江河湖洋波涛云雷雨雪', 1 + ((v.n * 11 + g * 3) % 20)::int, 1),
              1 + g * 7 % 8, 0, r.status,
              case when r.status is not null then
                (array['ILLNESS', 'DISABILITY', 'SCHOOLING', 'NO_LABOUR', 'NO_LAND', 'DISASTER'])[1 + g % 6] end
            from (select code, row_number() over (order by code) as n, count(*) over () as villages
                  from division where level = 'VILLAGE' and code between 450000000000 and 459999999999) v,
              generate_series(1, {{households}} / v.villages::int + 1) g,
              lateral (select case when (g * 37 + v.n) % 100 < 20 then
                case when g % 50 = 0 then 'REMOVED' when g % 20 = 0 then 'RETURNED' when g % 3 = 0 then 'EXITED'
                else 'POOR' end end as status) r
            order by v.code, g
            """;

    private static final String ENTRY_ROWS = """
            insert into register_entry (household_id, village_code, hamlet, householder, persons, labourers, ethnicity,
              status, attribute, main_cause, other_causes, score, scorecard, line_version, year, entry_year, campaign_id,
              registered_on, document_number)
            select id, village_code, hamlet, householder, persons, 0, lpad((1 + persons)::text, 2, '0'), status,
              'GENERAL', main_cause, '{}', 40, 'GX-2015', 1, 2015, 2015,
              ('01920000-0000-7000-8000-' || lpad((village_code / 1000000)::text, 12, '0'))::uuid, '2016-01-15', 'bench'
            from household where status is not null order by village_code, id
            """;

    private static final String TRANSITION_ROWS = """
            insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
              document_number, taken_by, taken_name, taken_at)
            select e.household_id, t.revision, e.village_code, t.kind, t.from_status, t.to_status, t.day, 'bench',
              'bench', 'bench', now()
            from register_entry e, lateral (values
              (1, 'REGISTERED', null, 'POOR', date '2016-01-15', true),
              (2, 'EXITED', 'POOR', 'EXITED', date '2017-11-15', e.status in ('EXITED', 'RETURNED')),
              (2, 'REMOVED', 'POOR', 'REMOVED', date '2017-11-15', e.status = 'REMOVED'),
              (3, 'RETURNED', 'EXITED', 'RETURNED', date '2018-11-15', e.status = 'RETURNED')
            ) t (revision, kind, from_status, to_status, day, happened)
            where t.happened order by e.village_code, e.household_id
            """;

    private static final String EXIT_ROWS = """
            insert into exit_case (id, subject, household_id, place_code, year, standard, stage, planned_by, planned_name,
              planned_at)
            select uuidv7(), 'HOUSEHOLD', e.household_id, e.village_code, 2018,
              (select min(version) from exit_standard where subject = 'HOUSEHOLD'), 'PLANNED', 'bench', 'bench', now()
            from register_entry e where e.status = 'POOR' order by e.village_code, e.household_id
            """;

    private RegionRegister() {}

    /** @param database as its owner, with the schema of the service */
    static void make(Connection database) throws SQLException, IOException {
        try (var statement = database.createStatement();
                InputStream divisions = RegionRegister.class.getResourceAsStream(DIVISIONS)) {
            if (divisions == null) {
                throw new IllegalStateException(DIVISIONS + " must be on the class path");
            }
            statement.execute(LET_GO);
            statement.execute("create temporary table place (code bigint, name text, level text, parent bigint)");
            Stopwatch.sink = database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy place from stdin (format csv, header)", divisions);
            statement.execute("insert into division (code, name, level, parent, valid_from)"
                    + " select code, name, level, parent, '2010-01-01' from place on conflict do nothing");
            statement.execute(HOUSEHOLD_ROWS.replace("{{households}}", Integer.toString(HOUSEHOLDS)));
            statement.execute("vacuum analyze household");
            statement.execute(ENTRY_ROWS);
            statement.execute("vacuum analyze register_entry");
            statement.execute(TRANSITION_ROWS);
            statement.execute(EXIT_ROWS);
            statement.execute("vacuum analyze register_transition, exit_case, division");
        }
    }

    /** The county with the most villages, six digits. */
    static String largestCounty(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select code / 1000000 from division where level = 'VILLAGE'"
                        + " and code between 450000000000 and 459999999999"
                        + " group by 1 order by count(*) desc, 1 limit 1")) {
            row.next();
            return row.getString(1);
        }
    }
}
