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
comment on column procedure_signature.subject is 'The assignment, dividend, aid or donation that went the step.';
select secure_by_area('procedure_signature', 'division');
revoke update, delete, truncate on procedure_signature from "${appRole}";

alter table observed_household add column labourers integer check (labourers >= 0);
comment on column observed_household.labourers is 'Members who can work; null while identification has not said it since this column exists.';
