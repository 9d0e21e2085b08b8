-- Signatures under the steps of procedures: who took which, by which role.

create table procedure_signature (
  subject  uuid        not null,
  position integer     not null,
  division bigint      not null,
  step     text        not null,
  taken_by text        not null,
  name     text        not null,
  role     text        not null,
  remark   text        not null check (length(remark) <= 1000),
  taken_at timestamptz not null,
  primary key (subject, position)
);
comment on column procedure_signature.subject is 'What went the step: a pairing plan, a pairing, a link, ...';
select secure_by_area('procedure_signature', 'division');
revoke update, delete, truncate on procedure_signature from "${appRole}";

insert into procedure_signature (subject, position, division, step, taken_by, name, role, remark, taken_at)
select s.plan_id, s.position, p.county, s.step, s.taken_by, s.name, s.role, s.remark, s.taken_at
from pairing_plan_step s join pairing_plan p on p.id = s.plan_id;
drop table pairing_plan_step;
