-- Official figures (统计部门数据): what bureaus and documents say, as they say it. They are never mixed with the counts of
-- the register, and figures that contradict each other stand side by side, each with date, source and denominator.
create table official_figure (
  id                  uuid           primary key,
  division            bigint         not null,
  year                integer        not null check (year between 1978 and 2100),
  as_of               date,
  households          bigint         check (households >= 0),
  persons             bigint         check (persons >= 0),
  incidence_percent   numeric(5, 2)  check (incidence_percent between 0 and 100),
  denominator_persons bigint         check (denominator_persons >= 1),
  denominator         text           not null check (denominator <> ''),
  issuer              text           not null check (issuer <> ''),
  source              text           not null check (source <> ''),
  mark                text           not null check (mark in ('SOURCED', 'DERIVED', 'UNSOURCED')),
  note                text,
  recorded_by         text           not null,
  recorded_at         timestamptz    not null,
  revision            bigint         not null default 1,
  check (households is not null or persons is not null or incidence_percent is not null)
);
comment on table official_figure is 'Of poor households and persons. Households and persons are given or not given; neither is made from the other.';
comment on column official_figure.as_of is 'The day for which the source says that it holds; null when it does not say.';
comment on column official_figure.denominator is 'Of what the incidence is a part, in words; what the source does not say is said to be unknown.';
create index official_figure_by_division on official_figure (division, year);
alter table official_figure enable row level security;
create policy everybody_reads on official_figure for select using (true);
create policy area_inserts on official_figure for insert with check (
  division between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
               and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
create policy area_updates on official_figure for update using (
  division between coalesce(nullif(current_setting('jingzhun.area_from', true), ''), '1')::bigint
               and coalesce(nullif(current_setting('jingzhun.area_to', true), ''), '0')::bigint);
revoke delete on official_figure from "${appRole}";

insert into official_figure (id, division, year, as_of, households, persons, incidence_percent, denominator_persons,
                             denominator, issuer, source, mark, note, recorded_by, recorded_at)
values
  (uuidv7(), 451031000000, 2015, '2015-12-31', null, 79553, 23.7, null, 'not named by the source; 79,553 and 23.7% imply about 335,700 rural persons',
   '中共隆林各族自治县委员会、隆林各族自治县人民政府', '隆发〔2016〕4号, decision', 'SOURCED',
   'the explanation that is attached to the same document has 76,000 and 20.2%', 'the service', now()),
  (uuidv7(), 451031000000, 2015, null, null, 76000, 20.2, null, 'not named by the source; 76,000 and 20.2% imply about 376,200 rural persons',
   '中共隆林各族自治县委员会、隆林各族自治县人民政府', '隆发〔2016〕4号, attached explanation', 'SOURCED',
   'rounded by the source to 7.6万; the decision itself has 79,553 and 23.7%', 'the service', now()),
  (uuidv7(), 450000000000, 2012, null, null, null, 18, null, 'not named by the source', '广西壮族自治区',
   '《广西脱贫攻坚的成就与经验》: from 18% to 0.6%', 'SOURCED', null, 'the service', now()),
  (uuidv7(), 450000000000, 2017, null, null, null, 5.7, null, 'not named by the source', '广西壮族自治区',
   '2018年全区扶贫办主任会议: 5.7% in 2017, down 2.2 points', 'SOURCED', null, 'the service', now()),
  (uuidv7(), 450000000000, 2019, null, null, null, 0.6, null, 'not named by the source', '广西壮族自治区',
   '《广西脱贫攻坚的成就与经验》: from 18% to 0.6%', 'SOURCED', null, 'the service', now());

-- Targets (年度减贫任务): what a division is to reach in a year. A plan counts gross exits; those who fall back are counted
-- apart.
create table target (
  division        bigint      not null,
  year            integer     not null check (year between 2013 and 2100),
  exit_households integer     check (exit_households >= 0),
  exit_persons    integer     not null check (exit_persons >= 0),
  exit_villages   integer     check (exit_villages >= 0),
  source          text        not null check (source <> ''),
  set_by          text        not null,
  set_name        text        not null,
  set_at          timestamptz not null,
  revision        bigint      not null default 1,
  primary key (division, year)
);
comment on column target.division is 'The lowest code of the division, from the province down to the village.';
select secure_by_area('target', 'division');

create index register_transition_by_place on register_transition (village_code, "on");
