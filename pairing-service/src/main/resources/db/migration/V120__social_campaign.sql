-- Campaigns of social help: needs and offers name theirs, matches take it over from the offer, the closing keeps the figures.

create table social_campaign (
  id         uuid   primary key,
  division   bigint not null check (division between 100000000000 and 999999999999),
  name       text   not null check (length(name) between 1 and 100),
  kind       text   not null check (kind in ('POVERTY_DAY', 'ENTERPRISES_AND_VILLAGES', 'DAY_WITH_THE_POOR', 'RED_CROSS_RELIEF',
                                             'STUDENT_AID', 'HOMECOMING', 'OTHER')),
  organiser  text   not null check (length(organiser) between 1 and 200),
  purpose    text   not null check (length(purpose) between 1 and 500),
  target_fen bigint check (target_fen > 0),
  first_on   date   not null,
  last_on    date   not null check (last_on >= first_on),
  state      text   not null check (state in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
  closed_on  date,
  donors     integer check (donors >= 0),
  receivers  integer check (receivers >= 0),
  version    bigint not null default 0,
  check ((state = 'CLOSED') = (closed_on is not null)),
  check (num_nonnulls(closed_on, donors, receivers) in (0, 3))
);
comment on column social_campaign.division is 'What it reaches: this division and all in it.';
comment on column social_campaign.donors is 'At the closing.';
comment on column social_campaign.receivers is 'Households and villages that confirmed something, at the closing.';
create index social_campaign_by_division on social_campaign (division, id);
select secure_by_area('social_campaign', 'division');
select see_above('social_campaign', 'division');
revoke delete, truncate on social_campaign from "${appRole}";

alter table social_need add column campaign_id uuid references social_campaign (id);
alter table social_offer add column campaign_id uuid references social_campaign (id);
alter table social_match add column campaign_id uuid references social_campaign (id);
comment on column social_match.campaign_id is 'Of the offer.';
create index social_need_by_campaign on social_need (campaign_id, id) where campaign_id is not null;
create index social_offer_by_campaign on social_offer (campaign_id, id) where campaign_id is not null;
create index social_match_by_campaign on social_match (campaign_id, id) where campaign_id is not null;

create table social_campaign_result (
  campaign_id uuid    not null references social_campaign (id),
  division    bigint  not null,
  kind        text    not null,
  offers      integer not null,
  offered     bigint  not null,
  unmatched   bigint  not null,
  under_way   bigint  not null,
  delivered   bigint  not null,
  confirmed   bigint  not null,
  needs       integer not null,
  needed      bigint  not null,
  unmet       bigint  not null,
  primary key (campaign_id, kind),
  check (offered = unmatched + under_way + delivered + confirmed),
  check (unmet between 0 and needed)
);
comment on table social_campaign_result is 'What a campaign had brought when it was closed; yuan for MONEY, else pieces or places.';
select secure_by_area('social_campaign_result', 'division');
select see_above('social_campaign_result', 'division');
revoke update, delete, truncate on social_campaign_result from "${appRole}";

create view social_campaign_live as
select campaign_id, kind, sum(offers)::integer as offers, sum(offered)::bigint as offered, sum(unmatched)::bigint as unmatched,
       sum(under_way)::bigint as under_way, sum(delivered)::bigint as delivered, sum(confirmed)::bigint as confirmed,
       sum(needs)::integer as needs, sum(needed)::bigint as needed, sum(unmet)::bigint as unmet
from (
  select campaign_id, kind, 1 as offers, amount as offered, open as unmatched, 0 as under_way, 0 as delivered, 0 as confirmed,
         0 as needs, 0 as needed, 0 as unmet
  from social_offer where campaign_id is not null and not withdrawn
  union all
  select campaign_id, kind, 0, 0, 0, 0, 0, 0, 1, amount, open
  from social_need where campaign_id is not null and not withdrawn
  union all
  select m.campaign_id, o.kind, 0, 0, 0, case when m.state in ('PROPOSED', 'ACCEPTED') then m.amount else 0 end,
         case m.state when 'DELIVERED' then m.amount else 0 end, case m.state when 'CONFIRMED' then m.amount else 0 end, 0, 0, 0
  from social_match m join social_offer o on o.id = m.offer_id
  where m.campaign_id is not null and m.state <> 'REFUSED') part
group by campaign_id, kind;
revoke all on social_campaign_live from "${appRole}";

create view social_campaign_figure as
select campaign_id, kind, offers, offered, unmatched, under_way, delivered, confirmed, needs, needed, unmet
from social_campaign_result
union all
select l.campaign_id, l.kind, l.offers, l.offered, l.unmatched, l.under_way, l.delivered, l.confirmed, l.needs, l.needed, l.unmet
from social_campaign_live l join social_campaign c on c.id = l.campaign_id and c.state <> 'CLOSED';
comment on view social_campaign_figure is 'Public: sums alone. Of the whole campaign, whoever asks: as it stands, or as it stood when it was closed.';
revoke insert, update, delete on social_campaign_figure from "${appRole}";

create view social_campaign_notice as
select c.id, c.division, c.name, c.kind, c.organiser, c.purpose, c.target_fen, c.first_on, c.last_on, c.state, c.closed_on,
       c.version, coalesce(f.offered, 0) as offered, coalesce(f.confirmed, 0) as confirmed,
       coalesce(c.donors, (select count(distinct o.donor) from social_offer o
                           where o.campaign_id = c.id and not o.withdrawn)::integer) as donors,
       coalesce(c.receivers, (select count(distinct coalesce(n.household_id::text, n.village_code::text))
                              from social_match m join social_need n on n.id = m.need_id
                              where m.campaign_id = c.id and m.state = 'CONFIRMED')::integer) as receivers
from social_campaign c
left join lateral (select sum(offered) filter (where kind = 'MONEY') as offered, sum(confirmed) filter (where kind = 'MONEY') as confirmed
                   from social_campaign_figure x where x.campaign_id = c.id) f on true
where c.state in ('OPEN', 'CLOSED');
comment on view social_campaign_notice is 'Public: names no donor and no receiver. offered and confirmed are yuan.';
revoke insert, update, delete on social_campaign_notice from "${appRole}";

-- An offer of a county may belong to a campaign of its city: it keeps the campaign from being closed until it is in.
create function social_campaign_hold(campaign uuid) returns void
  language sql volatile security definer set search_path from current
begin atomic
  select from social_campaign where id = campaign for share;
end;
