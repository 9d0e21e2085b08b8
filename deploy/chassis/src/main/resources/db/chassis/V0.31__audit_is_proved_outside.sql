-- The chain is proved by the service, since the owner of the database could replace functions of it.
drop function audit_proof();
drop function audit_has(bigint, text);
