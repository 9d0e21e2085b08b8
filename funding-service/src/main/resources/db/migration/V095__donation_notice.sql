-- What everybody may see of donations. The view reads with its owner's rights, so that nobody has to be let into the tables:
-- names that donors did not want to be shown, and donations without a receipt, never leave it.

create index account_by_source on account (source_id);

create view donation_notice as
select d.id, d.county, to_char(d.county / 1000000, 'FM000000') || '-' || to_char(d.receipt_number, 'FM00000000') as receipt,
       case when d.donor_name is null then '匿名'
            when not d.name_hidden then d.donor_name
            when d.donor_kind = 'ORGANISATION' then '某单位'
            else left(d.donor_name, 1) || '**' end as donor,
       d.form, d.amount_fen, d.goods, d.purpose, d.received_on, d.stage = 'RETURNED' as returned,
       d.delivered_fen + coalesce((select sum(a.balance_fen) from account a
                                   where a.source_id = d.source_id and a.kind in ('PAID', 'WRITTEN_OFF')), 0)::bigint as used_fen
from donation d where d.receipt_number is not null;
comment on view donation_notice is 'Public. used_fen is what has reached those it was given for, money or goods.';
revoke insert, update, delete on donation_notice from "${appRole}";
