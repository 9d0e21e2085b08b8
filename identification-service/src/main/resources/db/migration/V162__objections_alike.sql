-- Objections to exits and to monitoring are one thing: nobody asks for the revision of one.
alter table exit_objection drop column revision;
